namespace Platform.Petitions.Drafting;

/// <summary>Days as a campaign says them, in its own zone: it opens as the day begins and closes as the day ends.</summary>
public static class CampaignDates
{
    private static readonly TimeOnly LastSecond = new(23, 59, 59);

    public static IReadOnlyList<string> Zones { get; } =
    [
        "UTC",
        .. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("SystemV/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static TimeZoneInfo Zone(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => At(day.ToDateTime(TimeOnly.MinValue), zone);

    public static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone) => At(day.ToDateTime(LastSecond), zone);

    public static DateOnly DayOf(DateTimeOffset time, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);

    private static DateTimeOffset At(DateTime local, TimeZoneInfo zone)
    {
        // Some zones skip midnight when summer begins; the hour after it is the first that exists.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
