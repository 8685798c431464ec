using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Platform.Petitions.Site;

/// <summary>What admins switch while the platform runs. One row.</summary>
public sealed class SiteSettings
{
    public short Id { get; private set; } = 1;

    /// <summary>Campaigns go live by link, unlisted, until a moderator has looked; off: nothing is public before approval.</summary>
    public bool LiveBeforeReview { get; set; }

    public bool CreationPaused { get; set; }

    public bool SigningPaused { get; set; }

    /// <summary>Since when nobody can sign, by whichever switch. Open deadlines gain what has passed since then when it ends.</summary>
    public DateTimeOffset? PausedSince { get; set; }

    public bool LiveOff { get; set; }

    public bool StatisticsOff { get; set; }

    public bool ReadOnly { get; set; }

    /// <summary>Shown on every page when set.</summary>
    public string? Banner { get; set; }

    internal SwitchPositions Positions() => new()
    {
        SigningPaused = SigningPaused,
        PausedSince = PausedSince,
        CreationPaused = CreationPaused,
        LiveOff = LiveOff,
        StatisticsOff = StatisticsOff,
        ReadOnly = ReadOnly,
        Banner = Banner,
    };
}

/// <summary>A fixed page: how it works, rules, privacy, cookies, accessibility. Without a row the built-in text stands.</summary>
public sealed class SitePage
{
    public long Id { get; private set; }

    /// <summary>Null for the platform's own.</summary>
    public Guid? TenantId { get; init; }

    public required string Key { get; init; }

    public required string Language { get; init; }

    public string Title { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; set; } = "";

    public bool Disabled { get; set; }

    /// <summary>Sends readers elsewhere instead.</summary>
    public string? ForwardTo { get; set; }
}

/// <summary>Written in the contact form.</summary>
public sealed class ContactMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid? TenantId { get; init; }

    public required string Text { get; init; }

    public string? Email { get; init; }

    public string? Petition { get; init; }

    public string? Browser { get; init; }

    public DateTimeOffset At { get; private set; }
}

internal sealed class SiteMapping : IEntityTypeConfiguration<SiteSettings>, IEntityTypeConfiguration<SitePage>, IEntityTypeConfiguration<ContactMessage>
{
    public void Configure(EntityTypeBuilder<SiteSettings> builder)
    {
        builder.ToTable("site_settings", t => t.HasCheckConstraint("ck_site_settings_one", "id = 1"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Banner).HasMaxLength(1000);
        builder.HasData(new SiteSettings());
    }

    public void Configure(EntityTypeBuilder<SitePage> builder)
    {
        builder.ToTable("site_pages");
        builder.Property(p => p.Id).UseIdentityAlwaysColumn();
        builder.Property(p => p.Key).HasMaxLength(40);
        builder.Property(p => p.Language).HasMaxLength(10);
        builder.Property(p => p.Title).HasMaxLength(200);
        builder.Property(p => p.ForwardTo).HasMaxLength(300);
        builder.HasIndex(p => new { p.TenantId, p.Key, p.Language }).IsUnique().AreNullsDistinct(false);
    }

    public void Configure(EntityTypeBuilder<ContactMessage> builder)
    {
        builder.ToTable("contact_messages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Text).HasMaxLength(5000);
        builder.Property(m => m.Email).HasMaxLength(254);
        builder.Property(m => m.Petition).HasMaxLength(200);
        builder.Property(m => m.Browser).HasMaxLength(300);
        builder.Property(m => m.At).HasDefaultValueSql("now()");
    }
}
