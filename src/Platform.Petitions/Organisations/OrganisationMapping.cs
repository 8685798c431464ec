using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Branding;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Organisations;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Slug).HasMaxLength(60);
        builder.Property(o => o.Name).HasMaxLength(120);
        builder.Property(o => o.Language).HasMaxLength(10);
        builder.Property(o => o.About).HasMaxLength(10_000);
        builder.Property(o => o.Place).HasMaxLength(120);
        builder.Property(o => o.Website).HasMaxLength(300);
        builder.Property(o => o.Domain).HasMaxLength(253);
        builder.Property(o => o.Accent).HasMaxLength(7);
        builder.Property(o => o.BannerAlt).HasMaxLength(LookForm.LongestAlt);
        builder.ComplexProperty(o => o.Logo, logo =>
        {
            logo.Property(l => l.Alt).HasMaxLength(LookForm.LongestAlt);
            logo.Property(l => l.Tone).HasMaxLength(10);
        });
        builder.Property(o => o.EmbedHosts).HasDefaultValueSql("'{}'");
        builder.Property(o => o.CreatedAt).HasDefaultValueSql("now()");
        builder.HasOne<Picture>().WithMany().HasForeignKey(o => new { o.Id, o.BannerId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.Slug).IsUnique();
        builder.HasIndex(o => o.Domain).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint("ck_organisations_slug", "slug = lower(slug)"));
    }
}
