using Platform.Petitions.Domains;
using Xunit;

namespace Platform.Petitions.Tests.Domains;

public sealed class DomainClaimTests
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_claim_goes_from_waiting_to_proven_to_gone_to_lost_and_back()
    {
        var claim = new DomainClaim("house.example", Day);
        Assert.Equal("_undersigned.house.example", claim.RecordName);
        Assert.Equal([DomainNews.None, DomainNews.Verified, DomainNews.None], [claim.Saw(false, Day), claim.Saw(true, Day), claim.Saw(true, Day)]);
        Assert.Equal((DomainNews.Missing, Day.AddDays(14)), (claim.Saw(false, Day), claim.LostOn));
        Assert.Equal(DomainNews.None, claim.Saw(false, Day.AddDays(14).AddTicks(-1)));
        Assert.Equal(DomainNews.Back, claim.Saw(true, Day.AddDays(14).AddTicks(-1)));
        Assert.Equal(DomainNews.Missing, claim.Saw(false, Day.AddDays(20)));
        Assert.Equal(DomainNews.Lost, claim.Saw(false, Day.AddDays(34)));
        Assert.True(claim.IsAsked(Day.AddDays(40)));
        Assert.False(claim.IsAsked(Day.AddDays(41)));
        Assert.Equal((DomainNews.Verified, null), (claim.Saw(true, Day.AddDays(50)), claim.LostAt));
    }

    [Theory]
    [InlineData(null, false, false, DomainState.None)]
    [InlineData("house.example", false, false, DomainState.InUse)]
    [InlineData(null, true, false, DomainState.Waiting)]
    [InlineData("house.example", true, false, DomainState.InUse)]
    [InlineData("house.example", true, true, DomainState.Missing)]
    public void Its_state_follows_from_what_is_known(string? domain, bool claimed, bool missing, DomainState state)
    {
        var claim = claimed ? new DomainClaim("house.example", Day) : null;
        if (domain is not null)
        {
            claim?.Saw(true, Day);
        }

        if (missing)
        {
            claim!.Saw(false, Day);
        }

        Assert.Equal(state, DomainStates.Of(domain, claim, Day));
    }
}
