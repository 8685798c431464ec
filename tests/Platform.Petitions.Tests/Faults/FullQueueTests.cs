using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Database;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>More people than wait in the queue. By itself on its host: the thousands of mails it leaves would be in every other test's way.</summary>
[Collection(FaultsCollection.Name)]
public sealed class FullQueueTests(TestHost host) : IClassFixture<TestHost>
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
        await using (await SignaturesLock.TakeAsync(host))
        {
            taken.AddRange(rows.Select(row => writer.TryWrite(row)).TakeWhile(task => task is not null)!);
            full = await stage.PostAsync(form, "toomany@mail.example");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, full.StatusCode);
        Assert.NotNull(full.Headers.RetryAfter);
        var told = await Task.WhenAll(taken.Select(AcknowledgedAsync));
        var written = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).Select(s => s.Email).ToHashSetAsync());
        Assert.DoesNotContain(rows.Zip(told), signed => signed.Second && !written.Contains(signed.First.Email));
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
}
