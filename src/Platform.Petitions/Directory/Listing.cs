namespace Platform.Petitions.Directory;

/// <summary>
/// What lists narrow and sort a petition by, one narrow row while it is listed. Triggers keep it beside its words, so no way to publish, correct or hide
/// can forget it. Like those it is everybody's and has no tenant's lock; who is suspended is asked for with it.
/// </summary>
public sealed class Listing
{
    private Listing()
    {
    }

    public Guid CampaignId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string? Topic { get; private set; }

    public string? Country { get; private set; }

    /// <summary>Those it is written in.</summary>
    public string[] Languages { get; private set; } = [];

    /// <summary>Takes signatures until <see cref="ClosesAt"/>; false once it was closed before.</summary>
    public bool Taking { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset ClosesAt { get; private set; }
}
