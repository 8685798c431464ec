using System.Text;
using Platform.Petitions.Challenges;
using Platform.Petitions.Secrets;
using Xunit;

namespace Platform.Petitions.Tests.Challenges;

public sealed class ChallengeBookTests
{
    private static readonly Guid Campaign = Guid.Parse("0198d0a0-1111-7000-8000-000000000001");
    private static readonly Keyring Keys = new(Convert.ToBase64String(new byte[32]));
    private readonly StoppedClock clock = new();
    private readonly ChallengeBook book;

    public ChallengeBookTests() => book = new ChallengeBook(Keys, new ChallengeOptions { Cost = 3 }, clock);

    [Fact]
    public void A_solution_is_good_until_its_time_is_over_and_each_challenge_is_another()
    {
        var (first, second) = (book.Make(Campaign), book.Make(Campaign));
        Assert.NotNull(book.Judge(Solver.Solve(first), Campaign));
        Assert.NotEqual(book.Judge(Solver.Solve(first), Campaign), book.Judge(Solver.Solve(second), Campaign));

        clock.Now += TimeSpan.FromMinutes(30);
        Assert.NotNull(book.Judge(Solver.Solve(first), Campaign));
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(book.Judge(Solver.Solve(first), Campaign));
    }

    [Fact]
    public void A_solution_for_one_campaign_is_none_for_another() => Assert.Null(book.Judge(Solver.Solve(book.Make(Campaign)), Guid.NewGuid()));

    [Fact]
    public void A_try_that_does_not_fit_is_no_solution()
    {
        var challenge = book.Make(Campaign);
        var wrong = 0u;
        while (ChallengeBook.Try(challenge.Parameters, wrong).StartsWith(challenge.Parameters.KeyPrefix, StringComparison.Ordinal))
        {
            wrong++;
        }

        Assert.Null(book.Judge(Solver.Written(challenge, wrong), Campaign));
    }

    [Fact]
    public void A_challenge_that_was_made_easier_longer_or_by_somebody_else_is_not_ours()
    {
        var ours = book.Make(Campaign);
        Assert.Null(book.Judge(Solver.Solve(ours with { Parameters = ours.Parameters with { KeyPrefix = "" } }), Campaign));
        Assert.Null(book.Judge(Solver.Solve(ours with { Parameters = ours.Parameters with { Cost = 1 } }), Campaign));
        Assert.Null(book.Judge(Solver.Solve(ours with { Parameters = ours.Parameters with { ExpiresAt = long.MaxValue } }), Campaign));
        Assert.Null(book.Judge(Solver.Solve(ours with { Signature = "" }), Campaign));
        var stranger = new ChallengeBook(new Keyring(Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray())), new ChallengeOptions { Cost = 3 }, clock);
        Assert.Null(book.Judge(Solver.Solve(stranger.Make(Campaign)), Campaign));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("%%%")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"challenge":{},"solution":{}}""")]
    [InlineData("""{"challenge":{"parameters":{},"signature":"x"},"solution":{"counter":1}}""")]
    [InlineData("""{"challenge":{"parameters":null,"signature":null},"solution":{"counter":-1}}""")]
    public void What_is_no_proof_is_refused_without_a_fault(string? text)
    {
        Assert.Null(book.Judge(text, Campaign));
        Assert.Null(book.Judge(text is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(text)), Campaign));
    }

    [Fact]
    public void What_is_far_too_long_is_not_read() => Assert.Null(book.Judge(new string('A', 100_000), Campaign));

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch.AddYears(56);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
