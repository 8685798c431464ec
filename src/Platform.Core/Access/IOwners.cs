namespace Platform.Core.Access;

/// <summary>Who answers for the scope's organisation, for mails that concern it; where the scope is of none, for the platform.</summary>
public interface IOwners
{
    /// <summary>Ids of those who can act now.</summary>
    Task<IReadOnlyList<Guid>> AllAsync(CancellationToken ct);

    /// <returns>Null when that person is no owner any more.</returns>
    Task<OwnerEntry?> FindAsync(Guid user, CancellationToken ct);
}

/// <param name="Language">In which mails of the organisation are written.</param>
public sealed record OwnerEntry(Guid Id, string Name, string Email, string Language);
