using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.DonationSettings;
using Platform.Donations.StripeFake;
using Platform.Donations.StripeWebhook;
using Xunit;

namespace Platform.Donations.Tests.StripeWebhook;

/// <summary>Stripe is asked while nothing is locked, so its answers may overtake each other.</summary>
public sealed class OvertakenTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    [Fact]
    public async Task An_answer_that_is_old_when_it_arrives_is_not_written_and_Stripe_is_asked_again()
    {
        var money = await MoneyStage.SetAsync(host);
        await money.RestAsync();
        host.Deliveries.Hold = true;
        var (slow, quick) = (await RingAsync(money, "evt_slow"), await RingAsync(money, "evt_quick"));
        money.At(FakeOnboarding.Restrict);

        // The slow one hears that the account is stopped. While the answer is under way the account is opened again, and the quick one hears and writes that.
        var asked = 0;
        host.Underway = async request =>
        {
            if (request.RequestUri!.AbsolutePath == $"/v1/accounts/{money.Account}" && Interlocked.Increment(ref asked) == 1)
            {
                money.At(FakeOnboarding.Complete);
                await ProcessAsync(money, quick);
            }
        };
        await ProcessAsync(money, slow);
        host.Underway = _ => Task.CompletedTask;

        Assert.Equal(3, asked);
        Assert.Equal(AccountState.Ready, await host.InDonationsAsync(money.Tenant, db => db.Settings.Select(s => s.AccountState).SingleAsync()));
        Assert.Empty(await host.Mail.ToAsync(money.Owner, "nobody can give"));
        host.Deliveries.Release();
    }

    [Fact]
    public async Task While_Stripe_is_asked_no_connection_is_held()
    {
        var money = await MoneyStage.SetAsync(host);
        await money.RestAsync();
        var ring = await RingAsync(money, "evt_alone");
        var held = -1L;
        host.Underway = async _ => held = await host.InDonationsAsync(null, db => db.Database.SqlQuery<long>(
            $"select count(*) as \"Value\" from pg_stat_activity where datname = current_database() and state = 'idle in transaction' and query like '%donations.%'").SingleAsync());
        await ProcessAsync(money, ring);
        host.Underway = _ => Task.CompletedTask;

        Assert.Equal(0, held);
    }

    /// <summary>A bell that nobody has answered yet.</summary>
    private Task<Guid> RingAsync(MoneyStage money, string name) => host.InDonationsAsync(money.Tenant, async db =>
    {
        var id = Guid.CreateVersion7();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into donations.stripe_events (tenant_id, id, account, event_id, type, object_id, subject, at, outcome)
            values ({money.Tenant}, {id}, {money.Account}, {name}, 'account.updated', {money.Account}, {money.Account}, now(), 0)
            """);
        return id;
    });

    private Task<bool> ProcessAsync(MoneyStage money, Guid ring) => host.InScopeAsync(money.Tenant, async services =>
    {
        await services.GetRequiredService<ProcessEvent>().RunAsync(ring, CancellationToken.None);
        return true;
    });
}
