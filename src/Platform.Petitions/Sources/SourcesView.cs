using Platform.Petitions.Campaigns;
using Platform.Petitions.Sharing;

namespace Platform.Petitions.Sources;

/// <summary>Links that say where they were found, and paper to print.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Source">Null when what was typed cannot be a source code, or nothing was.</param>
/// <param name="Link">With the code, where there is one.</param>
/// <param name="Page">Local address of the campaign's page.</param>
/// <param name="Shares">What each code brought, most first.</param>
public sealed record SourcesView(Campaign Campaign, string Typed, string? Source, Uri Link, QrCode Code, string Page, IReadOnlyList<SourceShare> Shares)
{
    public bool Refused => Typed.Length > 0 && Source is null;

    /// <summary>What a QR code's address says besides its path.</summary>
    public string Query => Source is null ? "" : $"?from={Source}";
}

/// <param name="Source">Null for signatures that came by a link without a code, and for codes beyond the list.</param>
public sealed record SourceShare(string? Source, long Confirmed);
