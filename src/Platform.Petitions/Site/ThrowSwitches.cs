using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Site;

/// <summary>Stores how an admin wants the switches, with an audit line that says what changed. When signing begins again, every open deadline gains the pause in the same transaction.</summary>
public sealed class ThrowSwitches(PetitionsDb db, DatabaseClock clock, Audit audit, SiteSwitches switches)
{
    /// <param name="change">Sets what the form may set. The scope reads across organisations.</param>
    public async Task RunAsync(Action<SiteSettings> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two admins at once: the second one waits, and sees what the first one did.
        var settings = await db.SiteSettings.FromSql($"select * from petitions.site_settings for update").SingleAsync(ct);
        var before = Describe(settings);
        change(settings);
        var notes = Describe(settings).Where(line => !before.Contains(line)).ToList();
        var (resting, now) = (settings.SigningPaused || settings.ReadOnly, await clock.NowAsync(ct));
        if (!resting && settings.PausedSince is { } since)
        {
            notes.Add($"{await ProlongAsync(since, now, ct)} deadlines moved by {now - since:d\\.hh\\:mm\\:ss}");
        }

        settings.PausedSince = resting ? settings.PausedSince ?? now : null;
        audit.Note("site.settings", detail: notes.Count == 0 ? "nothing changed" : string.Join(", ", notes));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        switches.Throw(settings.Positions());
    }

    /// <summary>A petition that opened or was published during the pause gains only what it lost.</summary>
    private Task<int> ProlongAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        update petitions.campaigns
        set closes_at = closes_at + ({now} - greatest({since}, published_at, opens_at))
        where status = 5 and closes_at > {since} and greatest(published_at, opens_at) < {now}
        """,
        ct);

    private static List<string> Describe(SiteSettings settings) =>
    [
        $"signing {(settings.SigningPaused ? "paused" : "runs")}",
        $"new petitions {(settings.CreationPaused ? "paused" : "taken")}",
        $"live numbers {(settings.LiveOff ? "off" : "on")}",
        $"statistics {(settings.StatisticsOff ? "off" : "on")}",
        settings.ReadOnly ? "read-only" : "writable",
        settings.LiveBeforeReview ? "live before review" : "public after review",
        settings.Banner is { } banner ? $"banner: {banner}" : "no banner",
    ];
}
