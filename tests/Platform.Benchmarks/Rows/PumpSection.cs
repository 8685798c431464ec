using System.Diagnostics;
using System.Globalization;
using Platform.Benchmarks.Load;
using Platform.Benchmarks.Stand;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Smtp;

namespace Platform.Benchmarks.Rows;

/// <summary>One worker sends the confirmations of real signatures by real SMTP over loopback.</summary>
internal sealed class PumpSection : ISection
{
    private const int Mails = 4_000;
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(20);

    public string Name => "pump";

    public async Task RunAsync(BenchmarkStand stand, Report report)
    {
        var campaign = (await OpenCampaign.AddAsync(stand.Source, "mailed", 1))[0];
        await stand.RunAsync("update petitions.outbox_mails set done_at = now(), outcome = 4 where done_at is null");
        await using var web = await Hosts.StartAsync(stand, "web");
        await SignAsync(stand, web, campaign, Mails, connections: 32);

        await using var smtp = new ScriptedSmtp();
        await using var worker = await Hosts.StartAsync(stand, "worker", ("Mail__Host", "127.0.0.1"), ("Mail__Port", smtp.Port.ToString(CultureInfo.InvariantCulture)), ("Mail__Security", "None"), ("Mail__From", "petitions@localhost.example"));
        var (begun, first) = (Stopwatch.StartNew(), smtp.Mails.Count);
        var cpu = worker.Cpu();
        while (smtp.Mails.Count < Mails && begun.Elapsed < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(20);
        }

        var (took, sent, used) = (begun.Elapsed, smtp.Mails.Count - first, worker.Cpu() - cpu);
        var oldest = await WhileSigningAsync(stand, web, campaign);
        var doubled = smtp.Mails.GroupBy(m => m.Recipients[0]).Count(g => g.Count() > 1);
        report.Table("Mail pump: one worker, SMTP over loopback", ["what", "measured", "wanted"],
        [
            ["mails/s", Report.Number(sent / took.TotalSeconds), "≥ 400"],
            ["oldest due mail at 100 signatures/s, s", string.Create(CultureInfo.InvariantCulture, $"{oldest.TotalSeconds:0.00}"), "< 5"],
            ["CPU of the worker for one mail, µs", Report.Number(used.TotalMicroseconds / Math.Max(1, sent)), ""],
            ["mails sent twice", Report.Number(doubled), "0"],
        ]);
    }

    private static Task<LoadResult> SignAsync(BenchmarkStand stand, ChildHost web, OpenCampaign campaign, int people, int connections)
    {
        var (left, sign) = (people, Requests.Sign([(campaign.Path, campaign.Stamp)]));
        return HttpLoad.RunAsync(new(web.Port, web.Cpu), stand.PostgresCpu, connections, TimeSpan.FromMinutes(1), 302, to => Interlocked.Decrement(ref left) >= 0 ? sign(to) : 0);
    }

    /// <summary>Ten sign each tenth of a second.</summary>
    /// <returns>The longest that a due mail was seen to wait.</returns>
    private static async Task<TimeSpan> WhileSigningAsync(BenchmarkStand stand, ChildHost web, OpenCampaign campaign)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var oldest = TimeSpan.Zero;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Steady; await tick.WaitForNextTickAsync())
        {
            await SignAsync(stand, web, campaign, 10, connections: 1);
            var age = await stand.AskAsync<TimeSpan>("select coalesce(max(now() - due_at), interval '0') from petitions.outbox_mails where done_at is null and due_at <= now()");
            oldest = age > oldest ? age : oldest;
        }

        return oldest;
    }
}
