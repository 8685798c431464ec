namespace Platform.Donations.Ledger;

/// <summary>Where an organisation's money is, or what it came from or went for. Debits are positive: what is in the balance, in the bank, or spent.</summary>
public enum LedgerAccount
{
    /// <summary>What Stripe holds for the organisation.</summary>
    Balance = 1,

    /// <summary>What Stripe has sent to the organisation's bank.</summary>
    Bank = 2,

    /// <summary>What givers gave; a credit, so below zero.</summary>
    Gifts = 3,

    /// <summary>What Stripe kept.</summary>
    Fees = 4,

    /// <summary>What went back to givers.</summary>
    Refunds = 5,

    /// <summary>What givers' banks took back, less what they returned.</summary>
    Disputes = 6,

    /// <summary>Money of the same Stripe account that did not come through this platform.</summary>
    Elsewhere = 7,
}

/// <summary>What kind of movement a transaction records.</summary>
public enum LedgerKind
{
    Gift = 1,
    Refund = 2,
    RefundFailed = 3,
    Dispute = 4,
    DisputeWon = 5,
    Payout = 6,
    PayoutFailed = 7,

    /// <summary>Stripe's own charge for something else than a payment.</summary>
    Fee = 8,

    /// <summary>Nothing of ours: another payment on the same account.</summary>
    Elsewhere = 9,
}
