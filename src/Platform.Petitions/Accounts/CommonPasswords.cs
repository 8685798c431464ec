using Microsoft.AspNetCore.Identity;

namespace Platform.Petitions.Accounts;

/// <summary>Refuses what everybody tries first, and what is nearly the person's own name or address.</summary>
public sealed class CommonPasswords : IPasswordValidator<User>
{
    private static readonly Lazy<HashSet<string>> Known = new(Load);

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) => Task.FromResult(Problem(user, password ?? "") is { } problem
        ? IdentityResult.Failed(new IdentityError { Code = problem, Description = problem })
        : IdentityResult.Success);

    /// <returns>Key of the sentence that says what is wrong.</returns>
    private static string? Problem(User user, string password) =>
        password.Length > AccountOptions.LongestPassword ? "account.password-long"
        : IsCommon(password) ? "account.password-common"
        : IsPersonal(password, user.Email) || IsPersonal(password, user.Email?.Split('@')[0]) || IsPersonal(password, user.Name) ? "account.password-personal"
        : null;

    /// <summary>Also with digits or signs around it, or one letter repeated.</summary>
    public static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        var core = lower.TrimEnd("0123456789!?.*#$@_-".ToCharArray()).TrimStart("0123456789!?.*#$@_-".ToCharArray());
        return lower.Distinct().Count() < 3 || Known.Value.Contains(lower) || (password.Length - core.Length <= 4 && Known.Value.Contains(core)) || IsRun(lower);
    }

    private static bool IsPersonal(string password, string? own) => own is { Length: > 3 } && password.Trim().Equals(own, StringComparison.OrdinalIgnoreCase);

    // 12345678, abcdefgh, 87654321: each letter one further than the one before.
    private static bool IsRun(string text) => text.Zip(text.Skip(1), (a, b) => b - a).Distinct().ToList() is [1] or [-1];

    private static HashSet<string> Load()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }
}
