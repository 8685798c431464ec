using System.Globalization;
using Platform.Petitions.Database;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

/// <summary>A database without a host: nobody sends what lies in its outbox.</summary>
public sealed class OutboxDatabase : IAsyncLifetime
{
    public EngineDataSource Source { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Source = new EngineDataSource((await TestCluster.CloneAsync()).App, DatabasePatience.Usual);

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>Lays a mail and says its id.</summary>
    public Task<long> LayAsync(string kind, string due = "now()") => AskAsync(
        $"insert into petitions.outbox_mails (kind, subject, attempts, outcome, due_at) values ('{kind}', gen_random_uuid(), 0, 0, {due}) returning id");

    public async Task<long> AskAsync(string sql)
    {
        await using var command = Source.Command(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public async Task RunAsync(string sql)
    {
        await using var command = Source.Command(sql);
        await command.ExecuteNonQueryAsync();
    }
}
