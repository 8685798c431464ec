using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Abuse;

/// <summary>What the hourly look found, and the limits.</summary>
[AdminPage(PlatformRole.Admin)]
[AcrossTenants]
public sealed class AbuseController(PetitionsDb db, AbuseSignals signals, DatabaseClock clock, Audit audit) : Controller
{
    private const int MostSignals = 100;
    private static readonly TimeSpan Shown = TimeSpan.FromDays(7);

    [HttpGet("/admin/abuse")]
    public async Task<IActionResult> Show(bool saved, CancellationToken ct) =>
        View("Abuse", await PageAsync(LimitsForm.Of(await db.AbuseLimits.AsNoTracking().SingleAsync(ct)), saved, ct));

    [HttpPost("/admin/abuse")]
    public async Task<IActionResult> Save(LimitsForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return View("Abuse", await PageAsync(form, saved: false, ct));
        }

        form.Fill(await db.AbuseLimits.SingleAsync(ct));
        audit.Note("abuse.limits", detail: form.ToString());
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/abuse?saved=true");
    }

    private async Task<AbusePage> PageAsync(LimitsForm form, bool saved, CancellationToken ct) =>
        new(form, await signals.SinceAsync(await clock.NowAsync(ct) - Shown, MostSignals, ct), saved);
}

public sealed record AbusePage(LimitsForm Form, IReadOnlyList<SignalLine> Signals, bool Saved);

/// <summary>Empty means no limit.</summary>
public sealed record LimitsForm
{
    private const int Least = 1;
    private const int Most = 1_000_000;

    [Required, Range(Abuse.AbuseLimits.ShortestBurst, Abuse.AbuseLimits.LongestBurst)]
    public int? BurstMinutes { get; init; }

    [Range(Least, Most)]
    public int? AddressBurst { get; init; }

    [Range(Least, Most)]
    public int? AddressDay { get; init; }

    [Range(Least, Most)]
    public int? NetworkBurst { get; init; }

    [Range(Least, Most)]
    public int? NetworkDay { get; init; }

    [Range(Least, Most)]
    public int? DomainBurst { get; init; }

    [Range(Least, Most)]
    public int? DomainDay { get; init; }

    [Range(Least, Most)]
    public int? MailboxDay { get; init; }

    [Range(Least, Most)]
    public int? ChallengeAfter { get; init; }

    [Range(Least, Most)]
    public int? AlertHour { get; init; }

    public static LimitsForm Of(AbuseLimits limits) => new()
    {
        BurstMinutes = limits.BurstMinutes,
        AddressBurst = limits.AddressBurst,
        AddressDay = limits.AddressDay,
        NetworkBurst = limits.NetworkBurst,
        NetworkDay = limits.NetworkDay,
        DomainBurst = limits.DomainBurst,
        DomainDay = limits.DomainDay,
        MailboxDay = limits.MailboxDay,
        ChallengeAfter = limits.ChallengeAfter,
        AlertHour = limits.AlertHour,
    };

    public void Fill(AbuseLimits limits)
    {
        limits.BurstMinutes = BurstMinutes!.Value;
        (limits.AddressBurst, limits.AddressDay) = (AddressBurst, AddressDay);
        (limits.NetworkBurst, limits.NetworkDay) = (NetworkBurst, NetworkDay);
        (limits.DomainBurst, limits.DomainDay) = (DomainBurst, DomainDay);
        (limits.MailboxDay, limits.ChallengeAfter, limits.AlertHour) = (MailboxDay, ChallengeAfter, AlertHour);
    }
}
