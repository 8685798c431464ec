using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Api;

/// <summary>What happened to a petition, newest first.</summary>
public sealed record TimelineList(IReadOnlyList<TimelineItem> Items);

/// <param name="Kind">publish, milestone, update, correction, translation, close, outcome, reopen, archive, suspend, resume, reject, remove or restore; further ones may come.</param>
/// <param name="Number">What a milestone names, or an update's.</param>
/// <param name="Note">Words that somebody added; of a translation the name of its language.</param>
public sealed record TimelineItem(string Kind, long? Number, string? Note, DateTimeOffset At)
{
    internal static TimelineItem Of(TimelineEntry entry) => new(entry.Kind, entry.Number, entry.Note, entry.At);
}
