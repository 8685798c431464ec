using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Drafting;
using Platform.Petitions.News;

namespace Platform.Petitions.Updates;

/// <summary>Updates as the organiser's desk reads and keeps them.</summary>
public sealed class UpdateDesk(PetitionsDb db, DraftDesk desk, NewsAudience audience, UpdateMailings mailings, DatabaseClock clock)
{
    private const int MostShown = 200;

    public string Address(Guid campaign, string below = "") => desk.Address(campaign, "/updates" + below);

    public Task<Campaign?> CampaignAsync(Guid id, CancellationToken ct) => desk.Drafts.FindAsync(id, ct);

    /// <returns>The tracked update with its campaign; null when there is none here.</returns>
    public async Task<(Campaign Campaign, CampaignUpdate Update)?> FindAsync(Guid campaign, Guid id, CancellationToken ct) =>
        await CampaignAsync(campaign, ct) is { } found && await db.Updates.SingleOrDefaultAsync(u => u.CampaignId == campaign && u.Id == id, ct) is { } update ? (found, update) : null;

    /// <summary>Drafts first, then the newest.</summary>
    public async Task<IReadOnlyList<UpdateLine>> ListAsync(Guid campaign, CancellationToken ct)
    {
        var updates = await db.Updates.AsNoTracking().Where(u => u.CampaignId == campaign)
            .OrderByDescending(u => u.PublishedAt == null).ThenByDescending(u => u.Number).ThenByDescending(u => u.BegunAt).Take(MostShown).ToListAsync(ct);
        var mailed = await db.NewsMailings.AsNoTracking().Where(m => m.CampaignId == campaign && m.Kind == NewsKind.Update).ToDictionaryAsync(m => m.Subject, ct);
        return [.. updates.Select(u => new UpdateLine(u, mailed.GetValueOrDefault(u.Id)))];
    }

    /// <summary>Who would get it, and whether it may be mailed yet. It asks every signature, so only the page with the button says it.</summary>
    public async Task<MailOffer> OfferAsync(Campaign campaign, CancellationToken ct) => new(
        await audience.CountAsync(campaign.TenantId, campaign.Id, ct), await mailings.ResumeAsync(campaign.Id, await clock.NowAsync(ct), ct));

    /// <summary>Keeps what is typed into a draft, and nothing once it is published.</summary>
    public async Task<bool> KeepAsync(Guid campaign, Guid id, UpdateForm form, CancellationToken ct)
    {
        var (language, title, body) = (form.Language!, form.Title!, form.Body!);
        return !form.WouldLose && PetitionLanguages.IsKnown(language) && await db.Updates.Where(u => u.CampaignId == campaign && u.Id == id && u.PublishedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, language).SetProperty(u => u.Title, title).SetProperty(u => u.Body, body), ct) == 1;
    }

    /// <summary>A draft to write in: the person's own empty one where there is one, so that a second press makes no second.</summary>
    public async Task<Guid> BeginAsync(Campaign campaign, Guid author, CancellationToken ct)
    {
        var update = await db.Updates.FirstOrDefaultAsync(u => u.CampaignId == campaign.Id && u.Author == author && u.PublishedAt == null && u.Title == "" && u.Body == "", ct);
        if (update is null)
        {
            update = new CampaignUpdate(campaign.Id, campaign.Language, author);
            db.Updates.Add(update);
            await db.SaveChangesAsync(ct);
        }

        return update.Id;
    }

    /// <summary>Unless somebody has published it meanwhile.</summary>
    public Task DiscardAsync(CampaignUpdate draft, CancellationToken ct) => db.Updates.Where(u => u.Id == draft.Id && u.PublishedAt == null).ExecuteDeleteAsync(ct);
}

/// <param name="Mailing">Null where nobody was to be mailed.</param>
public sealed record UpdateLine(CampaignUpdate Update, NewsMailing? Mailing);

/// <param name="Recipients">How many a mail would go to, counted now.</param>
/// <param name="From">When the next one may be mailed; null when it may now.</param>
public sealed record MailOffer(long Recipients, DateTimeOffset? From)
{
    public bool IsOpen => Recipients > 0 && From is null;
}

public sealed record UpdatesView(Campaign Campaign, IReadOnlyList<UpdateLine> Lines);
