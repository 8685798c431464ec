using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Platform.Core.Access;
using Platform.Petitions.Accounts;

namespace Platform.Web.Demo;

/// <summary>The accounts of the demo. Staff need a second factor there as anywhere, so its code is shown at /demo.</summary>
internal static class DemoPeople
{
    public const string Password = "demo-petition-2026";
    public const string Organiser = "organiser@demo.example";
    public const string Moderator = "moderator@demo.example";
    public const string Admin = "admin@demo.example";

    public static async Task<IReadOnlyDictionary<string, Guid>> MakeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var made = new Dictionary<string, Guid>();
        foreach (var (email, name, language, role) in new[]
        {
            (Admin, "Alex Admin", "en", PlatformRole.Admin),
            (Moderator, "Mona Moderator", "en", PlatformRole.Moderator),
            (Organiser, "Olive Organiser", "en", PlatformRole.None),
        })
        {
            var user = new User { UserName = email, Email = email, EmailConfirmed = true, Name = name, Language = language, PlatformRole = role };
            Demand(await users.CreateAsync(user, Password));
            if (role > PlatformRole.None)
            {
                Demand(await users.ResetAuthenticatorKeyAsync(user));
                Demand(await users.SetTwoFactorEnabledAsync(user, true));
            }

            made[email] = user.Id;
        }

        return made;
    }

    /// <summary>The six digits an authenticator app would show now (RFC 6238, SHA-1, 30 s).</summary>
    public static async Task<string?> CodeAsync(UserManager<User> users, string email, DateTimeOffset now)
    {
        if (await users.FindByEmailAsync(email) is not { } user || await users.GetAuthenticatorKeyAsync(user) is not { } key)
        {
            return null;
        }

        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 as authenticator apps speak it.
        var hash = HMACSHA1.HashData(FromBase32(key), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var (bytes, buffer, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in text.TrimEnd('='))
        {
            (buffer, bits) = ((buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }
}
