using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;
using Xunit;

namespace Platform.Petitions.Tests.Signing;

/// <summary>The duplicate table, L48.</summary>
public sealed class NewcomerTests
{
    private static readonly Guid First = Guid.CreateVersion7();

    [Theory]
    [InlineData(SignatureState.Pending, "ANA", null, false, NewcomerAction.SendAgain)]
    [InlineData(SignatureState.Quarantined, "ANA", null, false, NewcomerAction.SendAgain)]
    [InlineData(SignatureState.Confirmed, "ANA", null, false, NewcomerAction.TellAlreadySigned)]
    [InlineData(SignatureState.Withdrawn, "ANA", null, false, NewcomerAction.Rejoin)]
    [InlineData(SignatureState.Refused, "ANA", null, false, NewcomerAction.Silence)]
    [InlineData(SignatureState.Removed, "ANA", null, false, NewcomerAction.Silence)]
    [InlineData(SignatureState.Pending, "RUI", null, false, NewcomerAction.AddSecondPerson)]
    [InlineData(SignatureState.Confirmed, "RUI", null, false, NewcomerAction.AddSecondPerson)]
    [InlineData(SignatureState.Refused, "RUI", null, false, NewcomerAction.Silence)]
    [InlineData(SignatureState.Confirmed, "RUI", "1000", true, NewcomerAction.AddSecondPerson)]
    [InlineData(SignatureState.Confirmed, "RUI", "2000", true, NewcomerAction.TellAlreadySigned)]
    [InlineData(SignatureState.Pending, "RUI", "2000", true, NewcomerAction.SendAgain)]
    public void One_person_stands(SignatureState state, string name, string? postcode, bool asksPostcode, NewcomerAction expected)
    {
        var standing = new Standing(First, 1, "ANA", asksPostcode ? "1000" : null, state);

        Assert.Equal(expected, Newcomer.Decide(name, postcode, asksPostcode, [standing]).Action);
    }

    [Theory]
    [InlineData("ANA", 1, NewcomerAction.TellAlreadySigned)]
    [InlineData("RUI", 2, NewcomerAction.SendAgain)]
    [InlineData("EVA", 1, NewcomerAction.TellAlreadySigned)]
    public void Two_people_stand_and_a_third_changes_nothing(string name, short about, NewcomerAction expected)
    {
        Standing[] both = [new(First, 1, "ANA", null, SignatureState.Confirmed), new(Guid.CreateVersion7(), 2, "RUI", null, SignatureState.Pending)];

        var (action, standing) = Newcomer.Decide(name, null, asksPostcode: false, both);

        Assert.Equal((expected, about), (action, standing.Person));
    }
}
