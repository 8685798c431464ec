using Platform.Core.Text;

namespace Platform.Petitions.Accounts;

/// <summary>What the address says was just done (<c>?done=confirmed</c>): one of a list, never somebody's text.</summary>
public static class AccountNotice
{
    private static readonly HashSet<string> Known =
    [
        "confirmed", "reset", "address-changed", "saved", "password-changed", "address-sent", "signed-out-everywhere", "passkey-added", "passkey-removed",
        "second-factor-removed", "founded", "invited", "role-changed", "member-removed", "left", "joined",
    ];

    /// <returns>Null when there is nothing to say.</returns>
    public static string? For(string? done, Localiser text) => done is not null && Known.Contains(done) ? text["account.done-" + done] : null;
}
