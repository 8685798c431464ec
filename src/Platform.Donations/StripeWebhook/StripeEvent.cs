using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Core.Tenancy;

namespace Platform.Donations.StripeWebhook;

/// <summary>
/// A verified webhook. It is a bell and no message: only ids are kept of it, and what happened is asked of Stripe when it is processed. So it
/// holds nothing about a person, and an old event that comes late tells what is true now.
/// </summary>
public sealed class StripeEvent : ITenantOwned
{
    private StripeEvent()
    {
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Whose it is at Stripe: the organisation's account of now, or one before it.</summary>
    public string Account { get; private set; } = "";

    /// <summary><c>evt_…</c>, unique: a repetition is not taken twice.</summary>
    public string EventId { get; private set; } = "";

    /// <summary>For example <c>charge.refunded</c>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>What it is about: <c>cs_…</c>, <c>ch_…</c>, <c>in_…</c>.</summary>
    public string ObjectId { get; private set; } = "";

    /// <summary>The payment, subscription or payout it belongs to.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>When it happened, by Stripe's clock.</summary>
    public DateTimeOffset At { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? ProcessedAt { get; private set; }

    public StripeEventOutcome Outcome { get; private set; }

    /// <summary>Processed. Never undone.</summary>
    public void Done(StripeEventOutcome outcome, DateTimeOffset now) => (Outcome, ProcessedAt) = (outcome, ProcessedAt ?? now);
}

public enum StripeEventOutcome
{
    Waiting = 0,
    Done = 1,

    /// <summary>Of a kind, or about a payment, that is not the platform's business.</summary>
    NotOurs = 2,

    /// <summary>It contradicts what the platform knows: another amount, currency or account. Nothing was changed; somebody has to look.</summary>
    Refused = 3,

    /// <summary>Stripe does not show the object to us: the access was taken away, or it does not exist.</summary>
    NoAccess = 4,
}

internal sealed class StripeEventMapping : IEntityTypeConfiguration<StripeEvent>
{
    public void Configure(EntityTypeBuilder<StripeEvent> builder)
    {
        builder.ToTable("stripe_events");
        builder.HasKey(e => new { e.TenantId, e.Id });
        builder.Property(e => e.Account).HasMaxLength(80);
        builder.Property(e => e.EventId).HasMaxLength(80);
        builder.Property(e => e.Type).HasMaxLength(80);
        builder.Property(e => e.ObjectId).HasMaxLength(120);
        builder.Property(e => e.Subject).HasMaxLength(120);
        builder.Property(e => e.ReceivedAt).HasDefaultValueSql("now()");
        builder.HasIndex(e => new { e.TenantId, e.EventId }).IsUnique();
        builder.HasIndex(e => new { e.TenantId, e.Subject });
        builder.HasIndex(e => e.ReceivedAt).HasFilter("processed_at is null");
        builder.HasIndex(e => new { e.TenantId, e.ReceivedAt }).HasFilter("outcome > 2");
    }
}
