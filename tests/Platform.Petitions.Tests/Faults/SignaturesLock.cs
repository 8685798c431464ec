using Npgsql;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.Faults;

/// <summary>What a careless migration or a vacuum full does to the table of signatures. Let go when disposed.</summary>
internal static class SignaturesLock
{
    public static async Task<IAsyncDisposable> TakeAsync(TestHost host)
    {
        var held = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(host.Database.Owner) { Pooling = false }.ConnectionString);
        await held.OpenAsync();
        await using var take = new NpgsqlCommand("begin; lock table petitions.signatures in access exclusive mode", held);
        await take.ExecuteNonQueryAsync();
        return held;
    }
}
