using System.Diagnostics;
using System.Globalization;
using Platform.Benchmarks.Load;
using Platform.Benchmarks.Stand;
using Platform.Testing.Data;
using Platform.Testing.Smtp;

namespace Platform.Benchmarks.Rows;

/// <summary>One worker sends the confirmations of real signatures by real SMTP over loopback.</summary>
internal sealed class PumpSection : ISection
{
    private const int Mails = 4_000;

    public string Name => "pump";

    public async Task RunAsync(BenchmarkStand stand, Report report)
    {
        var campaign = (await OpenCampaign.AddAsync(stand.Source, "mailed", 1))[0];
        await stand.RunAsync("update petitions.outbox_mails set done_at = now(), outcome = 4 where done_at is null");
        await using (var web = await Hosts.StartAsync(stand, "web"))
        {
            var left = Mails;
            var sign = Requests.Sign([(campaign.Path, campaign.Stamp)]);
            await HttpLoad.RunAsync(new(web.Port, web.Cpu), stand.PostgresCpu, 32, TimeSpan.FromMinutes(1), 302, to => Interlocked.Decrement(ref left) >= 0 ? sign(to) : 0);
        }

        await using var smtp = new ScriptedSmtp();
        await using var worker = await Hosts.StartAsync(stand, "worker", ("Mail__Host", "127.0.0.1"), ("Mail__Port", smtp.Port.ToString(CultureInfo.InvariantCulture)), ("Mail__Security", "None"), ("Mail__From", "petitions@localhost.example"));
        var (begun, first) = (Stopwatch.StartNew(), smtp.Mails.Count);
        var cpu = worker.Cpu();
        while (smtp.Mails.Count < Mails && begun.Elapsed < TimeSpan.FromMinutes(2))
        {
            await Task.Delay(20);
        }

        var (took, sent) = (begun.Elapsed, smtp.Mails.Count - first);
        var doubled = smtp.Mails.GroupBy(m => m.Recipients[0]).Count(g => g.Count() > 1);
        report.Table("Mail pump: one worker, SMTP over loopback", ["what", "measured", "wanted"],
        [
            ["mails/s", Report.Number(sent / took.TotalSeconds), "≥ 400"],
            ["CPU of the worker for one mail, µs", Report.Number((worker.Cpu() - cpu).TotalMicroseconds / Math.Max(1, sent)), ""],
            ["mails sent, of them twice", $"{smtp.Mails.Count}, {doubled}", $"{Mails}, 0"],
        ]);
    }
}
