using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Accounts;

/// <summary>Links of one purpose each. Their tokens are made when the mail is written and die with the security stamp, at the latest after a day.</summary>
public sealed class AccountLinks(UserManager<User> users, Links links)
{
    public async Task<Uri> ConfirmAsync(User user) => To("confirm", user, await users.GenerateEmailConfirmationTokenAsync(user));

    public async Task<Uri> ResetAsync(User user) => To("reset", user, await users.GeneratePasswordResetTokenAsync(user));

    public async Task<Uri> ChangeAddressAsync(User user, string address) => To("address", user, await users.GenerateChangeEmailTokenAsync(user, address));

    /// <returns>The token as it was made; null when the segment is no token at all.</returns>
    public static string? Read(string segment)
    {
        var bytes = new byte[segment.Length + 3];
        return segment.Length < 1000 && Base64Url.IsValid(segment) && Base64Url.TryDecodeFromChars(segment, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    private Uri To(string page, User user, string token) =>
        links.To($"/account/{page}/{user.Id}/{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}");
}
