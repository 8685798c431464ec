using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>Holds what people were told against what is in the database.</summary>
internal static class Ledger
{
    /// <summary>Nobody who was told "done" is missing, nobody is there twice, and every tally equals its rows.</summary>
    /// <param name="signed">Addresses whose signing was acknowledged; each begins with "person".</param>
    /// <param name="confirmed">How many confirmings were acknowledged.</param>
    public static async Task BalanceAsync(Killable stand, ICollection<string> signed, int confirmed)
    {
        var rows = new Dictionary<string, int>();
        await using (var command = stand.Source.CreateCommand("select email, count(*) from petitions.signatures group by email"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                rows[reader.GetString(0)] = (int)reader.GetInt64(1);
            }
        }

        Assert.NotEmpty(signed);
        Assert.DoesNotContain(signed, email => !rows.ContainsKey(email));
        Assert.All(rows.Values, count => Assert.Equal(1, count));
        Assert.Equal(rows.Keys.Count(email => email.StartsWith("person", StringComparison.Ordinal)), await stand.AskAsync<long>("select submitted from petitions.campaign_submissions"));
        Assert.Equal(rows.Keys.Count(email => email.StartsWith("person", StringComparison.Ordinal)), await stand.AskAsync<long>("select count(*) from petitions.outbox_mails where kind = 'confirm-signature'"));

        var counted = await stand.AskAsync<long>("select count(*) from petitions.signatures where state = 1");
        Assert.InRange(counted, confirmed, long.MaxValue);
        Assert.Equal(counted, await stand.AskAsync<long>("select confirmed from petitions.campaign_counts"));
        Assert.Equal(counted, await stand.AskAsync<long>("select coalesce(max(number), 0) from petitions.signatures"));
        Assert.Equal(counted, await stand.AskAsync<long>("select count(distinct number) from petitions.signatures where state = 1"));
        Assert.Equal(counted, await stand.AskAsync<long>("select coalesce(sum(confirmed), 0)::bigint from petitions.campaign_days"));
        Assert.Equal(counted, await stand.AskAsync<long>("select coalesce(sum(confirmed), 0)::bigint from petitions.campaign_areas"));
        Assert.Equal(counted, await stand.AskAsync<long>("select count(*) from petitions.outbox_mails where kind = 'signature-confirmed'"));
    }
}
