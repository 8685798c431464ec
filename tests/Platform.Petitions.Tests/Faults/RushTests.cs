using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>A campaign that closes while people sign, and one button pressed by many at once.</summary>
[Collection(FaultsCollection.Name)]
public sealed class RushTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Nobody_signs_after_the_closing_time_that_passes_under_load_and_everybody_acknowledged_signed_before()
    {
        var stage = await Stage.SetAsync(host);
        var form = await host.Visitor().GetAsync(stage.Path + "/sign");
        await host.InDbAsync(stage.Organisation.Id, db => db.Database.ExecuteSqlAsync($"update petitions.campaigns set closes_at = now() + interval '2 seconds' where id = {stage.Campaign.Id}"));
        var acknowledged = 0;
        var (refused, watch) = (false, Stopwatch.StartNew());
        for (var i = 0; !refused || watch.Elapsed < TimeSpan.FromSeconds(3); i += 10)
        {
            Assert.True(watch.Elapsed < Until.Patience, "The campaign never closed.");
            var answers = await Task.WhenAll(Enumerable.Range(i, 10).Select(n => stage.PostAsync(form, $"closing{n}@mail.example")));
            var accepted = answers.Count(a => a.Headers.Location!.ToString().EndsWith("/check", StringComparison.Ordinal));
            acknowledged += accepted;
            refused |= accepted == 0;
        }

        var late = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id && db.Campaigns.Any(c => c.Id == s.CampaignId && s.SubmittedAt >= c.ClosesAt)));
        Assert.Equal(0, late);
        Assert.Equal(acknowledged, await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id)));
    }

    [Fact]
    public async Task Fifty_presses_of_one_confirm_button_at_once_count_once()
    {
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Quick Presser", "fifty@mail.example");
        var link = (await host.Mail.WaitAsync("fifty@mail.example", "Confirm")).Links.First(l => l.AbsolutePath.Contains("/confirm/", StringComparison.Ordinal)).AbsolutePath;

        var pages = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Visitor().PostAsync(new Uri(link, UriKind.Relative), [])));

        Assert.All(pages, p => Assert.Contains("You are number 1", p.Text, StringComparison.Ordinal));
        Assert.Equal(1, await stage.CountAsync());
        await host.Mail.WaitAsync("fifty@mail.example", "you are number 1");
        Assert.Equal(1, await host.InDbAsync(null, db => db.Outbox.CountAsync(m => m.CampaignId == stage.Campaign.Id && m.Kind == "signature-confirmed")));
    }
}
