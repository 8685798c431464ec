using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Platform.Petitions.Outbox;

namespace Platform.Web.Metrics;

/// <summary>Listens to this host's own meter and keeps its newest numbers.</summary>
internal sealed class MeterReadings : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), long> numbers = new();

    /// <param name="meter">Has to exist before it can be listened to.</param>
    public MeterReadings(IMeterFactory meters, PlatformMeter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);

        // Several hosts may share a process, as in tests: each hears its own.
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == MailMeter.Platform && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(Hear);
        listener.Start();
    }

    public void WriteTo(MetricsText text)
    {
        listener.RecordObservableInstruments();
        foreach (var metric in numbers.GroupBy(n => n.Key.Instrument).OrderBy(m => m.Key.Name, StringComparer.Ordinal))
        {
            var name = metric.Key.Name.Replace('.', '_');
            var grows = metric.Key is Counter<long>;
            text.Add(grows ? name + "_total" : name, grows ? "counter" : "gauge", metric.Key.Description ?? "", metric.OrderBy(n => n.Key.Labels, StringComparer.Ordinal).Select(n => (n.Key.Labels, (double)n.Value)));
        }
    }

    public void Dispose() => listener.Dispose();

    private void Hear(Instrument instrument, long number, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var labels = tags.Length == 0 ? "" : $"{tags[0].Key}=\"{tags[0].Value}\"";
        numbers.AddOrUpdate((instrument, labels), number, (_, before) => instrument is Counter<long> ? before + number : number);
    }
}
