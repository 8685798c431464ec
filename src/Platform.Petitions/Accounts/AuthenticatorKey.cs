using Platform.Petitions.Sharing;

namespace Platform.Petitions.Accounts;

/// <summary>The secret shared with an authenticator app, to be scanned or typed.</summary>
public static class AuthenticatorKey
{
    private const string Issuer = "Undersigned";

    public static string Grouped(string key) => string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(part => new string(part)));

    /// <summary>For the app's camera.</summary>
    public static QrCode Code(string account, string key) =>
        QrCode.Of($"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Issuer}&digits=6");
}
