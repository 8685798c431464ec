using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Moderation;

/// <summary>Somebody says that something is wrong with a campaign, with one signer's reason or with an update. One report per sender; repeats look the same to who sends them.</summary>
public sealed class ReportCampaign(PetitionsDb db, TenantContext tenant, Senders senders)
{
    private const int MostAtOnce = 10;

    public static IReadOnlyList<string> Reasons { get; } = ["illegal", "hate", "private", "false", "spam", "other"];

    public async Task RunAsync(Guid campaign, Guid? about, string reason, string? text, string? email, byte[] sender, CancellationToken ct)
    {
        if (!senders.Allows("report", sender, MostAtOnce))
        {
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into petitions.campaign_reports (tenant_id, id, campaign_id, signature_id, reason, text, email, sender)
            values ({tenant.Id}, {Guid.CreateVersion7()}, {campaign}, {about}, {reason}, {text}, {email}, {sender})
            on conflict (tenant_id, campaign_id, signature_id, sender) do nothing
            """,
            ct);
    }
}
