using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Donations.Giving;

internal sealed class DonationMapping : IEntityTypeConfiguration<Donation>
{
    public void Configure(EntityTypeBuilder<Donation> builder)
    {
        builder.ToTable("donations", t => t.HasCheckConstraint("ck_donations_amount", "amount > 0 and fee_cover >= 0 and refunded between 0 and amount + fee_cover"));
        builder.HasKey(d => new { d.TenantId, d.Id });
        builder.Ignore(d => d.Total);
        builder.Property(d => d.Currency).HasMaxLength(3);
        builder.Property(d => d.GiverName).HasMaxLength(120);
        builder.Property(d => d.GiverEmail).HasMaxLength(254);
        builder.Property(d => d.Language).HasMaxLength(10);
        builder.Property(d => d.StripeAccount).HasMaxLength(80);
        builder.Property(d => d.CheckoutSessionId).HasMaxLength(120);
        builder.Property(d => d.PaymentIntentId).HasMaxLength(80);
        builder.Property(d => d.SubscriptionId).HasMaxLength(80);
        builder.Property(d => d.CustomerId).HasMaxLength(80);
        builder.Property(d => d.FailureCode).HasMaxLength(80);
        builder.Property(d => d.Version).IsRowVersion();
        builder.HasIndex(d => new { d.TenantId, d.CreatedAt, d.Id });
        builder.HasIndex(d => new { d.TenantId, d.CampaignId, d.CreatedAt, d.Id });
        builder.HasIndex(d => new { d.TenantId, d.RenewalOf });
        builder.HasIndex(d => d.CheckoutSessionId);
        builder.HasIndex(d => d.PaymentIntentId);
        builder.HasIndex(d => d.SubscriptionId);
    }
}
