using System.Text.Json;
using Platform.Petitions.Challenges;

namespace Platform.Petitions.Tests.Challenges;

/// <summary>Does what a browser's worker does.</summary>
internal static class Solver
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="challenge">As the platform gave it.</param>
    public static string Solve(string challenge) => Solve(JsonSerializer.Deserialize<Challenge>(challenge, Json)!);

    public static string Solve(Challenge challenge)
    {
        var counter = 0u;
        while (!ChallengeBook.Try(challenge.Parameters, counter).StartsWith(challenge.Parameters.KeyPrefix, StringComparison.Ordinal))
        {
            counter++;
        }

        return Written(challenge, counter);
    }

    public static string Written(Challenge challenge, uint counter) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(
        new { challenge, solution = new { counter, derivedKey = ChallengeBook.Try(challenge.Parameters, counter), time = 12.3 } }, Json));
}
