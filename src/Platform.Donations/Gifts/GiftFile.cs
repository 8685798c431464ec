using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Donations.Amounts;
using Platform.Donations.Giving;

namespace Platform.Donations.Gifts;

/// <summary>All gifts of the scope as a file for spreadsheets. It holds personal data, so the log has it before its first byte leaves.</summary>
public sealed class GiftFile(DonationsDb db, IAuditLog audit, TimeProvider clock)
{
    public async Task SendAsync(HttpResponse response, CancellationToken ct)
    {
        await audit.NoteAsync(db, "giving.export", null, null, ct);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"gifts-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.csv\"";
        await using var file = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvLine.Of("gift", "begun", "paid", "state", "amount", "fee-cover", "refunded", "currency", "monthly", "name", "email", "campaign", "payment").AsMemory(), ct);
        await foreach (var gift in db.Donations.AsNoTracking().OrderBy(d => d.CreatedAt).AsAsyncEnumerable().WithCancellation(ct))
        {
            await file.WriteAsync(LineOf(gift).AsMemory(), ct);
        }
    }

    private static string LineOf(Donation gift) => CsvLine.Of(
        gift.Id, gift.CreatedAt, gift.PaidAt, gift.State.ToString(), Money.Plain(gift.Amount, gift.Currency), Money.Plain(gift.FeeCover, gift.Currency), Money.Plain(gift.Refunded, gift.Currency),
        gift.Currency.ToUpperInvariant(), gift.Monthly ? "yes" : "no", gift.GiverName, gift.GiverEmail, gift.CampaignId, gift.PaymentIntentId);
}
