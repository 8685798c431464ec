using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Donations.DonationSettings;
using Platform.Donations.Gifts;
using Platform.Donations.Giving;
using Platform.Donations.Ledger;
using Platform.Donations.Reconciliation;
using Platform.Donations.StripeWebhook;

namespace Platform.Donations;

/// <summary>Everything about money, in schema <c>donations</c>. It names campaigns and organisations by id and points at no table outside.</summary>
public sealed class DonationsDb(DbContextOptions<DonationsDb> options, TenantContext tenant) : DbContext(options), ITenantDb
{
    public const string Schema = "donations";

    public TenantContext Tenant => tenant;

    public Guid CurrentTenantId => tenant.Id ?? Guid.Empty;

    public DbSet<Donation> Donations => Set<Donation>();

    public DbSet<GivingSettings> Settings => Set<GivingSettings>();

    public DbSet<FormerAccount> FormerAccounts => Set<FormerAccount>();

    public DbSet<RefundRequest> Refunds => Set<RefundRequest>();

    public DbSet<CampaignGiving> Campaigns => Set<CampaignGiving>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfiguration(new DonationMapping());
        var settings = new DonationSettingsMapping();
        modelBuilder.ApplyConfiguration<GivingSettings>(settings).ApplyConfiguration<FormerAccount>(settings).ApplyConfiguration<CampaignGiving>(settings);
        var ledger = new LedgerMapping();
        modelBuilder.ApplyConfiguration<LedgerTransaction>(ledger).ApplyConfiguration<LedgerEntry>(ledger);
        modelBuilder.ApplyConfiguration(new RefundMapping());
        modelBuilder.ApplyConfiguration(new StripeEventMapping());
        var reconciliation = new ReconciliationMapping();
        modelBuilder.ApplyConfiguration<ReconciliationDifference>(reconciliation).ApplyConfiguration<ReconciliationRun>(reconciliation);
        modelBuilder.ApplyTenancy(this);
    }
}
