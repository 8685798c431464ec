using Platform.Petitions.Branding;

namespace Platform.Petitions.Organisations;

/// <summary>A movement, union, city or charity that runs campaigns: the tenant.</summary>
public sealed class Organisation
{
    private Organisation()
    {
    }

    public Organisation(string slug, string name, string language)
    {
        Id = Guid.CreateVersion7();
        Slug = slug;
        Name = name;
        Language = language;
    }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Language { get; private set; } = "en";

    /// <summary>Who they are, Markdown.</summary>
    public string About { get; private set; } = "";

    public string? Place { get; private set; }

    public string? Website { get; private set; }

    /// <summary>The website where it is an address that a page may link to.</summary>
    public string? PublicWebsite => Website is { } site && Uri.TryCreate(site, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 ? site : null;

    /// <summary>Own host name, for example <c>petitions.example.org</c>: proven theirs, and their pages answer at it.</summary>
    public string? Domain { get; private set; }

    /// <summary>The colour they chose, as <c>#rrggbb</c>; pages show what <see cref="AccentColours"/> makes of it. Null for the platform's own.</summary>
    public string? Accent { get; private set; }

    public Logo? Logo { get; private set; }

    /// <summary>A wide picture at the top of their page.</summary>
    public Guid? BannerId { get; private set; }

    public string? BannerAlt { get; private set; }

    /// <summary>Sites that may show its petitions in a frame, as <see cref="EmbedHost"/> writes them; none names every site.</summary>
    public IReadOnlyList<string> EmbedHosts { get; private set; } = [];

    /// <summary>Confirmed co-sponsors a campaign needs before it goes to review; 0 asks for none.</summary>
    public int MinimumCoSponsors { get; private set; }

    public int MaximumCoSponsors { get; private set; } = 20;

    public DateTimeOffset? SuspendedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public void Describe(string name, string language, string about, string? place, string? website)
    {
        Name = name;
        Language = language;
        About = about;
        Place = place;
        Website = website;
    }

    public void EmbedOn(IReadOnlyList<string> hosts) => EmbedHosts = hosts;

    public void Paint(Rgb? accent) => Accent = accent?.ToString();

    public void ShowLogo(Logo? logo) => Logo = logo;

    public void HangBanner(Guid? banner, string? alt) => (BannerId, BannerAlt) = (banner, banner is null ? null : alt);

    public void UseDomain(string? domain) => Domain = domain?.ToLowerInvariant();

    public void AskForCoSponsors(int minimum, int maximum)
    {
        MinimumCoSponsors = minimum;
        MaximumCoSponsors = Math.Max(minimum, maximum);
    }

    public void Suspend(DateTimeOffset now) => SuspendedAt ??= now;

    public void Resume() => SuspendedAt = null;
}
