using Platform.Petitions.Live;
using Xunit;

namespace Platform.Petitions.Tests.Live;

public sealed class CampaignChangesTests
{
    [Fact]
    public async Task No_mark_is_lost_however_often_marks_are_taken_meanwhile()
    {
        var changes = new CampaignChanges(TimeProvider.System);
        var campaigns = Enumerable.Range(0, 200_000).Select(_ => Guid.NewGuid()).ToList();
        var taken = new HashSet<Guid>();
        var marking = Task.Run(() => campaigns.ForEach(changes.Mark));
        while (!marking.IsCompleted)
        {
            taken.UnionWith(changes.TakeMarked());
        }

        await marking;
        taken.UnionWith(changes.TakeMarked());
        Assert.Equal(campaigns.Count, taken.Count);
        Assert.Empty(changes.TakeMarked());
    }
}
