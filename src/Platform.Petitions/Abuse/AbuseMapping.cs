using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Abuse;

internal sealed class AbuseMapping : IEntityTypeConfiguration<ListEntry>, IEntityTypeConfiguration<AbuseLimits>, IEntityTypeConfiguration<AbuseSignal>
{
    public const int LongestComment = 300;

    public void Configure(EntityTypeBuilder<ListEntry> builder)
    {
        builder.ToTable("list_entries");
        builder.Property(e => e.Id).UseIdentityAlwaysColumn();
        builder.Property(e => e.Pattern).HasMaxLength(260);
        builder.Property(e => e.Comment).HasMaxLength(LongestComment);
        builder.Property(e => e.At).HasDefaultValueSql("now()");
        builder.HasIndex(e => e.Fingerprint).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AbuseLimits> builder)
    {
        builder.ToTable("abuse_limits", t => t.HasCheckConstraint("ck_abuse_limits_one", "id = 1"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasData(new AbuseLimits());
    }

    public void Configure(EntityTypeBuilder<AbuseSignal> builder)
    {
        builder.ToTable("abuse_signals");
        builder.HasKey(s => new { s.TenantId, s.Id });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(s => new { s.TenantId, s.CampaignId });
        builder.Property(s => s.Id).UseIdentityAlwaysColumn();
        builder.Property(s => s.Sender).HasMaxLength(260);
        builder.Property(s => s.At).HasDefaultValueSql("now()");
        builder.HasIndex(s => s.At);
    }
}
