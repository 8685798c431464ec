namespace Platform.Donations.Giving;

/// <summary>Where a gift stands, as Stripe has said. Never as a browser has.</summary>
public enum DonationState
{
    /// <summary>Begun; Stripe has not said anything yet.</summary>
    Pending = 0,
    Paid = 1,
    Failed = 2,

    /// <summary>The giver left the pay page until it closed.</summary>
    Expired = 3,
    PartlyRefunded = 4,
    Refunded = 5,

    /// <summary>The giver's bank has asked for the money back and nobody has decided.</summary>
    Disputed = 6,

    /// <summary>The bank has taken the money back.</summary>
    DisputeLost = 7,
}

/// <summary>What a move did.</summary>
public enum DonationMove
{
    Changed,

    /// <summary>Known already, or older than what is known.</summary>
    Unchanged,

    /// <summary>Another amount, currency or account than this gift's: nothing was changed, somebody has to look.</summary>
    Refused,
}

public enum DisputeStage
{
    None = 0,
    Open = 1,
    Won = 2,
    Lost = 3,
}

/// <summary>Where a monthly gift stands as a promise; its payments have states of their own.</summary>
public enum MonthlyStage
{
    None = 0,
    Running = 1,

    /// <summary>The last renewal failed; Stripe tries again.</summary>
    PastDue = 2,
    Stopped = 3,
}
