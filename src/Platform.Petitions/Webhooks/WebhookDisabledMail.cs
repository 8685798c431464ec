using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Webhooks;

/// <summary>To each owner: an endpoint failed for days and hears nothing any more. The mail's detail is the endpoint.</summary>
internal sealed class WebhookDisabledMail(PetitionsDb db, IOwners owners, Links links, Catalogue catalogue, Localiser localiser) : IMailWriter
{
    public string Kind => MailKind.WebhookDisabled;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        if (!Guid.TryParse(mail.Detail, out var id) || await owners.FindAsync(mail.Subject, ct) is not { } owner
            || await db.WebhookEndpoints.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { IsOn: false } endpoint)
        {
            return null;
        }

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == endpoint.TenantId, ct);
        var texts = localiser.For(catalogue.Find(owner.Language) ?? catalogue.Default);
        return new Letter
        {
            To = owner.Email,
            ToName = owner.Name,
            Language = texts.Language,
            Subject = texts["account.webhook-mail-subject", ("host", new Uri(endpoint.Url).Host)],
            Body = texts["account.webhook-mail-body", ("host", Letter.Escape(new Uri(endpoint.Url).Host))],
            Button = new LetterButton(texts["account.webhook-mail-open"], links.To($"/{organisation.Slug}/desk/webhooks/{id}")),
            Why = texts["account.webhook-mail-why", ("organisation", organisation.Name)],
        };
    }
}
