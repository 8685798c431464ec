namespace Platform.Donations.StripeFake;

/// <param name="Rows">What lies in the account, newest first.</param>
/// <param name="Problem">Why the last press did nothing.</param>
public sealed record FakeControlPage(IReadOnlyList<string> Accounts, string Account, IReadOnlyList<FakeRow> Rows, FakeFault Fault, int Held, bool Hold, string? Problem);

/// <summary>One object, and what can happen to it now.</summary>
public sealed record FakeRow(string Id, string Says, IReadOnlyList<FakeHappening> Presses);

/// <summary>What can be asked of the sender of webhooks.</summary>
public enum FakeWebhookPress
{
    Hold = 1,
    Release = 2,
    ReleaseReversed = 3,
    Once = 4,
    Thrice = 5,
    AtOnce = 6,
    Late = 7,
}

/// <summary>What happens at Stripe without the platform.</summary>
public enum FakeHappening
{
    /// <summary>The money of a bank debit arrives.</summary>
    DebitArrives = 1,
    DebitFails = 2,
    ExpirePage = 3,

    /// <summary>Somebody of the organisation presses refund in Stripe's own pages.</summary>
    Refund = 4,
    RefundFails = 5,
    Dispute = 6,
    DisputeWon = 7,
    DisputeLost = 8,
    Renew = 9,
    RenewalDeclined = 10,
    CardExpired = 11,
    StopMonthly = 12,
    Payout = 13,
    PayoutFails = 14,
    Restrict = 15,
    Disconnect = 16,
}
