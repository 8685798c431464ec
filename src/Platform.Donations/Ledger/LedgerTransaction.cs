using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Core.Tenancy;

namespace Platform.Donations.Ledger;

/// <summary>One cause in the books. Written by <see cref="LedgerBook"/> alone; the database refuses to change or delete it.</summary>
public sealed class LedgerTransaction : ITenantOwned
{
    private LedgerTransaction()
    {
    }

    public Guid TenantId { get; private set; }

    public long Id { get; private set; }

    /// <summary><c>acct_…</c> whose balance moved.</summary>
    public string Account { get; private set; } = "";

    /// <summary><c>txn_…</c>: once in the books, however often it is told.</summary>
    public string Movement { get; private set; } = "";

    /// <summary>The charge, refund, dispute or payout behind it.</summary>
    public string Source { get; private set; } = "";

    public LedgerKind Kind { get; private set; }

    /// <summary>Of all its entries.</summary>
    public string Currency { get; private set; } = "";

    public Guid? DonationId { get; private set; }

    /// <summary>By Stripe's clock.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public List<LedgerEntry> Entries { get; private set; } = [];
}

/// <summary>One line of a transaction, in its currency's smallest unit.</summary>
public sealed class LedgerEntry : ITenantOwned
{
    private LedgerEntry()
    {
    }

    public Guid TenantId { get; private set; }

    public long TransactionId { get; private set; }

    public LedgerAccount Account { get; private set; }

    /// <summary>A debit above zero, a credit below.</summary>
    public long Amount { get; private set; }
}

internal sealed class LedgerMapping : IEntityTypeConfiguration<LedgerTransaction>, IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerTransaction> builder)
    {
        builder.ToTable("ledger_transactions");
        builder.HasKey(t => new { t.TenantId, t.Id });
        builder.Property(t => t.Id).UseIdentityAlwaysColumn();
        builder.Property(t => t.Account).HasMaxLength(80);
        builder.Property(t => t.Movement).HasMaxLength(80);
        builder.Property(t => t.Source).HasMaxLength(80);
        builder.Property(t => t.Currency).HasMaxLength(3);
        builder.Property(t => t.RecordedAt).HasDefaultValueSql("now()");
        builder.HasIndex(t => new { t.TenantId, t.Movement }).IsUnique();
        builder.HasIndex(t => new { t.TenantId, t.DonationId });
        builder.HasIndex(t => new { t.TenantId, t.At });
        builder.HasMany(t => t.Entries).WithOne().HasForeignKey(e => new { e.TenantId, e.TransactionId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger_entries", t => t.HasCheckConstraint("ck_ledger_entries_amount", "amount <> 0"));
        builder.HasKey(e => new { e.TenantId, e.TransactionId, e.Account });
    }
}
