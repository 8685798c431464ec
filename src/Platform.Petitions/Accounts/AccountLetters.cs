using Platform.Core.Mail;
using Platform.Core.Text;

namespace Platform.Petitions.Accounts;

/// <summary>Letters to people with accounts, in their language: <c>account.mail-{key}</c> with subject, body, button and why.</summary>
public sealed class AccountLetters(Localiser text, Catalogue catalogue)
{
    /// <param name="to">When it is not the person's own address.</param>
    /// <param name="values">For the body; typed ones already through <see cref="Letter.Escape"/>.</param>
    public Letter Write(User user, string key, Uri address, string? to = null, params (string Name, object? Value)[] values) =>
        Write(to ?? user.Email!, user.Name, catalogue.Find(user.Language) ?? catalogue.Default, key, address, values);

    public Letter Write(string to, string? name, Language language, string key, Uri address, (string Name, object? Value)[] values)
    {
        var words = text.For(language);
        return new Letter
        {
            To = to,
            ToName = name,
            Language = language,
            Subject = words[$"account.mail-{key}-subject", values],
            Body = words[$"account.mail-{key}-body", values],
            Button = new LetterButton(words[$"account.mail-{key}-button"], address),
            Why = words[$"account.mail-{key}-why"],
        };
    }
}
