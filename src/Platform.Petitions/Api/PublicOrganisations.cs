using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Directory;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.Api;

/// <summary>Organisations that have petitions to show.</summary>
public sealed class PublicOrganisations(PetitionsDb db, CampaignLists lists, Links links)
{
    private const int PageSize = 50;
    private const char Backwards = '-';

    /// <param name="cursor">The slug a part begins behind; with a hyphen before it, the one it ends before.</param>
    public async Task<OrganisationList> ReadAsync(string? cursor, CancellationToken ct)
    {
        var (back, slug) = (cursor?.StartsWith(Backwards) is true, cursor?.TrimStart(Backwards));
        var edge = ValueTuple.Create(slug);
        var found = (slug, back) switch
        {
            (null, _) => Shown.OrderBy(o => o.Slug),
            (_, true) => Shown.Where(o => EF.Functions.LessThan(ValueTuple.Create(o.Slug), edge)).OrderByDescending(o => o.Slug),
            _ => Shown.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.Slug), edge)).OrderBy(o => o.Slug),
        };
        var rows = await Counted(found.Take(PageSize + 1)).ToListAsync(ct);
        var more = rows.Count > PageSize;
        var part = rows.Take(PageSize).Select(Item).ToList();
        if (back)
        {
            part.Reverse();
        }

        var prev = part.Count > 0 && (back ? more : slug is not null) ? Backwards + part[0].Slug : null;
        var next = part.Count > 0 && (back || more) ? part[^1].Slug : null;
        return new OrganisationList(part, PageLinks.Of(links.To(ApiProblem.Root + "/organisations"), cursor, prev, next));
    }

    public async Task<OrganisationItem?> FindAsync(string slug, CancellationToken ct) =>
        await Counted(Shown.Where(o => o.Slug == slug)).SingleOrDefaultAsync(ct) is { } found ? Item(found) : null;

    private IQueryable<Organisation> Shown
    {
        get
        {
            var listed = lists.Listed;
            return db.Organisations.AsNoTracking().Where(o => o.SuspendedAt == null && listed.Any(c => c.TenantId == o.Id));
        }
    }

    private IQueryable<Counted> Counted(IQueryable<Organisation> organisations)
    {
        var listed = lists.Listed;
        return organisations.Select(o => new Counted(o, listed.LongCount(c => c.TenantId == o.Id)));
    }

    private OrganisationItem Item(Counted row)
    {
        var o = row.Organisation;
        using var about = new StringWriter(CultureInfo.InvariantCulture);
        SafeMarkdown.Render(o.About).WriteTo(about, HtmlEncoder.Default);
        return new OrganisationItem(o.Slug, o.Name, links.Organisation(o.Slug, o.Domain), o.Language, o.Place, o.PublicWebsite, about.ToString() is { Length: > 0 } text ? text : null, row.Campaigns);
    }
}

internal sealed record Counted(Organisation Organisation, long Campaigns);
