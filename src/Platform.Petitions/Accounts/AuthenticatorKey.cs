using QRCoder;

namespace Platform.Petitions.Accounts;

/// <summary>The secret shared with an authenticator app, to be scanned or typed.</summary>
public static class AuthenticatorKey
{
    private const string Issuer = "Undersigned";

    public static string Grouped(string key) => string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(part => new string(part)));

    /// <summary>Modules of the QR code with its quiet zone.</summary>
    public static IReadOnlyList<IReadOnlyList<bool>> Squares(string account, string key)
    {
        var address = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Issuer}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return [.. data.ModuleMatrix.Select(row => (IReadOnlyList<bool>)[.. row.Cast<bool>()])];
    }
}
