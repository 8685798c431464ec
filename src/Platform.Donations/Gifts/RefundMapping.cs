using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Donations.Giving;

namespace Platform.Donations.Gifts;

internal sealed class RefundMapping : IEntityTypeConfiguration<RefundRequest>
{
    public void Configure(EntityTypeBuilder<RefundRequest> builder)
    {
        builder.ToTable("refund_requests", t => t.HasCheckConstraint("ck_refund_requests_amount", "amount > 0"));
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.HasOne<Donation>().WithMany().HasForeignKey(r => new { r.TenantId, r.DonationId });
        builder.Property(r => r.AskedByName).HasMaxLength(120);
        builder.Property(r => r.Problem).HasMaxLength(120);
        builder.Property(r => r.Version).IsRowVersion();
    }
}
