using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Voices;

internal sealed class VoicesMapping : IEntityTypeConfiguration<ReasonMark>, IEntityTypeConfiguration<ReasonThank>
{
    public void Configure(EntityTypeBuilder<ReasonMark> builder)
    {
        builder.ToTable("reason_marks");
        builder.HasKey(m => new { m.TenantId, m.CampaignId, m.SignatureId });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(m => new { m.TenantId, m.CampaignId });
        builder.HasIndex(m => new { m.TenantId, m.CampaignId, m.Thanks });
    }

    public void Configure(EntityTypeBuilder<ReasonThank> builder)
    {
        builder.ToTable("reason_thanks");
        builder.HasKey(t => new { t.TenantId, t.CampaignId, t.SignatureId, t.Sender });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(t => new { t.TenantId, t.CampaignId });
        builder.Property(t => t.At).HasDefaultValueSql("now()");
        builder.HasIndex(t => t.At);
    }
}
