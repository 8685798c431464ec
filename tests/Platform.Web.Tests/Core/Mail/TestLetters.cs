using Microsoft.Extensions.Options;
using MimeKit;
using Platform.Core.Mail;
using Platform.Web.Tests.Core.Text;

namespace Platform.Web.Tests.Core.Mail;

internal static class TestLetters
{
    public const string MessageId = "confirm-1@undersigned.example";

    public static readonly MailOptions Options = new() { From = "petitions@undersigned.example" };

    public static Letter Confirm(string language = "en") => new()
    {
        To = "maxine@example.org",
        ToName = "Maxine",
        Language = TestCatalogue.Real.Find(language)!,
        Subject = "Confirm your signature",
        Body = "Your signature counts once you confirm it.",
        Button = new LetterButton("Confirm my signature", new Uri("https://undersigned.example/confirm/abc123")),
        Code = "482913",
        Why = "You get this mail because somebody signed with this address.",
    };

    public static MimeMessage Render(Letter letter) =>
        new LetterRenderer(Microsoft.Extensions.Options.Options.Create(Options), TestCatalogue.Real, TimeProvider.System).Render(letter, MessageId);

    public static (string Text, string Html) Parts(Letter letter)
    {
        var message = Render(letter);
        return (message.TextBody!.ReplaceLineEndings("\n"), message.HtmlBody!);
    }

    public static string Source(MimeMessage message)
    {
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n");
    }
}
