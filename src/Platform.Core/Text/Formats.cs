using System.Globalization;

namespace Platform.Core.Text;

/// <summary>The one place that turns numbers and times into text for people, in the digits and calendar of their language.</summary>
public sealed class Formats(Language language)
{
    private const char ZeroDigit = '0';
    private const char NarrowNoBreakSpace = '\u202f';

    /// <summary>2,271 · 2 271 · ۲٬۲۷۱</summary>
    public string Number(long value) => Number(value, 0);

    /// <summary>2,271.50 · 2.271,50 · ۲٬۲۷۱٫۵۰</summary>
    public string Number(decimal value, int decimals) => Digits(value.ToString("N" + decimals, language.Culture));

    /// <summary>45 becomes 45% in the language's way. The caller has rounded down.</summary>
    public string Percent(int wholePercent) =>
        Digits((wholePercent / 100m).ToString("P0", language.Culture).Replace(' ', NarrowNoBreakSpace));

    /// <summary>5 February 2027, in the given zone and the language's calendar.</summary>
    public string Date(DateTimeOffset time, TimeZoneInfo zone) => Day("format.date", In(time, zone));

    /// <summary>A date that has no zone of its own (a day in a series).</summary>
    public string Date(DateOnly day) => Day("format.date", day.ToDateTime(TimeOnly.MinValue));

    /// <summary>5 Feb 2027</summary>
    public string ShortDate(DateTimeOffset time, TimeZoneInfo zone) => Pattern("format.date-short", In(time, zone));

    public string ShortDate(DateOnly day) => Pattern("format.date-short", day.ToDateTime(TimeOnly.MinValue));

    /// <summary>5 February</summary>
    public string DayAndMonth(DateTimeOffset time, TimeZoneInfo zone) => Day("format.day-month", In(time, zone));

    /// <summary>23:59, in the given zone.</summary>
    public string Time(DateTimeOffset time, TimeZoneInfo zone) => Pattern("format.time", In(time, zone));

    /// <summary>5 February 2027, 23:59 (Toronto time)</summary>
    public string DateTime(DateTimeOffset time, TimeZoneInfo zone) => Message(
        "format.date-time", ("date", Date(time, zone)), ("time", Time(time, zone)), ("zone", Zone(zone)));

    /// <summary>Toronto time; UTC stays UTC.</summary>
    public string Zone(TimeZoneInfo zone)
    {
        var known = "zone." + zone.Id.ToLowerInvariant().Replace('_', '-').Replace('/', '.');
        if (language.Messages.Find(known) is not null)
        {
            return Message(known);
        }

        var city = zone.Id.Split('/')[^1].Replace('_', ' ');
        return city is "UTC" or "GMT" ? city : Message("zone.other", ("city", city));
    }

    /// <summary>How long ago: just now, 2 min, 3 h, yesterday, 4 days ago … Times in the future are "just now".</summary>
    public string Relative(TimeSpan ago) => ago switch
    {
        { TotalMinutes: < 1 } => Message("time.now"),
        { TotalHours: < 1 } => Message("time.minutes", ("count", (int)ago.TotalMinutes)),
        { TotalDays: < 1 } => Message("time.hours", ("count", (int)ago.TotalHours)),
        { TotalDays: < 2 } => Message("time.yesterday"),
        { TotalDays: < 14 } => Message("time.days", ("count", (int)ago.TotalDays)),
        { TotalDays: < 60 } => Message("time.weeks", ("count", (int)ago.TotalDays / 7)),
        { TotalDays: < 730 } => Message("time.months", ("count", (int)ago.TotalDays / 30)),
        _ => Message("time.years", ("count", (int)ago.TotalDays / 365)),
    };

    /// <summary>12 days left; the last day when none or fewer are left.</summary>
    public string DaysLeft(int days) => Message("time.days-left", ("count", Math.Max(days, 0)));

    /// <summary>Ada, Bea and Cy</summary>
    public string List(IEnumerable<string> items)
    {
        var isolated = items.Select(item => Bidi.Isolate(item, language.RightToLeft)).ToList();
        return isolated.Count < 2
            ? string.Concat(isolated)
            : string.Join(Message("list.comma"), isolated[..^1]) + Message("list.and") + isolated[^1];
    }

    /// <summary>Writes 0-9 in the language's own digits; everything else stays.</summary>
    public string Digits(string text)
    {
        var native = language.Culture.NumberFormat.NativeDigits;
        return native[0] == "0"
            ? text
            : string.Concat(text.Select(letter => char.IsAsciiDigit(letter) ? native[letter - ZeroDigit] : letter.ToString()));
    }

    /// <summary>A value inside a message. Times need a zone, so they are formatted before they get here.</summary>
    internal string Value(object? value) => value switch
    {
        null => "",
        string text => Bidi.Isolate(text, language.RightToLeft),
        byte or short or int or long or uint => Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        decimal or double or float => Digits(((IFormattable)value).ToString("#,0.##", language.Culture)),
        DateOnly day => Date(day),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Bidi.Isolate(value.ToString() ?? "", language.RightToLeft),
    };

    private static DateTime In(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone).DateTime;

    // French writes the first of a month as an ordinal: 1er mars.
    private string Day(string key, DateTime local) =>
        Pattern(language.Culture.Calendar.GetDayOfMonth(local) == 1 ? key + "-first" : key, local);

    private string Pattern(string key, DateTime local) =>
        Digits(local.ToString(language.Messages.Raw(key), language.Culture));

    private string Message(string key, params (string Name, object? Value)[] values) =>
        language.Messages.Find(key)?.Format(language, values) ?? key;
}
