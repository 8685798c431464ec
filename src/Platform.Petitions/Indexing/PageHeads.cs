using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Directory;
using Platform.Petitions.Feeds;
using Platform.Petitions.Sharing;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Indexing;

/// <summary>Heads of the pages that strangers should find. Addresses are the configured ones, whatever host the page was asked at.</summary>
public sealed class PageHeads(Links links, Catalogue catalogue, Localiser texts, TenantContext tenant, ShareCards cards)
{
    private Uri HomeAddress => links.To("/");

    public PageHead Home() => Of("/", texts["layout.name"], texts["layout.description"]) with
    {
        Things = [Things.Site(texts["layout.name"], HomeAddress, links.To("/search"))],
        Feeds = [.. FeedController.Lists.Select(list => new FeedLink(texts["feed." + list, ("site", texts["layout.name"])], links.To($"/feeds/{texts.Language.Code}/{list}")))],
    };

    /// <summary>A list by what it is narrowed to. Words that were typed and further pages are no places of their own.</summary>
    public PageHead Search(SearchQuery query, string title) =>
        Of(FacetView.Link(query.Usual()), title, texts["layout.description"]) with { Indexed = tenant.Id is null && query is { Words: null, Near: null, Page: 1 } };

    /// <summary>A page of the platform's own; an organisation's copy of it is not another page.</summary>
    public PageHead Plain(string path, string title) => Of(path, title, texts["layout.description"]) with { Indexed = tenant.Id is null };

    public PageHead Organisation(OrganisationView view)
    {
        var description = view.Summary.Length > 0 ? view.Summary : texts["layout.description"];
        return new PageHead(LanguageLinks.In(view.PublicAddress, texts.Language.Code, view.Language), view.Name, description, texts.Language.Code)
        {
            Indexed = view.Campaigns.Count > 0,
            Languages = LanguageLinks.Of(view.PublicAddress, catalogue.Languages.Select(l => l.Code), view.Language),
            Things = [Things.Organisation(view.Name, view.PublicAddress, view.Summary, view.Website), .. Way((view.Name, view.PublicAddress))],
            Feeds = [new FeedLink(view.Name, Below(view.PublicAddress, "/feed"))],
        };
    }

    /// <summary>Null where the page shows no words of the petition.</summary>
    public PageHead? Campaign(CampaignView view)
    {
        if (!view.Rule.Words || view.Preview)
        {
            return null;
        }

        var canonical = LanguageLinks.In(view.PublicAddress, view.TextLanguage, view.OriginalLanguage);
        return new PageHead(canonical, view.Title, view.Summary, view.TextLanguage)
        {
            Indexed = view.Indexed,
            Languages = view.Languages.Count > 1 ? LanguageLinks.Of(view.PublicAddress, view.Languages, view.OriginalLanguage) : [],
            Picture = Card(view),
            Embed = view.Rule.Count ? links.To("/oembed?url=" + Uri.EscapeDataString(canonical.AbsoluteUri)) : null,
            Things = view.Indexed
                ? [Things.Petition(view, canonical, view.PublicOrganisation), .. Way((view.OrganisationName, view.PublicOrganisation), (view.Title, canonical))]
                : [],
            Feeds = FeedsOf(view),
        };
    }

    /// <summary>One update at the one address it has: it is written in one language.</summary>
    public PageHead Update(CampaignView view, UpdateText update)
    {
        var canonical = view.PublicBelow(FormattableString.Invariant($"/updates/{update.Number}"));
        return new PageHead(canonical, update.Title, update.Summary, update.Language)
        {
            Indexed = view.Indexed,
            Picture = Card(view),
            Things = view.Indexed
                ? [Things.Update(view, update, canonical), .. Way((view.OrganisationName, view.PublicOrganisation), (view.Title, view.PublicAddress), (update.Title, canonical))]
                : [],
            Feeds = FeedsOf(view),
        };
    }

    /// <summary>The list of them, in the languages of the petition.</summary>
    /// <param name="first">Further parts are no places of their own.</param>
    public PageHead Updates(CampaignView view, string title, bool first)
    {
        var address = view.PublicBelow("/updates");
        return new PageHead(LanguageLinks.In(address, view.TextLanguage, view.OriginalLanguage), $"{title}: {view.Title}", view.Summary, view.TextLanguage)
        {
            Indexed = view.Indexed && first,
            Languages = view.Languages.Count > 1 ? LanguageLinks.Of(address, view.Languages, view.OriginalLanguage) : [],
            Picture = Card(view),
            Feeds = FeedsOf(view),
        };
    }

    /// <summary>One page of the platform in all its languages; the first of them is what it speaks when nothing is known of the reader.</summary>
    private PageHead Of(string path, string title, string description)
    {
        var address = links.To(path);
        return new PageHead(LanguageLinks.In(address, texts.Language.Code, catalogue.Default.Code), title, description, texts.Language.Code)
        {
            Languages = LanguageLinks.Of(address, catalogue.Languages.Select(l => l.Code), catalogue.Default.Code),
        };
    }

    private static IReadOnlyList<FeedLink> FeedsOf(CampaignView view) => view.Indexed ? [new FeedLink(view.Title, view.PublicBelow("/feed"))] : [];

    private HeadPicture? Card(CampaignView view)
    {
        if (!view.Rule.Count)
        {
            return null;
        }

        var card = cards.Of(view);
        return new HeadPicture(
            ShareCards.Address(view, card, CardShape.Wide), CardShape.Wide.Width, CardShape.Wide.Height, $"{card.Title} – {card.Count}");
    }

    private static Uri Below(Uri address, string path) => new(address.AbsoluteUri.TrimEnd('/') + path);

    /// <summary>An organisation on its own domain is a site of its own and not a step below the platform.</summary>
    private IEnumerable<System.Text.Json.Nodes.JsonObject> Way(params (string Name, Uri Address)[] steps) => steps[0].Address.Host == HomeAddress.Host
        ? [Things.Way([(texts["layout.name"], HomeAddress), .. steps])]
        : steps.Length > 1 ? [Things.Way(steps)] : [];
}
