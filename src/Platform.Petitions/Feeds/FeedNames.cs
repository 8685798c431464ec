using System.Globalization;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Feeds;

/// <summary>
/// Names that never change, as RFC 4151 makes them: the platform's host and a day on which it had it. Neither a new slug nor a domain of the
/// organisation's own changes them, so nobody's reader shows a petition twice.
/// </summary>
public sealed class FeedNames(TenancyOptions site)
{
    /// <summary>Feeds of the whole platform are as old as the form they have.</summary>
    public static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Of(DateTimeOffset since, string what) =>
        $"tag:{new Uri(site.BaseUrl).Host},{since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:{what}";
}
