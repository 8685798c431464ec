using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.ApiKeys;

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(k => new { k.TenantId, k.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(k => k.TenantId);
        builder.Property(k => k.Name).HasMaxLength(80);
        builder.Property(k => k.CreatedAt).HasDefaultValueSql("now()");
    }
}
