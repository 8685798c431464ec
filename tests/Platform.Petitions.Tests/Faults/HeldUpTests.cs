using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Petitions.Database;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>A database that is there and does not answer, and a campaign that closes while people sign.</summary>
[Collection(FaultsCollection.Name)]
public sealed class HeldUpTests(TestHost host) : IClassFixture<TestHost>
{
    private const int MoreThanFit = 12_000;

    [Fact]
    public async Task A_full_queue_answers_503_with_a_time_to_come_again_and_nobody_who_was_acknowledged_is_missing()
    {
        var stage = await Stage.SetAsync(host);
        var form = await host.Visitor().GetAsync(stage.Path + "/sign");
        var writer = host.Services.GetRequiredService<SignatureWriter>();

        // Made before: from queue to commit a row has some seconds only.
        var rows = Enumerable.Range(0, MoreThanFit).Select(i => stage.Row($"queued{i}@mail.example")).ToList();
        var taken = new List<Task<SignAnswer>>();
        HttpResponseMessage full;
        await using (var held = await LockAsync())
        {
            taken.AddRange(rows.Select(row => writer.TryWrite(row)).TakeWhile(task => task is not null)!);
            full = await PostAsync(stage, form, "toomany@mail.example");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, full.StatusCode);
        Assert.NotNull(full.Headers.RetryAfter);
        var told = await Task.WhenAll(taken.Select(AcknowledgedAsync));
        var written = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).Select(s => s.Email).ToHashSetAsync());
        Assert.DoesNotContain(rows.Zip(told), signed => signed.Second && !written.Contains(signed.First.Email));

        // The next test's mails would wait behind these thousands.
        await host.InDbAsync(null, db => db.Outbox.Where(m => m.CampaignId == stage.Campaign.Id).ExecuteDeleteAsync());
    }

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
            var answers = await Task.WhenAll(Enumerable.Range(i, 10).Select(n => PostAsync(stage, form, $"closing{n}@mail.example")));
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

    /// <summary>A slow machine may run out of patience with the last of them, which is said and promises nothing.</summary>
    private static async Task<bool> AcknowledgedAsync(Task<SignAnswer> taken)
    {
        try
        {
            return await taken == SignAnswer.Recorded;
        }
        catch (Exception problem) when (problem.IsDatabaseOutage())
        {
            return false;
        }
    }

    /// <summary>What a careless migration or a vacuum full does. Let go with the connection.</summary>
    private async Task<NpgsqlConnection> LockAsync()
    {
        var held = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(host.Database.Owner) { Pooling = false }.ConnectionString);
        await held.OpenAsync();
        await using var take = new NpgsqlCommand("begin; lock table petitions.signatures in access exclusive mode", held);
        await take.ExecuteNonQueryAsync();
        return held;
    }

    private async Task<HttpResponseMessage> PostAsync(Stage stage, Page form, string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, stage.Path + "/sign")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Lang"] = "en", ["Wording"] = "1", ["Stamp"] = form.Html.QuerySelector("#sign [name=Stamp]")!.GetAttribute("value")!, ["Name"] = "Lea Roth", ["Email"] = email, ["Country"] = "CA", ["Website"] = "",
            }),
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await host.Visitor().Http.SendAsync(request);
    }
}
