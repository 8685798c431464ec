using Platform.Petitions.Signing;

namespace Platform.Petitions.Challenges;

/// <summary>Decides whether a form that came while its campaign is under attack proves that its browser did the calculation.</summary>
public sealed class ProofCheck(ChallengeBook book, SpentProofs spent)
{
    /// <summary>What the field holds until a script has calculated; without the field the page is older than the attack.</summary>
    public const string None = "none";

    /// <returns>False when there is no proof, or somebody else had it; null when too many sign at once.</returns>
    public async Task<bool?> PassesAsync(SignForm form, Guid campaign, byte[] fingerprint) =>
        book.Judge(form.Proof, campaign) is not { } challenge ? false
        : spent.TryWrite(new SpentProof(challenge, fingerprint)) is { } answer ? await answer
        : null;
}
