using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

public sealed class StoppedPumpTests
{
    [Fact]
    public async Task A_worker_that_is_told_to_stop_hands_back_what_it_has_not_sent_as_if_it_had_never_had_it()
    {
        var host = new PacedHost();
        await host.InitializeAsync();
        var stage = await Stage.SetAsync(host);
        var writer = host.Services.GetRequiredService<SignatureWriter>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => writer.TryWrite(stage.Row(string.Create(CultureInfo.InvariantCulture, $"stop{i}@mail.example")))!));
        await host.MailsAsync(stage.Campaign.Id, mails => mails.Any(m => m.DoneAt is not null) && mails.Count(m => m.LeaseUntil is not null) > 2);

        await host.DisposeAsync();

        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Database.Owner) { Options = "-c app.across_tenants=on", Pooling = false });
        await using var command = source.CreateCommand("select count(*) filter (where done_at is not null), count(*) filter (where done_at is null and lease_until is null and attempts = 0) from petitions.outbox_mails");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal(host.Smtp.Mails.Count, reader.GetInt64(0));
        Assert.Equal(20 - reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>Two mails a second, so that some are always waiting.</summary>
    private sealed class PacedHost : SmtpHost
    {
        protected override Dictionary<string, string?> More => new() { ["Mail:MailsPerSecondPerDomain"] = "2" };
    }
}
