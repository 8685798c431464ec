namespace Platform.Core.Modules;

/// <summary>One line of a module's slots: which part it puts at which place of other modules' pages.</summary>
/// <param name="Name">One of <see cref="SlotNames"/>.</param>
/// <param name="Part">An <see cref="IPagePart"/>, made anew for each page.</param>
public sealed record PageSlot(string Name, Type Part)
{
    public static PageSlot Of<TPart>(string name)
        where TPart : class, IPagePart => new(name, typeof(TPart));
}

/// <summary>The places. A page knows that something may stand there and never what, or of which module.</summary>
public static class SlotNames
{
    /// <summary>On a campaign's public page, below the petition. Part of the copy kept for all visitors: it must be the same for everybody and set no cookie.</summary>
    public const string BelowPetition = "below-petition";

    /// <summary>On the page after a signature was confirmed; never before, and never in a mail.</summary>
    public const string AfterConfirming = "after-confirming";

    /// <summary>Links among the tabs of an organisation's desk.</summary>
    public const string OrganisationTabs = "organisation-tabs";

    /// <summary>On the overview of one campaign at its desk.</summary>
    public const string CampaignDesk = "campaign-desk";

    /// <summary>On the platform's first page; not on an organisation's and not on a campaign's.</summary>
    public const string Home = "home";

    /// <summary>Below the words of the privacy page.</summary>
    public const string Privacy = "privacy";

    /// <summary>Links among the tabs of the platform's staff.</summary>
    public const string AdminTabs = "admin-tabs";
}
