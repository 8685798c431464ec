using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Counting;

internal sealed class CountingMapping :
    IEntityTypeConfiguration<CampaignCount>, IEntityTypeConfiguration<CampaignSubmissions>, IEntityTypeConfiguration<CampaignDay>, IEntityTypeConfiguration<CampaignArea>,
    IEntityTypeConfiguration<CountSample>, IEntityTypeConfiguration<CampaignRegion>, IEntityTypeConfiguration<CampaignSource>
{
    public void Configure(EntityTypeBuilder<CampaignCount> builder)
    {
        builder.ToTable("campaign_counts", t => t.HasCheckConstraint("ck_campaign_counts_rows", "confirmed >= 0 and confirmed <= numbered"));
        builder.HasKey(c => new { c.TenantId, c.CampaignId });
        builder.HasOne<Campaign>().WithOne().HasForeignKey<CampaignCount>(c => new { c.TenantId, c.CampaignId });
        builder.Property(c => c.ChangedAt).HasDefaultValueSql("now()");
    }

    public void Configure(EntityTypeBuilder<CampaignSubmissions> builder)
    {
        builder.ToTable("campaign_submissions");
        builder.HasKey(c => new { c.TenantId, c.CampaignId });
        builder.HasOne<Campaign>().WithOne().HasForeignKey<CampaignSubmissions>(c => new { c.TenantId, c.CampaignId });
    }

    public void Configure(EntityTypeBuilder<CampaignDay> builder)
    {
        builder.ToTable("campaign_days");
        builder.HasKey(d => new { d.TenantId, d.CampaignId, d.Day });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(d => new { d.TenantId, d.CampaignId });
    }

    public void Configure(EntityTypeBuilder<CampaignArea> builder)
    {
        builder.ToTable("campaign_areas");
        builder.HasKey(a => new { a.TenantId, a.CampaignId, a.Country });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(a => new { a.TenantId, a.CampaignId });
        builder.Property(a => a.Country).HasMaxLength(2);
    }

    public void Configure(EntityTypeBuilder<CampaignRegion> builder)
    {
        builder.ToTable("campaign_regions");
        builder.HasKey(r => new { r.TenantId, r.CampaignId, r.Country, r.Region });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(r => new { r.TenantId, r.CampaignId });
        builder.Property(r => r.Country).HasMaxLength(2);
        builder.Property(r => r.Region).HasMaxLength(4);
        builder.HasIndex(r => r.Region);
    }

    public void Configure(EntityTypeBuilder<CampaignSource> builder)
    {
        builder.ToTable("campaign_sources");
        builder.HasKey(s => new { s.TenantId, s.CampaignId, s.Source });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(s => new { s.TenantId, s.CampaignId });
        builder.Property(s => s.Source).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<CountSample> builder)
    {
        builder.ToTable("count_samples");
        builder.HasKey(s => new { s.TenantId, s.CampaignId, s.At });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(s => new { s.TenantId, s.CampaignId });
    }
}
