using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Petitions.Organisations;

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.HasKey(m => new { m.TenantId, m.UserId });
        builder.HasOne(m => m.Organisation).WithMany().HasForeignKey(m => m.TenantId);
        builder.HasOne(m => m.User).WithMany().HasForeignKey(m => m.UserId);
        builder.Property(m => m.CreatedAt).HasDefaultValueSql("now()");
        builder.HasIndex(m => m.UserId);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasKey(i => new { i.TenantId, i.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.TenantId);
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.CreatedAt).HasDefaultValueSql("now()");
        builder.HasIndex(i => new { i.TenantId, i.TokenHash }).IsUnique();
    }
}
