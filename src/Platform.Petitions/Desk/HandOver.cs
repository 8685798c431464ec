using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Desk;

/// <summary>Gives a campaign to another member, who answers for it from then on. Both hear of it.</summary>
public sealed class HandOver(PetitionsDb db, Audit audit)
{
    /// <summary>Adds to the caller's unit of work.</summary>
    /// <param name="campaign">Tracked.</param>
    /// <param name="to">A member who may write.</param>
    public void Give(Campaign campaign, Guid to, string name)
    {
        if (campaign.CreatedBy == to)
        {
            return;
        }

        db.Outbox.Add(new OutboxMail(MailKind.CampaignHandedOver, campaign.TenantId, campaign.Id, campaign.CreatedBy, "given"));
        db.Outbox.Add(new OutboxMail(MailKind.CampaignHandedOver, campaign.TenantId, campaign.Id, to, "received"));
        campaign.TransferTo(to);
        audit.Note("campaign.transfer", campaign.Id, name);
    }

    /// <summary>Nobody's campaigns stay behind with somebody who left or may no longer write: the longest-standing owner takes them.</summary>
    public async Task RescueAsync(Guid from, CancellationToken ct)
    {
        var campaigns = await db.Campaigns.Where(c => c.CreatedBy == from).ToListAsync(ct);
        if (campaigns.Count == 0)
        {
            return;
        }

        var heir = await db.Memberships.Where(m => m.Role == MemberRole.Owner && m.UserId != from && m.User.SuspendedAt == null)
            .OrderBy(m => m.CreatedAt).Select(m => new { m.UserId, m.User.Name }).FirstOrDefaultAsync(ct);
        if (heir is not null)
        {
            campaigns.ForEach(c => Give(c, heir.UserId, heir.Name));
        }
    }
}
