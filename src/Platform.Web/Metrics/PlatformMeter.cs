using System.Diagnostics.Metrics;
using Platform.Petitions.Confirming;
using Platform.Petitions.Live;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;

namespace Platform.Web.Metrics;

/// <summary>What this process has in its hands at the moment.</summary>
internal sealed class PlatformMeter
{
    public PlatformMeter(IMeterFactory meters, SignatureWriter signatures, ConfirmationWriter confirmations, LiveHub live)
    {
        var meter = meters.Create(MailMeter.Platform);
        meter.CreateObservableGauge("undersigned.writer.queue", () => new[]
        {
            Measure(signatures.Queued, "signatures"),
            Measure(confirmations.Queued, "confirmations"),
        }, description: "Rows that wait to be written.");
        meter.CreateObservableGauge("undersigned.live.streams", () => (long)live.Readers, description: "Open event streams.");
        meter.CreateObservableGauge("undersigned.process.working.set.bytes", () => Environment.WorkingSet, description: "Memory of the process.");
        meter.CreateObservableGauge("undersigned.process.cpu.milliseconds", () => (long)Environment.CpuUsage.TotalTime.TotalMilliseconds, description: "Processor time of the process so far.");
    }

    private static Measurement<long> Measure(int rows, string writer) => new(rows, new KeyValuePair<string, object?>("writer", writer));
}
