namespace Platform.Petitions.Accounts;

/// <summary>A sign-in kept on the server: the cookie carries its key only, so signing out kills every copy.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key in the cookie.</summary>
    public required byte[] KeyHash { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The serialised ticket, protected with the platform's keys.</summary>
    public required byte[] Ticket { get; set; }

    public string? Browser { get; init; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}
