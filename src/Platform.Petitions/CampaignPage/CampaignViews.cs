using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Areas;
using Platform.Petitions.Branding;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Counting;
using Platform.Petitions.Database;
using Platform.Petitions.Organisations;
using Platform.Petitions.Pictures;
using Platform.Petitions.Site;
using Platform.Petitions.Updates;
using Platform.Petitions.Voices;

namespace Platform.Petitions.CampaignPage;

/// <summary>Reads what a campaign's page shows, in the current organisation.</summary>
public sealed class CampaignViews(PetitionsDb db, TenantContext tenant, Links links, DatabaseClock clock, SignerLists signers, VoiceLists voices, UpdateLists updates, AreaLists areas, SiteSwitches switches)
{
    private const int SummaryLength = 200;
    private const int TimelineLength = 40;

    /// <param name="language">The words are shown in it where they exist, else in the campaign's own.</param>
    /// <returns>Null when strangers find nothing there.</returns>
    public Task<CampaignView?> FindAsync(string slug, Language language, CancellationToken ct) => FindAsync(slug, language.Code, ct);

    /// <param name="language">Null for the campaign's own.</param>
    public async Task<CampaignView?> FindAsync(string slug, string? language, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (campaign is null)
        {
            return null;
        }

        var now = await clock.NowAsync(ct);
        var state = StateOf(campaign, now);
        return state == PageState.Absent ? null : await ReadAsync(campaign, language, state, preview: false, now, ct);
    }

    /// <summary>Count, goal and state alone; null where the page shows no count.</summary>
    public async Task<CampaignView?> CountAsync(string slug, CancellationToken ct) => (await CountedAsync(slug, rule => rule.Count, ct))?.View;

    /// <summary>Count, goal and newest signers, for pages that stay open; null where the page takes no signatures.</summary>
    public async Task<CampaignView?> CardAsync(string slug, CancellationToken ct) => await CountedAsync(slug, rule => rule.Form, ct) is var (campaign, view)
        ? view with { PublicNames = campaign.PublicNames, Signers = await signers.NewestAsync(campaign.Id, campaign.PublicNames, ct) }
        : null;

    /// <summary>The page as the public will see it, with the newest words. The campaign has its texts loaded.</summary>
    public async Task<CampaignView> BuildAsync(Campaign campaign, Language language, CancellationToken ct = default) =>
        await ReadAsync(campaign, language.Code, PageState.Open, preview: true, await clock.NowAsync(ct), ct);

    /// <summary>Where a former slug leads now; null when it was never one or leads nowhere public.</summary>
    public async Task<string?> FindMovedAsync(string slug, CancellationToken ct)
    {
        var moved = await db.Slugs.Where(s => s.Slug == slug)
            .Join(db.Campaigns, s => s.CampaignId, c => c.Id, (_, c) => c).AsNoTracking().SingleOrDefaultAsync(ct);
        return moved is not null && moved.Slug != slug && moved.HasPublicPage ? Root(moved.Slug) : null;
    }

    private async Task<(Campaign Campaign, CampaignView View)?> CountedAsync(string slug, Func<PageRule, bool> shown, CancellationToken ct)
    {
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } campaign)
        {
            return null;
        }

        var now = await clock.NowAsync(ct);
        var state = StateOf(campaign, now);
        if (!shown(PageRule.Of(state)))
        {
            return null;
        }

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == campaign.TenantId, ct);
        return (campaign, await WithCountAsync(Frame(campaign, organisation, state, now), campaign, ct));
    }

    private async Task<CampaignView> ReadAsync(Campaign campaign, string? language, PageState state, bool preview, DateTimeOffset now, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == campaign.TenantId, ct);
        var rule = PageRule.Of(state);
        var view = Frame(campaign, organisation, state, now) with { Preview = preview };
        if (state == PageState.Gathering)
        {
            return view with
            {
                CoSponsors = await db.Signatures.CountAsync(s => s.CampaignId == campaign.Id && s.CoSponsor && s.State == Signatures.SignatureState.Confirmed, ct),
                CoSponsorsNeeded = organisation.MinimumCoSponsors,
            };
        }

        view = rule.Words ? await WithWordsAsync(view, campaign, language, ct) : view;
        view = rule.Count ? await WithSignersAsync(view, campaign, ct) : view;
        return state == PageState.Rejected
            ? view with { RejectionCode = campaign.RejectionCode, RejectionReason = await db.RejectionReasons.Where(r => r.Code == campaign.RejectionCode).Select(r => r.Wording).SingleOrDefaultAsync(ct) }
            : view;
    }

    private CampaignView Frame(Campaign campaign, Organisation organisation, PageState state, DateTimeOffset now)
    {
        var closed = state == PageState.Closed ? campaign.ClosedAt ?? campaign.ClosesAt : null;
        var explained = state is PageState.Closed or PageState.Rejected or PageState.Removed;
        return new CampaignView
        {
            Id = campaign.Id,
            State = state,
            Reference = campaign.Reference,
            OrganisationName = organisation.Name,
            OrganisationAddress = tenant.Root.Length == 0 ? "/" : tenant.Root,
            Place = organisation.Place,
            Accent = AccentColours.Of(Rgb.Parse(organisation.Accent))?.Light,
            Address = Root(campaign.Slug),
            PublicAddress = links.Campaign(organisation.Slug, campaign.Slug, domain: organisation.Domain),
            PublicOrganisation = links.Organisation(organisation.Slug, organisation.Domain),
            OriginalLanguage = campaign.Language,
            TextLanguage = campaign.Language,
            Zone = TimeZoneInfo.TryFindSystemTimeZoneById(campaign.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
            Now = now,
            PublishedAt = campaign.PublishedAt,
            OpensAt = campaign.OpensAt,
            ClosesAt = campaign.ClosesAt,
            ClosedAt = closed,
            ClosedBecause = state == PageState.Closed ? campaign.ClosedBecause ?? ClosingReason.Time : null,
            ConfirmableUntil = campaign.ClosedBecause != ClosingReason.Withdrawn && LateUntil(campaign, closed) is { } until && until > now ? until : null,
            Outcome = state == PageState.Closed ? campaign.Outcome : null,
            OutcomeWords = state == PageState.Closed ? campaign.OutcomeWords : null,
            Explanation = explained ? campaign.Explanation : null,
            PublicNote = campaign.PublicNote,
            Indexed = PageRule.Of(state).Indexed && campaign.ReviewedAt is not null && !campaign.Hidden,
        };
    }

    private async Task<CampaignView> WithWordsAsync(CampaignView view, Campaign campaign, string? language, CancellationToken ct)
    {
        var text = (language is null ? null : campaign.TextIn(language)) ?? campaign.TextIn(campaign.Language);
        var approved = campaign.Texts.Where(t => t.ApprovedAt is not null).ToList();
        var timeline = await db.Timeline.AsNoTracking().Where(e => e.CampaignId == campaign.Id)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(TimelineLength).ToListAsync(ct);
        return view with
        {
            TextLanguage = text?.Language ?? campaign.Language,
            Languages = [.. campaign.Texts.Select(t => t.Language).Distinct().Where(l => campaign.TextIn(l) is not null).OrderBy(l => l != campaign.Language).ThenBy(l => l, StringComparer.Ordinal)],
            Title = text?.Title ?? "",
            Demand = text?.Demand ?? "",
            Body = SafeMarkdown.Render(text?.Body),
            Summary = CleanText.Shorten(CleanText.SingleLine(text?.Demand is { Length: > 0 } demand ? demand : SafeMarkdown.ToPlainText(text?.Body, SummaryLength)), SummaryLength),
            TextVersion = text?.Version ?? 0,
            HasHistory = approved.GroupBy(t => t.Language).Any(g => g.Count() > 1),
            DecisionMakers = campaign.DecisionMakers,
            Links = [.. campaign.Links.Where(l => Uri.TryCreate(l.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")],
            Picture = PictureView.Of(campaign, campaign.PictureId is { } picture ? await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == picture, ct) : null),
            Timeline = timeline,
            Updates = await updates.FirstAsync(campaign.Id, ct),
            ShareTexts = campaign.SharedIn(text?.Language ?? campaign.Language),
            AsksPostcode = campaign.AsksPostcode,
            PublicNames = campaign.PublicNames,
            Eligibility = campaign.Eligibility,
            Challenged = campaign.ChallengedUntil > view.Now,
            Topic = campaign.Topic,
            Country = campaign.Country,
        };
    }

    private async Task<CampaignView> WithSignersAsync(CampaignView view, Campaign campaign, CancellationToken ct)
    {
        var counted = await WithCountAsync(view, campaign, ct);
        var countries = await areas.CountriesAsync(campaign.Id, AreaShare.MostAtAGlance, ct);
        return counted with
        {
            Signers = await signers.NewestAsync(campaign.Id, campaign.PublicNames, ct),
            Voices = await voices.FirstAsync(campaign.Id, campaign.PublicNames, ct),
            Areas = countries,
            Regions = campaign.AsksPostcode ? await areas.RegionsAsync(campaign.Id, countries, AreaShare.MostAtAGlance, ct) : [],
        };
    }

    private async Task<CampaignView> WithCountAsync(CampaignView view, Campaign campaign, CancellationToken ct)
    {
        var count = await db.Counts.AsNoTracking().SingleOrDefaultAsync(c => c.CampaignId == campaign.Id, ct);
        var confirmed = count?.Confirmed ?? 0;
        var goal = GoalLadder.Next(confirmed, campaign.Goal);
        return view with { Count = confirmed, Goal = goal, Percent = GoalLadder.Percent(confirmed, goal), NextNumber = (count?.Numbered ?? 0) + 1 };
    }

    private PageState StateOf(Campaign campaign, DateTimeOffset now) => PageRule.StateOf(campaign, switches.DeadlineClock(now)) switch
    {
        PageState.Open when switches.SigningPaused => PageState.Paused,
        var state => state,
    };

    private string Root(string slug) => $"{tenant.Root}/{slug}";

    private static DateTimeOffset? LateUntil(Campaign campaign, DateTimeOffset? closed) =>
        closed is { } at ? (campaign.ClosesAt < at ? campaign.ClosesAt.Value : at).AddHours(24) : null;
}
