namespace Platform.Core.Modules;

/// <summary>What other modules may know of campaigns: to read, in the scope's organisation.</summary>
public interface ICampaignDirectory
{
    /// <param name="slug">As in the campaign's address.</param>
    /// <param name="language">Titles are in it where there is one, else in the campaign's own.</param>
    /// <returns>Null for none, and for one that strangers may not read.</returns>
    Task<CampaignEntry?> FindAsync(string slug, string language, CancellationToken ct);

    /// <returns>Also of campaigns that are no longer public; null for none.</returns>
    Task<CampaignEntry?> FindAsync(Guid id, string language, CancellationToken ct);

    /// <summary>All that were published once, newest first, at most some hundred.</summary>
    Task<IReadOnlyList<CampaignEntry>> AllAsync(string language, CancellationToken ct);

    /// <summary>The scope's organisation itself; null where the scope has none.</summary>
    Task<OrganisationEntry?> OrganisationAsync(CancellationToken ct);

    /// <summary>Names of organisations, for pages about the whole platform.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> organisations, CancellationToken ct);
}

/// <param name="Path">Local address of its page, without a final slash.</param>
/// <param name="Address">The same for mails and other sites.</param>
/// <param name="Published">It is on the platform and takes, or could take, signatures now.</param>
/// <param name="Language">The campaign's own.</param>
public sealed record CampaignEntry(Guid Id, string Slug, string Title, string Path, Uri Address, bool Published, string Language);

/// <param name="Language">The one it writes in.</param>
public sealed record OrganisationEntry(Guid Id, string Slug, string Name, string Language);
