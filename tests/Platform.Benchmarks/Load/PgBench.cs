using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Platform.Benchmarks.Stand;
using Platform.Testing.Data;

namespace Platform.Benchmarks.Load;

/// <summary>
/// PostgreSQL's own benchmark: single inserts of one durable signature each, at 64 clients, prepared, into the product's own table with its
/// keys, partitions and row security. What an application that writes one signature per request could reach at most.
/// </summary>
internal static partial class PgBench
{
    private const int Clients = 64;

    public static async Task<LoadResult> RunAsync(BenchmarkStand stand, OpenCampaign campaign, TimeSpan length)
    {
        var script = Path.Combine(stand.Folder, "insert.sql");
        await File.WriteAllTextAsync(script, Insert(campaign));
        var server = new NpgsqlConnectionStringBuilder(stand.App);
        var start = new ProcessStartInfo(Program(), ["-n", "-M", "prepared", "-c", Text(Clients), "-j", "2", "-T", Text((int)length.TotalSeconds), "-f", script, server.Database!])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new[] { ("PGHOST", server.Host), ("PGPORT", Text(server.Port)), ("PGUSER", server.Username), ("PGPASSWORD", server.Password), ("PGOPTIONS", "-c app.across_tenants=on") })
        {
            start.Environment[name] = value;
        }

        var (before, watch) = (stand.PostgresCpu.Read(), Stopwatch.StartNew());
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var cpu = stand.PostgresCpu.Read() - before;
        if (Done().Match(await said) is not { Success: true } done || Rate().Match(await said) is not { Success: true } rate)
        {
            throw new InvalidOperationException($"pgbench did not run: {await said}{await complained}");
        }

        var (count, perSecond) = (long.Parse(done.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture));
        return new LoadResult(count, 0, TimeSpan.FromSeconds(count / perSecond), TimeSpan.Zero, cpu, TimeSpan.Zero, TimeSpan.Zero);
    }

    /// <summary>Beside the server's other programs, or on the path.</summary>
    private static string Program() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories).Order().LastOrDefault() ?? "pgbench"
        : "pgbench";

    private static string Insert(OpenCampaign campaign) =>
        $"""
        insert into petitions.signatures (tenant_id, campaign_id, id, state, name, name_key, email, email_fingerprint, person, country, reason_hidden, show_name, wants_updates,
            language, text_version, seed, wrong_codes, testing, co_sponsor, ip)
        values ('{campaign.TenantId}', '{campaign.Id}', gen_random_uuid(), 0, 'Maxine Kowalski', 'MAXINE KOWALSKI', 'maxine.k@mail.example', uuid_send(gen_random_uuid()), 1, 'CA', false, true, false,
            'en', 1, uuid_send(gen_random_uuid()), 0, false, false, '192.0.2.1');
        """;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"transactions actually processed: (\d+)")]
    private static partial Regex Done();

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Rate();
}
