using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Core.Tenancy;

namespace Platform.Donations.Reconciliation;

/// <summary>Something Stripe states otherwise than we do. It stays until the two agree again; nothing is repaired behind anybody's back.</summary>
public sealed class ReconciliationDifference : ITenantOwned
{
    private ReconciliationDifference()
    {
    }

    internal ReconciliationDifference(Finding finding, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Kind, Source, Currency, Ours, Theirs, At) = finding;
        (FirstSeenAt, LastSeenAt) = (now, now);
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public DifferenceKind Kind { get; private set; }

    /// <summary>What it is about, by Stripe's name: <c>txn_…</c>, <c>ch_…</c>, <c>pi_…</c>.</summary>
    public string Source { get; private set; } = "";

    public string Currency { get; private set; } = "";

    /// <summary>What we have, in the smallest unit; null for nothing.</summary>
    public long? Ours { get; private set; }

    /// <summary>What Stripe has.</summary>
    public long? Theirs { get; private set; }

    /// <summary>When the money moved.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>Since when the two agree.</summary>
    public DateTimeOffset? GoneAt { get; private set; }

    internal void Seen(Finding finding, DateTimeOffset now) => (Ours, Theirs, LastSeenAt) = (finding.Ours, finding.Theirs, now);

    internal void Gone(DateTimeOffset now) => GoneAt = now;
}

public enum DifferenceKind
{
    /// <summary>Money moved at Stripe and is not in the books.</summary>
    MissingInLedger = 1,

    /// <summary>The books have a movement that Stripe does not know.</summary>
    MissingAtStripe = 2,
    AmountDiffers = 3,

    /// <summary>Stripe has the money of a gift that is not paid here.</summary>
    GiftNotPaid = 4,

    /// <summary>A gift is paid here, and Stripe has no charge of it.</summary>
    GiftNotCharged = 5,
    RefundDiffers = 6,
}

/// <summary>One comparison, kept as a proof that it was made.</summary>
public sealed class ReconciliationRun : ITenantOwned
{
    private ReconciliationRun()
    {
    }

    public ReconciliationRun(DateTimeOffset at, int compared, int differences) => (Id, At, Compared, Differences) = (Guid.CreateVersion7(), at, compared, differences);

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Movements and charges that were looked at.</summary>
    public int Compared { get; private set; }

    /// <summary>Open after it.</summary>
    public int Differences { get; private set; }
}

internal sealed class ReconciliationMapping : IEntityTypeConfiguration<ReconciliationDifference>, IEntityTypeConfiguration<ReconciliationRun>
{
    public void Configure(EntityTypeBuilder<ReconciliationDifference> builder)
    {
        builder.ToTable("reconciliation_differences");
        builder.HasKey(d => new { d.TenantId, d.Id });
        builder.Property(d => d.Source).HasMaxLength(80);
        builder.Property(d => d.Currency).HasMaxLength(3);
        builder.HasIndex(d => new { d.TenantId, d.Source, d.Kind }).IsUnique().HasFilter("gone_at is null");
    }

    public void Configure(EntityTypeBuilder<ReconciliationRun> builder)
    {
        builder.ToTable("reconciliation_runs");
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.HasIndex(r => new { r.TenantId, r.At });
    }
}
