namespace Platform.Petitions.Domains;

/// <summary>Asks the DNS.</summary>
public interface IDomainRecords
{
    /// <returns>The TXT records of a name, none where it has none; null when nobody could say.</returns>
    Task<IReadOnlyList<string>?> TextsAsync(string name, CancellationToken ct);
}
