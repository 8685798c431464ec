using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Platform.Petitions.Accounts;

/// <summary>Identity's reasons in the words of the localiser.</summary>
internal static class AccountErrors
{
    public static void Tell(this ModelStateDictionary state, string field, IdentityResult result)
    {
        var error = result.Errors.First();
        state.AddModelError(field, error.Code switch
        {
            nameof(IdentityErrorDescriber.PasswordTooShort) => $"error.too-short?min={AccountOptions.ShortestPassword}",
            nameof(IdentityErrorDescriber.PasswordMismatch) => "account.wrong-password",
            nameof(IdentityErrorDescriber.InvalidEmail) => "error.email",
            var code when code.StartsWith("account.", StringComparison.Ordinal) => code,
            _ => "error.invalid",
        });
    }
}
