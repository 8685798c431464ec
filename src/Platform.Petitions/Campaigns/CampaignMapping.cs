using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Accounts;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.Campaigns;

internal sealed class CampaignMapping :
    IEntityTypeConfiguration<Campaign>, IEntityTypeConfiguration<CampaignText>, IEntityTypeConfiguration<TimelineEntry>,
    IEntityTypeConfiguration<SlugRecord>, IEntityTypeConfiguration<Picture>, IEntityTypeConfiguration<DraftLink>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns", t => t.HasCheckConstraint("ck_campaigns_slug", "slug = lower(slug)"));
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.TenantId);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.CreatedBy).OnDelete(DeleteBehavior.Restrict);
        builder.Property(c => c.Reference).HasDefaultValueSql("nextval('petitions.campaign_reference')");
        builder.Property(c => c.Slug).HasMaxLength(80);
        builder.Property(c => c.Language).HasMaxLength(10);
        builder.Property(c => c.Topic).HasMaxLength(40);
        builder.Property(c => c.Country).HasMaxLength(2);
        builder.Property(c => c.TimeZone).HasMaxLength(60);
        builder.Property(c => c.PictureAlt).HasMaxLength(300);
        builder.Property(c => c.Eligibility).HasMaxLength(400);
        builder.Property(c => c.Explanation).HasMaxLength(4000);
        builder.Property(c => c.OutcomeWords).HasMaxLength(4000);
        builder.Property(c => c.RejectionCode).HasMaxLength(40);
        builder.Property(c => c.PublicNote).HasMaxLength(4000);
        builder.Property(c => c.CreatedAt).HasDefaultValueSql("now()");
        builder.Property(c => c.EditedAt).HasDefaultValueSql("now()");
        builder.Property(c => c.Version).IsRowVersion();
        builder.OwnsMany(c => c.DecisionMakers, d => d.ToJson("decision_makers"));
        builder.OwnsMany(c => c.Links, l => l.ToJson("links"));
        builder.OwnsMany(c => c.ShareTexts, t => t.ToJson("share_texts"));
        builder.Ignore(c => c.WaitingTexts);
        builder.HasMany(c => c.Texts).WithOne().HasForeignKey(t => new { t.TenantId, t.CampaignId });
        builder.HasIndex(c => new { c.TenantId, c.Slug }).IsUnique();
        builder.HasIndex(c => c.Reference).IsUnique();
        builder.HasIndex(c => new { c.Status, c.SubmittedAt });
        builder.HasIndex(c => new { c.Status, c.ClosesAt });
        builder.HasIndex(c => new { c.Status, c.PublishedAt });
    }

    public void Configure(EntityTypeBuilder<CampaignText> builder)
    {
        builder.ToTable("campaign_texts");
        builder.HasKey(t => new { t.TenantId, t.CampaignId, t.Language, t.Version });
        builder.Property(t => t.Language).HasMaxLength(10);
        builder.Property(t => t.Title).HasMaxLength(400);
        builder.Property(t => t.Demand).HasMaxLength(4000);
        builder.Property(t => t.RefusedBecause).HasMaxLength(4000);
        builder.Property(t => t.EditedAt).HasDefaultValueSql("now()");
    }

    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("campaign_timeline");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(e => new { e.TenantId, e.CampaignId });
        builder.Property(e => e.Kind).HasMaxLength(40);
        builder.Property(e => e.Note).HasMaxLength(4000);
        builder.Property(e => e.At).HasDefaultValueSql("now()");
        builder.HasIndex(e => new { e.TenantId, e.CampaignId, e.At });
        builder.HasIndex(e => new { e.TenantId, e.At });
    }

    public void Configure(EntityTypeBuilder<SlugRecord> builder)
    {
        builder.ToTable("campaign_slugs");
        builder.HasKey(s => new { s.TenantId, s.Slug });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(s => new { s.TenantId, s.CampaignId });
        builder.Property(s => s.Slug).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<Picture> builder)
    {
        builder.ToTable("pictures");
        builder.HasKey(p => new { p.TenantId, p.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.TenantId);
        builder.Property(p => p.Colour).HasMaxLength(6);
        builder.Property(p => p.CreatedAt).HasDefaultValueSql("now()");
    }

    public void Configure(EntityTypeBuilder<DraftLink> builder)
    {
        builder.ToTable("draft_links");
        builder.HasKey(l => new { l.TenantId, l.Id });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(l => new { l.TenantId, l.CampaignId });
        builder.Property(l => l.CreatedAt).HasDefaultValueSql("now()");
        builder.HasIndex(l => new { l.TenantId, l.TokenHash }).IsUnique();
    }
}
