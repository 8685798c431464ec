using Platform.Core.Mail;
using Platform.Donations.Giving;

namespace Platform.Donations.Receipts;

/// <summary>Lays a receipt where mails wait to be sent. Called once, where a payment becomes true, in the same transaction.</summary>
public sealed class Receipts(DonationsDb db, IOutbox outbox)
{
    public Task LayAsync(Donation gift, CancellationToken ct) => outbox.LayAsync(db, new MailCause(ReceiptMail.Name, gift.TenantId, gift.Id), ct);
}
