using Platform.Petitions.Signatures;

namespace Platform.Petitions.Signing;

/// <summary>A signature already standing for the same mailbox and campaign.</summary>
public sealed record Standing(Guid Id, short Person, string NameKey, string? Postcode, SignatureState State);

public enum NewcomerAction
{
    /// <summary>Nothing: no row, no mail.</summary>
    Silence,

    /// <summary>The confirmation again, to the address on file.</summary>
    SendAgain,

    /// <summary>"You had already signed."</summary>
    TellAlreadySigned,

    /// <summary>A second person on the same mailbox.</summary>
    AddSecondPerson,

    /// <summary>Somebody who had withdrawn signs again.</summary>
    Rejoin,
}

/// <summary>What happens when a mailbox signs a campaign that it signed before. Whatever it is, the page answers alike.</summary>
public static class Newcomer
{
    public const int PeoplePerMailbox = 2;

    /// <param name="standing">All rows of the mailbox in this campaign, one or more.</param>
    /// <returns>The action, and the row it is about.</returns>
    public static (NewcomerAction Action, Standing About) Decide(string nameKey, string? postcode, bool asksPostcode, IReadOnlyList<Standing> standing)
    {
        var first = standing.MinBy(s => s.Person)!;
        if (standing.Any(s => s.State == SignatureState.Refused))
        {
            return (NewcomerAction.Silence, first);
        }

        if (standing.FirstOrDefault(s => s.NameKey == nameKey) is { } same)
        {
            return (ForSamePerson(same.State), same);
        }

        if (standing.Count < PeoplePerMailbox && (!asksPostcode || first.Postcode == postcode))
        {
            return (NewcomerAction.AddSecondPerson, first);
        }

        return (ForSamePerson(first.State), first);
    }

    private static NewcomerAction ForSamePerson(SignatureState state) => state switch
    {
        SignatureState.Pending or SignatureState.Quarantined => NewcomerAction.SendAgain,
        SignatureState.Confirmed => NewcomerAction.TellAlreadySigned,
        SignatureState.Withdrawn => NewcomerAction.Rejoin,
        SignatureState.Refused or SignatureState.Removed => NewcomerAction.Silence,
    };
}
