namespace Platform.Petitions.Directory;

/// <summary>Asks where a reader is.</summary>
/// <param name="Query">What else the list is narrowed to.</param>
/// <param name="Postcode">As it was typed.</param>
public sealed record NearForm(SearchQuery Query, string Postcode);

/// <summary>What a postcode led to when it did not lead to one list.</summary>
/// <param name="Outcome">Key of the text that says it.</param>
/// <param name="Areas">To choose from; else empty.</param>
public sealed record NearView(NearForm Form, NearOutcome Outcome, IReadOnlyList<NearArea> Areas);

public enum NearOutcome
{
    /// <summary>Several countries have such postcodes.</summary>
    Several,

    /// <summary>No list has petitions signed there by enough people.</summary>
    Nothing,

    /// <summary>No country's postcodes begin so.</summary>
    Unreadable,

    /// <summary>Statistics rest.</summary>
    Off,
}

/// <param name="Petitions">Listed ones that ten or more people from there signed.</param>
public sealed record NearArea(NearPlace Place, int Petitions);
