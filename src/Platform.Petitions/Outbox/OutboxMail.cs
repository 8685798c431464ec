using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Petitions.Outbox;

/// <summary>A mail that is due, written with its cause. It names ids only: the words and the address are put together when it is sent.</summary>
public sealed class OutboxMail
{
    private OutboxMail()
    {
    }

    /// <param name="kind">Which <see cref="MailKind"/> writes it.</param>
    /// <param name="subject">Id of what it is about: a signature, a user, an invitation.</param>
    public OutboxMail(string kind, Guid? tenantId, Guid? campaignId, Guid subject, string? detail = null)
    {
        Kind = kind;
        TenantId = tenantId;
        CampaignId = campaignId;
        Subject = subject;
        Detail = detail;
    }

    public long Id { get; private set; }

    public Guid? TenantId { get; private set; }

    public Guid? CampaignId { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>Made from the kind by the database.</summary>
    public MailUrgency Urgency { get; private set; }

    public Guid Subject { get; private set; }

    /// <summary>A number or a code the words need; never an address, a name or a token.</summary>
    public string? Detail { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    public short Attempts { get; private set; }

    /// <summary>Has been held against its mailbox's mails for the day; later attempts are the same mail.</summary>
    public bool Counted { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public MailOutcome Outcome { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Fingerprint of the address it left for: a report about it is about that address.</summary>
    public byte[]? SentTo { get; private set; }

    public void WaitUntil(DateTimeOffset due) => DueAt = due;
}

public enum MailOutcome
{
    Waiting = 0,
    Sent = 1,

    /// <summary>The server refused it for good.</summary>
    Refused = 2,

    /// <summary>Retries ran out: stays visible until somebody acts.</summary>
    Failed = 3,

    /// <summary>Its cause is gone (already confirmed, erased, unsubscribed).</summary>
    Dropped = 4,

    /// <summary>The address had its mails for the day.</summary>
    Capped = 5,

    /// <summary>The address gets no mails: see <see cref="MailSuppression"/>.</summary>
    Suppressed = 6,
}

/// <summary>How many mails a canonical address got on a day because somebody typed it in.</summary>
public sealed class MailAllowance
{
    public byte[] Fingerprint { get; private set; } = [];

    public DateOnly Day { get; private set; }

    public short Mails { get; private set; }
}

/// <summary>Somebody wants no more of these mails: from one campaign, one organisation, or at all.</summary>
public sealed class MailStop
{
    public long Id { get; private set; }

    public required byte[] Fingerprint { get; init; }

    /// <summary>Null means from everybody on the platform.</summary>
    public Guid? TenantId { get; init; }

    public Guid? CampaignId { get; init; }

    public DateTimeOffset At { get; private set; }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMail>, IEntityTypeConfiguration<MailAllowance>, IEntityTypeConfiguration<MailStop>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("outbox_mails");
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
        builder.Property(m => m.Kind).HasMaxLength(40);
        builder.Property(m => m.Detail).HasMaxLength(200);
        builder.Property(m => m.LastError).HasMaxLength(500);
        builder.Property(m => m.CreatedAt).HasDefaultValueSql("now()");
        builder.Property(m => m.DueAt).HasDefaultValueSql("now()");
        builder.Property(m => m.Urgency).HasConversion<short>().HasComputedColumnSql(MailUrgencies.Sql, stored: true);
        builder.Property(m => m.Counted).HasDefaultValue(false);
        builder.HasIndex(m => new { m.Urgency, m.DueAt }).HasFilter("done_at is null");
        builder.HasIndex(m => m.DoneAt).HasFilter("outcome = 3");
        builder.HasIndex(m => m.SentTo).HasFilter("sent_to is not null");
        builder.HasIndex(m => new { m.TenantId, m.CampaignId, m.Subject, m.Kind });
    }

    public void Configure(EntityTypeBuilder<MailAllowance> builder)
    {
        builder.ToTable("mail_allowances");
        builder.HasKey(a => new { a.Fingerprint, a.Day });
    }

    public void Configure(EntityTypeBuilder<MailStop> builder)
    {
        builder.ToTable("mail_stops");
        builder.Property(s => s.Id).UseIdentityAlwaysColumn();
        builder.Property(s => s.At).HasDefaultValueSql("now()");
        builder.HasIndex(s => new { s.Fingerprint, s.TenantId, s.CampaignId }).IsUnique().AreNullsDistinct(false);
    }
}
