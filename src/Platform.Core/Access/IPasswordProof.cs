namespace Platform.Core.Access;

/// <summary>Asks the person at the desk for their password once more, before what an open screen must not be enough for.</summary>
public interface IPasswordProof
{
    /// <returns>Null when it is theirs; else the key of what to say at the field.</returns>
    Task<string?> RefuseAsync(string? password, CancellationToken ct);
}
