using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Indexing;

/// <summary>What pages are about, in the terms of schema.org. It has no word for a petition, so one is a work of that genre which people endorse.</summary>
internal static class Things
{
    private const string Endorsing = "https://schema.org/EndorseAction";

    public static JsonObject Site(string name, Uri home, Uri search) => new()
    {
        ["@type"] = "WebSite",
        ["@id"] = home.AbsoluteUri,
        ["url"] = home.AbsoluteUri,
        ["name"] = name,
        ["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = new JsonObject { ["@type"] = "EntryPoint", ["urlTemplate"] = search.AbsoluteUri + "?q={words}" },
            ["query-input"] = "required name=words",
        },
    };

    public static JsonObject Organisation(string name, Uri address, string summary = "", string? website = null)
    {
        var thing = new JsonObject { ["@type"] = "Organization", ["@id"] = address.AbsoluteUri, ["name"] = name, ["url"] = address.AbsoluteUri };
        Add(thing, "description", summary.Length > 0 ? summary : null);
        Add(thing, "sameAs", website);
        return thing;
    }

    /// <summary>The way to a page from the top, the page itself last.</summary>
    public static JsonObject Way(params (string Name, Uri Address)[] steps) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["itemListElement"] = new JsonArray([.. steps.Select((step, index) => new JsonObject
        {
            ["@type"] = "ListItem", ["position"] = index + 1, ["name"] = step.Name, ["item"] = step.Address.AbsoluteUri,
        })]),
    };

    public static JsonObject Petition(CampaignView view, Uri canonical, Uri organisation)
    {
        var thing = new JsonObject
        {
            ["@type"] = "CreativeWork",
            ["@id"] = canonical.AbsoluteUri,
            ["url"] = canonical.AbsoluteUri,
            ["genre"] = "petition",
            ["headline"] = view.Title,
            ["abstract"] = view.Summary,
            ["inLanguage"] = view.TextLanguage,
            ["identifier"] = view.Reference.ToString(CultureInfo.InvariantCulture),
            ["publisher"] = Organisation(view.OrganisationName, organisation),
        };
        Add(thing, "datePublished", view.PublishedAt is { } at ? Time(at) : null);
        Add(thing, "image", view.Picture is { } picture ? new Uri(view.PublicAddress, picture.Address).AbsoluteUri : null);
        Add(thing, "translationOfWork", view.TextLanguage == view.OriginalLanguage ? null : new JsonObject { ["@type"] = "CreativeWork", ["@id"] = view.PublicAddress.AbsoluteUri });
        Add(thing, "interactionStatistic", view.Rule.Count
            ? new JsonObject { ["@type"] = "InteractionCounter", ["interactionType"] = Endorsing, ["userInteractionCount"] = view.Count }
            : null);
        Add(thing, "potentialAction", view.TakesSignatures ? new JsonObject { ["@type"] = "EndorseAction", ["target"] = canonical.AbsoluteUri + "#sign" } : null);
        return thing;
    }

    /// <summary>News of a petition.</summary>
    public static JsonObject Update(CampaignView view, UpdateText update, Uri canonical) => new()
    {
        ["@type"] = "Article",
        ["@id"] = canonical.AbsoluteUri,
        ["url"] = canonical.AbsoluteUri,
        ["headline"] = update.Title,
        ["abstract"] = update.Summary,
        ["inLanguage"] = update.Language,
        ["datePublished"] = Time(update.PublishedAt),
        ["dateModified"] = Time(update.CorrectedAt ?? update.PublishedAt),
        ["about"] = new JsonObject { ["@type"] = "CreativeWork", ["@id"] = view.PublicAddress.AbsoluteUri, ["name"] = view.Title },
        ["publisher"] = Organisation(view.OrganisationName, view.PublicOrganisation),
    };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static void Add(JsonObject thing, string name, JsonNode? value)
    {
        if (value is not null)
        {
            thing[name] = value;
        }
    }
}
