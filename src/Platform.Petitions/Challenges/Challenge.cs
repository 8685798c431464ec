namespace Platform.Petitions.Challenges;

/// <summary>A task for a browser, in the form the second version of ALTCHA's protocol gives it.</summary>
/// <param name="Signature">Ours over the parameters, hexadecimal.</param>
public sealed record Challenge(ChallengeParameters Parameters, string Signature);

/// <summary>In the order of their names: written so, they are what is signed.</summary>
/// <param name="ExpiresAt">Seconds since 1970.</param>
/// <param name="Nonce">16 bytes, hexadecimal; names this challenge.</param>
public sealed record ChallengeParameters(string Algorithm, int Cost, ChallengeData Data, long ExpiresAt, int KeyLength, string KeyPrefix, string Nonce, string Salt);

public sealed record ChallengeData(Guid Campaign);

/// <summary>What comes back in the form, as base64 of JSON.</summary>
public sealed record ProofOfWork(Challenge? Challenge, Solution? Solution);

/// <param name="Counter">The try that fitted.</param>
public sealed record Solution(uint Counter);
