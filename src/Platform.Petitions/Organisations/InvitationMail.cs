using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Accounts;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Organisations;

/// <summary>Asks somebody to join an organisation, in the organisation's language.</summary>
internal sealed class InvitationMail(PetitionsDb db, AccountLetters letters, InvitationTokens tokens, Links links, Catalogue catalogue, DatabaseClock clock) : IMailWriter
{
    public string Kind => MailKind.Invitation;

    public bool Capped => true;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == mail.Subject, ct);
        if (invitation is null || !invitation.IsOpen(await clock.NowAsync(ct)))
        {
            return null;
        }

        var organisation = await db.Organisations.SingleAsync(o => o.Id == invitation.TenantId, ct);
        var inviter = await db.Users.Where(u => u.Id == invitation.InvitedBy).Select(u => u.Name).SingleAsync(ct);
        return letters.Write(
            invitation.Email, null, catalogue.Find(organisation.Language) ?? catalogue.Default, "invitation",
            links.To("/account/invitations/" + tokens.Make(invitation.Id)),
            [("organisation", Letter.Escape(organisation.Name)), ("who", Letter.Escape(inviter))]);
    }
}
