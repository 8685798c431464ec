using System.Buffers;

namespace Platform.Petitions.Lanes;

/// <summary>A path below a campaign, cut without routing: <c>/{org}/{slug}</c> and what stands behind.</summary>
internal readonly record struct LanePath(string Slug, string Below)
{
    private static readonly SearchValues<char> SlugLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <param name="path">As the routes know it: with the organisation in front, also on its own host.</param>
    /// <param name="organisation">Slug of the tenant that was found for the request.</param>
    /// <returns>Null for everything that is not written exactly as our own links are.</returns>
    public static LanePath? Of(string path, string organisation)
    {
        if (path.Length < organisation.Length + 3 || path[organisation.Length + 1] != '/' || !path.AsSpan(1).StartsWith(organisation, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = path.AsSpan(organisation.Length + 2);
        var end = rest.IndexOf('/');
        var slug = end < 0 ? rest : rest[..end];
        return slug.IsEmpty || slug.ContainsAnyExcept(SlugLetters) ? null : new LanePath(slug.ToString(), end < 0 ? "" : rest[(end + 1)..].ToString());
    }
}
