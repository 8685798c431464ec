using Platform.Core.Text;

namespace Platform.Core.Mail;

/// <summary>The few words every letter needs besides its own, in the letter's language.</summary>
internal sealed record LetterWords(string OpenAddress, string Code, string OrCode, string Unsubscribe)
{
    public static LetterWords In(Localiser text) =>
        new(text["mail.open-address"], text["mail.code"], text["mail.or-code"], text["mail.unsubscribe"]);
}
