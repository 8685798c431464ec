using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.News;

/// <summary>What an organiser has mailed; stored, so never renumbered.</summary>
public enum NewsKind
{
    Update = 1,
    Outcome = 2,
}

/// <summary>Ledger of what an organiser mails to those who want news: one row for each piece, so that none is mailed twice.</summary>
public sealed class NewsMailing : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public required Guid CampaignId { get; init; }

    public required NewsKind Kind { get; init; }

    /// <summary>The update; of an outcome the campaign itself, so that one campaign mails one.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Who confirmed later is not mailed.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When its mails were laid in the outbox; null while due.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>How many it goes to.</summary>
    public long? Recipients { get; private set; }
}

internal sealed class NewsMapping : IEntityTypeConfiguration<NewsMailing>
{
    public void Configure(EntityTypeBuilder<NewsMailing> builder)
    {
        builder.ToTable("news_mailings");
        builder.HasKey(m => new { m.TenantId, m.CampaignId, m.Kind, m.Subject });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(m => new { m.TenantId, m.CampaignId });
        builder.Property(m => m.AskedAt).HasDefaultValueSql("now()");
        builder.HasIndex(m => m.AskedAt).HasFilter("done_at is null");
    }
}
