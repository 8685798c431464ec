using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.Domains;

internal sealed class DomainClaimMapping : IEntityTypeConfiguration<DomainClaim>
{
    public void Configure(EntityTypeBuilder<DomainClaim> builder)
    {
        builder.ToTable("domain_claims");
        builder.HasKey(c => c.TenantId);
        builder.HasOne<Organisation>().WithOne().HasForeignKey<DomainClaim>(c => c.TenantId);
        builder.Property(c => c.Host).HasMaxLength(DomainName.Longest);
        builder.Property(c => c.Token).HasMaxLength(60);
        builder.Property(c => c.Version).IsRowVersion();
    }
}
