using Microsoft.AspNetCore.Identity;
using Platform.Core.Access;

namespace Platform.Petitions.Accounts;

/// <summary>Somebody with an account: an organiser or staff. Signers have none.</summary>
public sealed class User : IdentityUser<Guid>
{
    public User() => Id = Guid.CreateVersion7();

    public string Name { get; set; } = "";

    /// <summary>Language of mails to this person.</summary>
    public string Language { get; set; } = "en";

    public PlatformRole PlatformRole { get; set; }

    /// <summary>The new address while its confirmation is awaited.</summary>
    public string? PendingEmail { get; set; }

    public DateTimeOffset? SuspendedAt { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}
