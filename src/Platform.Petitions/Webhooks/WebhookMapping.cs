using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.Webhooks;

internal sealed class WebhookMapping : IEntityTypeConfiguration<WebhookEndpoint>, IEntityTypeConfiguration<WebhookDelivery>, IEntityTypeConfiguration<WebhookPosition>
{
    public const int LongestUrl = 500;
    public const int LongestError = 200;

    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("webhook_endpoints");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.TenantId);
        builder.Property(e => e.Url).HasMaxLength(LongestUrl);
        builder.Property(e => e.Events).HasDefaultValueSql("'{}'");
        builder.Property(e => e.CreatedAt).HasDefaultValueSql("now()");
    }

    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.HasKey(d => new { d.TenantId, d.Id });
        builder.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(d => new { d.TenantId, d.EndpointId }).OnDelete(DeleteBehavior.Cascade);
        builder.Property(d => d.Kind).HasMaxLength(40);
        builder.Property(d => d.LastError).HasMaxLength(LongestError);
        builder.Property(d => d.CreatedAt).HasDefaultValueSql("now()");
        builder.Property(d => d.NextAt).HasDefaultValueSql("now()");
        builder.Property(d => d.Attempts).HasDefaultValue((short)0);
        builder.HasIndex(d => new { d.TenantId, d.EndpointId, d.SourceId }).IsUnique();
        builder.HasIndex(d => d.NextAt).HasFilter("next_at is not null");
        builder.HasIndex(d => d.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<WebhookPosition> builder)
    {
        builder.ToTable("webhook_positions");
        builder.HasKey(p => new { p.TenantId, p.EndpointId, p.CampaignId });
        builder.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(p => new { p.TenantId, p.EndpointId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(p => new { p.TenantId, p.CampaignId });
    }
}

/// <summary>The newest signature of a campaign that an endpoint was told of. Numbers are gapless in the order of their commits, so this one number says it all.</summary>
public sealed class WebhookPosition : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid EndpointId { get; private set; }

    public Guid CampaignId { get; private set; }

    public long Numbered { get; private set; }
}
