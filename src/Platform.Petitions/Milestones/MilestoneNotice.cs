using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Milestones;

public enum NoticeClass
{
    Timeline = 1,
    Organiser = 2,
    Signers = 3,
}

/// <summary>Ledger of what a milestone caused: one row per campaign, milestone and class, so that nothing is noticed twice.</summary>
public sealed class MilestoneNotice : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    /// <summary>The count that was reached.</summary>
    public long Milestone { get; private set; }

    public NoticeClass Class { get; private set; }

    public DateTimeOffset ReachedAt { get; private set; }

    /// <summary>When its mails were laid in the outbox; null while due.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>How many it went to.</summary>
    public long? Recipients { get; private set; }
}

internal sealed class MilestoneMapping : IEntityTypeConfiguration<MilestoneNotice>
{
    public void Configure(EntityTypeBuilder<MilestoneNotice> builder)
    {
        builder.ToTable("milestone_notices");
        builder.HasKey(m => new { m.TenantId, m.CampaignId, m.Milestone, m.Class });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(m => new { m.TenantId, m.CampaignId });
        builder.Property(m => m.ReachedAt).HasDefaultValueSql("now()");
        builder.HasIndex(m => m.ReachedAt).HasFilter("done_at is null");
    }
}
