using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Platform.Core.Tenancy;
using Platform.Petitions.Secrets;

namespace Platform.Petitions.Outbox;

/// <summary>
/// The Message-ID of a mail: the same for every attempt, so that a server that saw it before can tell, and with a seal, so that nobody
/// can name a mail that never came to them.
/// </summary>
public sealed class MessageIds(Keyring keyring, TenancyOptions site)
{
    private const int SealBytes = 8;

    private readonly Key key = keyring.For("message-id");
    private readonly string host = new Uri(site.BaseUrl).Host;

    /// <returns>Without angle brackets: <c>id.seal@host</c>.</returns>
    public string Of(long mail) => $"{Local(mail)}@{host}";

    /// <param name="local">What stands before the @.</param>
    /// <returns>Null when we never wrote it.</returns>
    public long? Read(string local)
    {
        var dot = local.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && long.TryParse(local.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var mail)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Local(mail)), Encoding.UTF8.GetBytes(local.ToLowerInvariant()))
            ? mail
            : null;
    }

    private string Local(long mail)
    {
        var text = mail.ToString(CultureInfo.InvariantCulture);
        return $"{text}.{Convert.ToHexStringLower(key.Sign(text)[..SealBytes])}";
    }
}
