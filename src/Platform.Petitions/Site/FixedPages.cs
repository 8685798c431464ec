using Microsoft.EntityFrameworkCore;

namespace Platform.Petitions.Site;

public abstract record FixedPage
{
    public sealed record Shown(PageText Text) : FixedPage;

    public sealed record Forwarded(string To) : FixedPage;

    public sealed record Absent : FixedPage;
}

/// <summary>Which words stand at /about/{key}: the organisation's own, else the platform's, else the built-in ones.</summary>
public sealed class FixedPages(PetitionsDb db)
{
    public async Task<FixedPage> FindAsync(Guid? tenant, string key, string language, CancellationToken ct)
    {
        if (!BuiltInPages.Keys.Contains(key))
        {
            return new FixedPage.Absent();
        }

        var rows = await db.SitePages.AsNoTracking().Where(p => p.Key == key && (p.TenantId == null || p.TenantId == tenant)).ToListAsync(ct);
        // An organisation that wrote something has decided about all languages of that page.
        var own = tenant is not null && rows.Any(r => r.TenantId == tenant) ? rows.FindAll(r => r.TenantId == tenant) : rows.FindAll(r => r.TenantId == null);
        var row = own.Find(r => r.Language == language);
        return own switch
        {
            _ when own.Exists(r => r.Disabled) => new FixedPage.Absent(),
            _ when own.Find(r => r.ForwardTo is { Length: > 0 })?.ForwardTo is { } target => new FixedPage.Forwarded(target),
            _ when row is { Body.Length: > 0 } => new FixedPage.Shown(new PageText(row.Title, row.Body, language)),
            _ => BuiltInPages.Find(key, language) is { } builtIn ? new FixedPage.Shown(builtIn) : new FixedPage.Absent(),
        };
    }
}
