using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

internal sealed class ModerationMapping :
    IEntityTypeConfiguration<RejectionReason>, IEntityTypeConfiguration<CampaignNote>,
    IEntityTypeConfiguration<CampaignTag>, IEntityTypeConfiguration<CampaignReport>, IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<RejectionReason> builder)
    {
        builder.ToTable("rejection_reasons");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(40);
        builder.Property(r => r.Wording).HasMaxLength(4000);
    }

    public void Configure(EntityTypeBuilder<CampaignNote> builder)
    {
        builder.ToTable("campaign_notes");
        builder.HasKey(n => new { n.TenantId, n.Id });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(n => new { n.TenantId, n.CampaignId });
        builder.Property(n => n.Text).HasMaxLength(4000);
        builder.Property(n => n.At).HasDefaultValueSql("now()");
    }

    public void Configure(EntityTypeBuilder<CampaignTag> builder)
    {
        builder.ToTable("campaign_tags");
        builder.HasKey(t => new { t.TenantId, t.CampaignId, t.Tag });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(t => new { t.TenantId, t.CampaignId });
        builder.Property(t => t.Tag).HasMaxLength(CampaignTag.Longest);
        builder.HasIndex(t => t.Tag);
    }

    public void Configure(EntityTypeBuilder<CampaignReport> builder)
    {
        builder.ToTable("campaign_reports");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(r => new { r.TenantId, r.CampaignId });
        builder.Property(r => r.About).HasColumnName("signature_id");
        builder.Property(r => r.Reason).HasMaxLength(40);
        builder.Property(r => r.Text).HasMaxLength(2000);
        builder.Property(r => r.Email).HasMaxLength(254);
        builder.Property(r => r.At).HasDefaultValueSql("now()");
        builder.HasIndex(r => new { r.TenantId, r.CampaignId, r.About, r.Sender }).IsUnique().AreNullsDistinct(false);
        builder.HasIndex(r => r.At).HasFilter("handled_at is null");
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(a => a.Id).UseIdentityAlwaysColumn();
        builder.Property(a => a.ActorName).HasMaxLength(120);
        builder.Property(a => a.Action).HasMaxLength(60);
        builder.Property(a => a.Detail).HasMaxLength(AuditEntry.LongestDetail);
        builder.Property(a => a.At).HasDefaultValueSql("now()");
        builder.HasIndex(a => new { a.CampaignId, a.At });
        builder.HasIndex(a => a.At);
    }
}
