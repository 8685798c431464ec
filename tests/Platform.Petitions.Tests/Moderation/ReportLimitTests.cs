using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Moderation;
using Platform.Petitions.Tests.Abuse;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

/// <summary>On a host of its own: all requests of a test host come from one sender.</summary>
public sealed class ReportLimitTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task One_sender_counts_once_and_too_many_go_nowhere_and_all_see_the_same()
    {
        await world.LimitAsync();
        var stages = new List<Stage>();
        for (var i = 0; i < 13; i++)
        {
            stages.Add(await Stage.SetAsync(world));
        }

        string? seen = null;
        foreach (var stage in stages.Prepend(stages[0]))
        {
            var page = await world.Visitor().SubmitAsync(await world.Visitor().GetAsync(stage.Path + "/report"), "main form", ("Reason", "spam"));
            seen ??= page.One("main h1");
            Assert.Equal((HttpStatusCode.OK, seen), (page.Status, page.One("main h1")));
        }

        var kept = await world.InDbAsync(null, db => db.AcrossTenants<CampaignReport>().Select(r => r.CampaignId).ToListAsync());
        Assert.Equal(stages[..9].ConvertAll(s => s.Campaign.Id).Order(), kept.Order());
    }
}
