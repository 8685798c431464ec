using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Petitions.Outbox;

/// <summary>An address that gets no mails.</summary>
public sealed class MailSuppression
{
    public byte[] Fingerprint { get; private set; } = [];

    public SuppressionCause Cause { get; private set; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>Stored as its number; the greater one stays when both happen.</summary>
public enum SuppressionCause
{
    Bounced = 1,

    /// <summary>Stops what campaigns send; what people ask of their own account still reaches them.</summary>
    Complained = 2,
}

internal sealed class MailSuppressionMapping : IEntityTypeConfiguration<MailSuppression>
{
    public void Configure(EntityTypeBuilder<MailSuppression> builder)
    {
        builder.ToTable("mail_suppressions");
        builder.HasKey(s => s.Fingerprint);
        builder.Property(s => s.At).HasDefaultValueSql("now()");
    }
}
