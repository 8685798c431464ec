using Microsoft.AspNetCore.Identity;

namespace Platform.Petitions.Accounts;

/// <summary>Compares passwords so that an unknown address takes as long as a known one.</summary>
public sealed class Passwords(IPasswordHasher<User> hasher)
{
    private static readonly string Decoy = new PasswordHasher<User>().HashPassword(new User(), Guid.NewGuid().ToString());

    /// <param name="user">Null when the address belongs to nobody.</param>
    public bool Match(User? user, string password) =>
        hasher.VerifyHashedPassword(user ?? new User(), user?.PasswordHash ?? Decoy, password) != PasswordVerificationResult.Failed
        && user?.PasswordHash is not null;

    /// <summary>The work of making an account, for an address that has one already.</summary>
    public void Pretend(string password) => hasher.HashPassword(new User(), password);
}
