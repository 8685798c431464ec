using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.ShareTexts;

/// <summary>Reads what a campaign's share texts brought.</summary>
public sealed class ShareTextDesk(PetitionsDb db)
{
    /// <returns>For each language the petition can be read in, its own first.</returns>
    public async Task<IReadOnlyList<SharedLanguage>> ReadAsync(Campaign campaign, CancellationToken ct)
    {
        var brought = await db.Sources.AsNoTracking().Where(s => s.CampaignId == campaign.Id && s.Source.StartsWith("share")).ToDictionaryAsync(s => s.Source, s => s.Confirmed, ct);
        var languages = new List<SharedLanguage>();
        foreach (var language in LanguagesOf(campaign))
        {
            var texts = campaign.ShareTexts.Where(t => t.Language == language).ToList();
            var shown = await ShownAsync(campaign, language, [.. texts.Where(t => t.BegunAt == texts[^1].BegunAt)], ct);
            var lines = texts.Select(t => new ShareTextLine(
                t,
                [.. ShareChannels.All.Select(channel => (Channel: channel, Brought: brought.GetValueOrDefault(t.CodeFor(channel)))).Where(by => by.Brought > 0)],
                t.IsOffered ? shown[t.Number] : null)).ToList();
            languages.Add(new SharedLanguage(language, [.. lines.Where(l => l.Text.IsOffered)], [.. lines.Where(l => !l.Text.IsOffered).Reverse()]));
        }

        return languages;
    }

    /// <summary>Languages whose words the public reads, and those there were texts for.</summary>
    public static IReadOnlyList<string> LanguagesOf(Campaign campaign) =>
        [.. campaign.Texts.Select(t => t.Language).Where(l => campaign.TextIn(l) is not null).Concat(campaign.ShareTexts.Select(t => t.Language))
            .Distinct().OrderBy(l => l != campaign.Language).ThenBy(l => l, StringComparer.Ordinal)];

    /// <summary>To how many people each was shown after they confirmed: whose turn it was follows from their numbers.</summary>
    /// <param name="together">Texts that began together.</param>
    private async Task<Dictionary<int, long>> ShownAsync(Campaign campaign, string language, IReadOnlyList<ShareText> together, CancellationToken ct)
    {
        var shown = together.ToDictionary(t => t.Number, _ => 0L);
        var from = together.Count == 0 ? 0 : together[0].From;

        // Each time one of them ended, the others took its turns from there on.
        foreach (var until in together.Select(t => t.Until ?? long.MaxValue).Distinct().Order())
        {
            var turns = together.Where(t => (t.Until ?? long.MaxValue) >= until).ToList();
            var (after, count) = (from, turns.Count);
            var signers = await db.Signatures.Where(s => s.CampaignId == campaign.Id && s.Number > after && s.Number <= until)
                .GroupBy(s => new { s.Language, Turn = s.Number!.Value % count }).Select(g => new { g.Key.Language, g.Key.Turn, Count = g.LongCount() }).ToListAsync(ct);
            foreach (var group in signers.Where(g => (campaign.TextIn(g.Language)?.Language ?? campaign.Language) == language))
            {
                shown[turns[(int)group.Turn].Number] += group.Count;
            }

            from = until;
        }

        return shown;
    }
}

/// <param name="Offered">Began together and take turns.</param>
/// <param name="Ended">The newest first.</param>
public sealed record SharedLanguage(string Language, IReadOnlyList<ShareTextLine> Offered, IReadOnlyList<ShareTextLine> Ended)
{
    /// <summary>Null where there is nothing to compare.</summary>
    public ShareVerdict? Verdict { get; } = Offered.Count < 2 ? null : ShareVerdict.Of([.. Offered.Select(l => (l.Text.Number, l.Brought))]);

    public long Brought => Offered.Sum(l => l.Brought);
}

/// <param name="Channels">Signatures that came through it, by the way it was shared.</param>
/// <param name="Shown">To how many people after they confirmed; null where that is over.</param>
public sealed record ShareTextLine(ShareText Text, IReadOnlyList<(string Channel, long Brought)> Channels, long? Shown)
{
    public long Brought => Channels.Sum(c => c.Brought);
}

public sealed record ShareTextsView(Campaign Campaign, IReadOnlyList<SharedLanguage> Languages);

/// <summary>What is being written, and of what.</summary>
public sealed record ShareTextsWriting(Campaign Campaign, string Language);
