using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Petitions.Secrets;

namespace Platform.Petitions.Organisations;

/// <summary>The token in an invitation's link: made again from its id when the mail is written; the database keeps its hash only.</summary>
public sealed class InvitationTokens(Keyring keyring)
{
    private readonly Key key = keyring.For("invitation");

    public string Make(Guid invitation) => WebEncoders.Base64UrlEncode([.. invitation.ToByteArray(), .. key.Sign(invitation.ToByteArray()).AsSpan(0, 16)]);

    public byte[] HashOf(Guid invitation) => Hash(Make(invitation));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
