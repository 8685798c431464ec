using Platform.Petitions.Secrets;
using Xunit;

namespace Platform.Petitions.Tests.Secrets;

public sealed class SealTests
{
    private static readonly Keyring Keys = new(Convert.ToBase64String(new byte[32]));

    [Fact]
    public void What_one_node_sealed_another_opens()
    {
        using var one = new Seal(Keys, "a");
        using var other = new Seal(Keys, "a");
        Assert.Equal("maxine"u8.ToArray(), other.Open(one.Close("maxine"u8)));
    }

    [Fact]
    public void Nothing_of_the_content_shows_and_no_two_are_alike()
    {
        using var seal = new Seal(Keys, "a");
        var (first, second) = (seal.Close("maxine@mail.example"u8), seal.Close("maxine@mail.example"u8));
        Assert.NotEqual(first[..40], second[..40]);
        Assert.DoesNotContain("maxine", System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(first)), StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_foreign_and_broken_seals_do_not_open()
    {
        using var seal = new Seal(Keys, "a");
        using var otherPurpose = new Seal(Keys, "b");
        var good = seal.Close("maxine"u8);
        for (var i = 0; i < good.Length; i++)
        {
            Assert.Null(seal.Open(good[..i] + (good[i] == 'A' ? 'B' : 'A') + good[(i + 1)..]));
        }

        Assert.Null(otherPurpose.Open(good));
        Assert.Null(seal.Open(""));
        Assert.Null(seal.Open("not a seal"));
        Assert.Null(seal.Open(good[..20]));
    }
}
