using System.Globalization;
using System.Text;

namespace Platform.Web.Metrics;

/// <summary>Writes numbers as Prometheus reads them.</summary>
internal sealed class MetricsText
{
    private readonly StringBuilder text = new();

    /// <param name="name">Letters and underscores; its unit last, <c>_total</c> for what only grows.</param>
    /// <param name="values">Labels as <c>name="value"</c>, or empty, with their numbers.</param>
    public void Add(string name, string kind, string help, params IEnumerable<(string Labels, double Value)> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {kind}\n");
        foreach (var (labels, value) in values)
        {
            text.Append(name).Append(labels.Length > 0 ? $"{{{labels}}}" : "").Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        }
    }

    public void Gauge(string name, string help, double value) => Add(name, "gauge", help, ("", value));

    public override string ToString() => text.ToString();
}
