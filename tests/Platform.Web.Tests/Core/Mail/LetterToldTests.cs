using Platform.Core.Mail;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

/// <summary>A text of somebody else's inside a letter of ours.</summary>
public sealed class LetterToldTests
{
    [Fact]
    public void It_keeps_its_language_direction_and_form_between_body_and_button()
    {
        var letter = TestLetters.Confirm() with { Told = new LetterTold("فردا **ساعت نه**.\n\n- دادگاه", "fa", RightToLeft: true) };
        var (text, html) = TestLetters.Parts(letter);

        Assert.Contains("""lang="fa" dir="rtl" """, html);
        Assert.Contains("<strong>ساعت نه</strong>", html);
        Assert.Contains("فردا ساعت نه.", text);
        Assert.True(text.IndexOf("فردا", StringComparison.Ordinal) < text.IndexOf(letter.Button!.Label, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_in_it_runs_loads_or_leads_to_odd_places()
    {
        var told = "<script>alert(1)</script> ![x](https://spy.example/x.png) [press](javascript:alert(2)) [read](https://read.example/)";
        var html = TestLetters.Parts(TestLetters.Confirm() with { Told = new LetterTold(told, "en", RightToLeft: false) }).Html;

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("javascript:", html);
        Assert.Contains("href=\"https://read.example/\"", html);
    }

    [Fact]
    public void What_no_parser_takes_is_quoted()
    {
        var deep = new string('>', 2_000) + " deep";

        Assert.Contains("deep", TestLetters.Parts(TestLetters.Confirm() with { Told = new LetterTold(deep, "en", RightToLeft: false) }).Text);
    }
}
