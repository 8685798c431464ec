using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Petitions.Directory;

internal sealed class ListingMapping : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> builder)
    {
        builder.ToTable("listed_campaigns");
        builder.HasKey(l => l.CampaignId);
        builder.Property(l => l.CampaignId).ValueGeneratedNever();
        builder.Property(l => l.Topic).HasMaxLength(40);
        builder.Property(l => l.Country).HasMaxLength(2);
        builder.HasIndex(l => l.OrganisationId);
    }
}
