using Microsoft.AspNetCore.Identity;

namespace Platform.Petitions.Accounts;

/// <summary>Ends what a browser's authenticator began. Anybody may send an answer to a question that nobody asked, and the library throws at it.</summary>
public sealed class PasskeyCeremony(SignInManager<User> signIn)
{
    /// <returns>Null when none was begun in this browser, or what came is no answer to it.</returns>
    public async Task<PasskeyAttestationResult?> CreatedAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(credential) is { Succeeded: true } made ? made : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="CreatedAsync"/>
    public async Task<PasskeyAssertionResult<User>?> ProvenAsync(string credential)
    {
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential) is { Succeeded: true } proof ? proof : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
