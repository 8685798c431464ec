using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Petitions.Api;

/// <summary>Where the parts of a list are. At its edges there is no further one: null.</summary>
public sealed record PageLinks(Uri Self, Uri First, Uri? Prev, Uri? Next, Uri? Last)
{
    /// <param name="list">Address of the list's first part.</param>
    /// <param name="self">Cursor of this part; null for the first. So with the others, where there is no such part.</param>
    internal static PageLinks Of(Uri list, string? self, string? prev, string? next, string? last = null) =>
        new(At(list, self) ?? list, list, At(list, prev), At(list, next), At(list, last));

    private static Uri? At(Uri list, string? cursor) => cursor is null ? null : new Uri(QueryHelpers.AddQueryString(list.AbsoluteUri, "cursor", cursor));
}
