using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Signatures;

/// <summary>The table is partitioned by hash of campaign; the migration says so in SQL, the model need not know.</summary>
internal sealed class SignatureMapping : IEntityTypeConfiguration<Signature>, IEntityTypeConfiguration<SignatureEvent>
{
    public void Configure(EntityTypeBuilder<Signature> builder)
    {
        builder.ToTable("signatures");
        builder.HasKey(s => new { s.TenantId, s.CampaignId, s.Id });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(s => new { s.TenantId, s.CampaignId });
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.NameKey).HasMaxLength(200);
        builder.Property(s => s.Email).HasMaxLength(254);
        builder.Property(s => s.Country).HasMaxLength(2);
        builder.Property(s => s.Postcode).HasMaxLength(20);
        builder.Property(s => s.Reason).HasMaxLength(2000);
        builder.Property(s => s.Language).HasMaxLength(10);
        builder.Property(s => s.Source).HasMaxLength(40);
        builder.Property(s => s.SubmittedAt).HasDefaultValueSql("now()");
        builder.Property(s => s.TokenIssuedAt).HasDefaultValueSql("now()");
        builder.HasIndex(s => new { s.TenantId, s.CampaignId, s.EmailFingerprint, s.Person }).IsUnique();
        builder.HasIndex(s => new { s.TenantId, s.CampaignId, s.Number }).IsUnique().HasFilter("number is not null");
        builder.HasIndex(s => new { s.EmailFingerprint });
        builder.HasIndex(s => new { s.SubmittedAt }).HasFilter("state = 0");
    }

    public void Configure(EntityTypeBuilder<SignatureEvent> builder)
    {
        builder.ToTable("signature_events");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Id).UseIdentityAlwaysColumn();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(e => new { e.TenantId, e.CampaignId });
        builder.Property(e => e.Kind).HasMaxLength(30);
        builder.Property(e => e.Actor).HasMaxLength(20);
        builder.Property(e => e.At).HasDefaultValueSql("now()");
        builder.HasIndex(e => new { e.TenantId, e.CampaignId, e.SignatureId });
    }
}
