using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Platform.Donations.DonationSettings;

/// <summary>
/// Changes how an organisation takes gifts. Stripe's events and other owners write to the same row, so a change is made to what stands there, and
/// made again to what stands there then where another one was saved in between.
/// </summary>
public sealed class ChangeSettings(DonationsDb db, TimeProvider clock)
{
    /// <param name="change">May run more than once, each time on settings just read; new ones where there are none.</param>
    public async Task<GivingSettings> RunAsync(Func<GivingSettings, Task> change, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                var settings = await db.Settings.SingleOrDefaultAsync(ct) ?? db.Settings.Add(new GivingSettings(clock.GetUtcNow())).Entity;
                await change(settings);
                await db.SaveChangesAsync(ct);
                return settings;
            }
            catch (DbUpdateException problem) when (OtherWasFirst(problem))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <inheritdoc cref="RunAsync(Func{GivingSettings, Task}, CancellationToken)"/>
    public Task<GivingSettings> RunAsync(Action<GivingSettings> change, CancellationToken ct) => RunAsync(
        settings =>
        {
            change(settings);
            return Task.CompletedTask;
        },
        ct);

    private static bool OtherWasFirst(DbUpdateException problem) => problem is DbUpdateConcurrencyException
        || problem.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_giving_settings" or "pk_former_accounts" };
}
