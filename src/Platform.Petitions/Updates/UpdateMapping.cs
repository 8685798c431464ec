using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Updates;

internal sealed class UpdateMapping : IEntityTypeConfiguration<CampaignUpdate>
{
    public void Configure(EntityTypeBuilder<CampaignUpdate> builder)
    {
        builder.ToTable("campaign_updates");
        builder.HasKey(u => new { u.TenantId, u.Id });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(u => new { u.TenantId, u.CampaignId });
        builder.HasOne<User>().WithMany().HasForeignKey(u => u.Author).OnDelete(DeleteBehavior.Restrict);
        builder.Property(u => u.Language).HasMaxLength(10);
        builder.Property(u => u.Title).HasMaxLength(UpdateForm.TitleRoom);
        builder.Property(u => u.HiddenBecause).HasMaxLength(2000);
        builder.Property(u => u.BegunAt).HasDefaultValueSql("now()");
        builder.HasIndex(u => new { u.TenantId, u.CampaignId, u.Number }).IsUnique();
    }
}
