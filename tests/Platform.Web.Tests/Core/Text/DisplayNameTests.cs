using CsCheck;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class DisplayNameTests
{
    [Theory]
    [InlineData("Maxine Kowalski", "Maxine K.")]
    [InlineData("  maxine   kowalski ", "maxine K.")]
    [InlineData("Maxine Anne Kowalski", "Maxine K.")]
    [InlineData("Maxine", "Maxine")]
    [InlineData("M. Kowalski", "M. K.")]
    [InlineData("J.R.R. Tolkien", "J. T.")]
    [InlineData("Jean-Luc Picard", "Jean-Luc P.")]
    [InlineData("Ludwig van Beethoven", "Ludwig B.")]
    [InlineData("Maria de la Cruz", "Maria C.")]
    [InlineData("Seán O’Brien", "Seán O.")]
    [InlineData("Émile Zola", "Émile Z.")]
    [InlineData("Ada Étienne", "Ada É.")]
    [InlineData("Dr. Maxine Kowalski", "Maxine K.")]
    [InlineData("Mr. and Smith", "and S.")]
    [InlineData("Maxine Kowalski Jr.", "Maxine K.")]
    [InlineData("Maxine Kowalski, PhD", "Maxine K.")]
    [InlineData("Kowalski, Maxine", "Maxine K.")]
    [InlineData("Maxine (Max) Kowalski", "Maxine K.")]
    [InlineData("maxine.kowalski", "maxine K.")]
    [InlineData("maxine_kowalski", "maxine K.")]
    [InlineData("کاوه آهنگر", "کاوه آ.")]
    [InlineData("دکتر کاوه آهنگر", "کاوه آ.")]
    [InlineData("محمد رضا کریمی", "محمد ک.")]
    [InlineData("سمیه رشیدی‌پور", "سمیه ر.")]
    [InlineData("الدكتورة ليلى حداد", "ليلى ح.")]
    [InlineData("Sayın Ayşe Öztürk", "Ayşe Ö.")]
    [InlineData("Dra. Inês Gonçalves", "Inês G.")]
    [InlineData("王小明", "王.")]
    [InlineData("김철수", "김.")]
    [InlineData("Dr", "Dr")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("123", "")]
    public void First_name_and_one_initial(string? name, string expected) => Assert.Equal(expected, DisplayName.From(name));

    [Fact]
    public void The_family_name_never_shows() => Gen.Select(
        Gen.OneOf<string>("Maxine", "کاوه", "Jean-Luc", "Ł"), Gen.OneOf<string>(" ", "  ", ".", "_", " van ", " (x) ", "\u00a0"), Gen.OneOf<string>("Kowalski", "آهنگر", "O’Brien"))
        .Sample((given, between, family) => !DisplayName.From(given + between + family).Contains(family, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void A_very_long_word_is_cut() => Assert.Equal(30, CleanText.Length(DisplayName.From(new string('a', 500))));
}
