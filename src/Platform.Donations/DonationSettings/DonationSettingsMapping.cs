using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Donations.DonationSettings;

internal sealed class DonationSettingsMapping : IEntityTypeConfiguration<GivingSettings>, IEntityTypeConfiguration<FormerAccount>, IEntityTypeConfiguration<CampaignGiving>
{
    public void Configure(EntityTypeBuilder<GivingSettings> builder)
    {
        builder.ToTable("giving_settings");
        builder.HasKey(s => s.TenantId);
        builder.Property(s => s.TenantId).ValueGeneratedNever();
        builder.Property(s => s.StripeAccount).HasMaxLength(80);
        builder.Property(s => s.SealedKey).HasMaxLength(1000);
        builder.Property(s => s.Version).IsRowVersion();
        builder.OwnsMany(s => s.Purposes, p => p.ToJson("purposes"));
        builder.OwnsMany(s => s.Currencies, c => c.ToJson("currencies"));
        builder.Property(s => s.SealedWebhookSecret).HasMaxLength(1000);
        builder.HasIndex(s => s.StripeAccount).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FormerAccount> builder)
    {
        builder.ToTable("former_accounts");
        builder.HasKey(f => new { f.TenantId, f.Account });
        builder.Property(f => f.Account).HasMaxLength(80);
        builder.Property(f => f.SealedKey).HasMaxLength(1000);
        builder.Property(f => f.SealedWebhookSecret).HasMaxLength(1000);
        builder.HasIndex(f => f.Account);
    }

    public void Configure(EntityTypeBuilder<CampaignGiving> builder)
    {
        builder.ToTable("campaign_giving");
        builder.HasKey(c => new { c.TenantId, c.CampaignId });
    }
}
