using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Accounts;

public sealed class StaffIdleTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Staff_who_did_nothing_for_half_an_hour_sign_in_again_and_nothing_revives_the_old_session()
    {
        var moderator = await host.UserAsync("Mona", PlatformRole.Moderator);
        var visitor = await host.SignedInAsync(moderator);
        await LastSeenAsync(moderator, minutesAgo: 29);
        Assert.Equal("/admin", (await visitor.GetAsync("/admin")).Address.AbsolutePath);
        await LastSeenAsync(moderator, minutesAgo: 31);
        Assert.Equal("/account/sign-in", (await visitor.GetAsync("/admin")).Address.AbsolutePath);

        await LastSeenAsync(moderator, minutesAgo: 0);
        Assert.Equal("/account/sign-in", (await visitor.GetAsync("/admin")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Others_stay_signed_in()
    {
        var user = await host.UserAsync();
        var visitor = await host.SignedInAsync(user);
        await LastSeenAsync(user, minutesAgo: 31);
        Assert.Equal("/account", (await visitor.GetAsync("/account")).Address.AbsolutePath);
    }

    private Task<int> LastSeenAsync(User user, int minutesAgo)
    {
        var at = TimeProvider.System.GetUtcNow().AddMinutes(-minutesAgo);
        return host.InDbAsync(null, db => db.Sessions.Where(s => s.UserId == user.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, at)));
    }
}
