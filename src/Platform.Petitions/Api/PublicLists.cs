using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Database;
using Platform.Petitions.Directory;
using Platform.Petitions.Site;

namespace Platform.Petitions.Api;

/// <summary>Petitions as the search page finds them, as data.</summary>
public sealed class PublicLists(
    CampaignSearch search, CampaignLists lists, DatabaseClock clock, SiteSwitches switches, ITenantDirectory organisations, TenantContext tenant, Links links)
{
    public const int MostLines = 5_000;
    private const string AsList = ApiProblem.Root + "/campaigns";
    private const string AsFile = AsList + ".csv";

    /// <returns>Null when there is no such organisation.</returns>
    public async Task<CampaignList?> ReadAsync(CampaignQuery asked, CancellationToken ct)
    {
        if (!await EnterAsync(asked.Organisation, ct))
        {
            return null;
        }

        if (asked.AskedIds is { } ids)
        {
            var named = await lists.ListedAsync(ids, asked.AskedLocale ?? "", switches.DeadlineClock(await clock.NowAsync(ct)), ct);
            return new CampaignList(named.Count, null, Lines(named), null, PageLinks.Of(AddressOf(AsList, asked), null, null, null));
        }

        var found = await search.RunAsync(asked.Read(!switches.StatisticsOff), asked.AskedLocale ?? "", ct);
        var facets = new CampaignFacets(found.States, found.Topics, found.Countries, found.Languages);
        var last = found.Pages > 1 ? ListCursor.Write(ListStart.At((found.Pages - 1L) * asked.Limit)) : null;
        return new CampaignList(found.Total, found.Corrected, Lines(found.Campaigns), facets, PageLinks.Of(AddressOf(AsList, asked), asked.Cursor, Cursor(found.Prev), Cursor(found.Next), last));
    }

    /// <summary>The same as a file for spreadsheets.</summary>
    /// <returns>The file and where the next one is; null when there is no such organisation.</returns>
    public async Task<(string File, Uri? Next)?> WriteAsync(CampaignQuery asked, CancellationToken ct)
    {
        if (!await EnterAsync(asked.Organisation, ct))
        {
            return null;
        }

        var found = await search.RunAsync(asked.Read(!switches.StatisticsOff) with { Size = MostLines }, asked.AskedLocale ?? "", ct);
        var file = new StringBuilder(CsvLine.ByteOrderMark)
            .Append(CsvLine.Of("id", "reference", "title", "language", "organisation", "decision makers", "state", "topic", "country", "signatures", "goal", "published", "closes", "address"));
        foreach (var c in Lines(found.Campaigns))
        {
            var asks = string.Join("; ", (c.DecisionMakers ?? []).Select(d => string.Join(", ", new[] { d.Name, d.Office, d.Place }.Where(p => !string.IsNullOrEmpty(p)))));
            file.Append(CsvLine.Of(
                c.Id, c.Reference, c.Title, c.Language, c.Organisation.Name, asks, c.State.ToString().ToLowerInvariant(), c.Topic, c.Country, c.Count, c.Goal, c.PublishedAt, c.ClosesAt, c.Url.AbsoluteUri));
        }

        return (file.ToString(), PageLinks.Of(AddressOf(AsFile, asked), null, null, Cursor(found.Next)).Next);
    }

    /// <summary>An organisation's own host knows no other's petitions.</summary>
    private async Task<bool> EnterAsync(string? organisation, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(organisation) || organisation == tenant.Slug)
        {
            return true;
        }

        if (tenant.Id is not null || await organisations.FindBySlugAsync(organisation, ct) is not { } entry)
        {
            return false;
        }

        tenant.Set(entry.Id, entry.Slug);
        return true;
    }

    private List<CampaignSummary> Lines(IReadOnlyList<ListedCampaign> campaigns) => [.. campaigns.Select(c => CampaignSummary.Of(c, links))];

    private static string? Cursor(ListStart? start) => start is null ? null : ListCursor.Write(start);

    private Uri AddressOf(string path, CampaignQuery asked)
    {
        var parts = FacetView.Parts(asked.Read(!switches.StatisticsOff));
        parts["organisation"] = tenant.Id is null ? null : tenant.Slug;
        parts["ids"] = asked.AskedIds is { } ids ? string.Join(',', ids) : null;
        parts["locale"] = asked.AskedLocale;
        parts["limit"] = asked.Limit == SearchQuery.PageSize ? null : asked.Limit.ToString(CultureInfo.InvariantCulture);
        return new Uri(QueryHelpers.AddQueryString(links.To(path).AbsoluteUri, parts.Where(p => p.Value is not null)));
    }
}
