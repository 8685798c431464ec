using System.Net;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>The disk that holds the signatures is full.</summary>
[Collection(FaultsCollection.Name)]
[Trait(FaultsCollection.Needs, FaultsCollection.WholeMachine)]
public sealed class DiskFullTests
{
    private const int Megabytes = 12;
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_full_disk_is_503_under_a_page_that_stays_and_is_over_when_there_is_room()
    {
        await using var stand = await Killable.StartAsync();
        using var disk = SmallDisk.Mount(Path.Combine(stand.Folder, "small"), Megabytes, like: await stand.DataFolderAsync());
        Assert.SkipWhen(disk is null, "Needs root on Linux, to mount a small disk.");
        await stand.MoveSignaturesAsync(Path.Combine(disk.Folder, "tables"));
        await using var web = await stand.HostAsync("web");
        await using var crowd = new Crowd(web.Address, stand.Campaign);
        crowd.Sign(hands: 8);
        await Until.TrueAsync(() => crowd.Signed.Count > 100, "people can sign before");
        Assert.Equal(HttpStatusCode.OK, await crowd.GetAsync(stand.Campaign.Path));

        disk.Fill();
        var full = RunningTime.Begin();
        await Until.TrueAsync(() => crowd.Answers.Count(a => a.At > full && a.Status == HttpStatusCode.ServiceUnavailable) > 20, "people are told that there is no room", Recovery);
        var asked = RunningTime.Begin();
        Assert.Equal(HttpStatusCode.OK, await crowd.GetAsync(stand.Campaign.Path));
        Assert.InRange(RunningTime.Since(asked), TimeSpan.Zero, Crowd.Kept);

        disk.Free();
        var free = RunningTime.Begin();
        await Until.TrueAsync(() => crowd.Answers.Count(a => a.At > free && a.Status == HttpStatusCode.Found) > 20, "the site comes back by itself", Recovery);
        await crowd.GoHomeAsync();
        Assert.All(crowd.Answers, a => Assert.True(a.Status == HttpStatusCode.Found || (a.Status == HttpStatusCode.ServiceUnavailable && a.ComeAgain), a.ToString()));
        Assert.All(crowd.Answers, a => Assert.InRange(a.Took, TimeSpan.Zero, TimeSpan.FromSeconds(5)));
        await Ledger.BalanceAsync(stand, crowd.Signed.Keys, 0);
    }
}
