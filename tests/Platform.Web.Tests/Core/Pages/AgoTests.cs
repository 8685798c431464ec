using Platform.Core.Pages;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Pages;

public sealed class AgoTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 24, 20, 14, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "2 min", "just now|# min|# h|yesterday")]
    [InlineData("fa", "۲ دقیقه پیش", "همین حالا|# دقیقه پیش|# ساعت پیش|دیروز")]
    public void The_browser_gets_the_moment_and_the_words_to_keep_it_true(string language, string text, string words)
    {
        var localiser = new Localiser(TestPages.Catalogue) { Language = TestPages.Catalogue.Find(language)! };

        var html = TestPages.Render(new AgoTagHelper(localiser, new StoppedClock()) { At = Now.AddMinutes(-2) }, "ago");

        Assert.Equal($"<time datetime=\"2027-01-24T20:12:00Z\" data-relative=\"{words}\">{text}</time>", html);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
