using Platform.Core.Tenancy;

namespace Platform.Donations.Gifts;

/// <summary>Somebody at the desk wants to give money back. Above the organisation's limit a second person has to agree before Stripe is asked.</summary>
public sealed class RefundRequest : ITenantOwned
{
    private RefundRequest()
    {
    }

    public RefundRequest(Guid donationId, long amount, Guid askedBy, string askedByName, bool needsSecond, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        DonationId = donationId;
        Amount = amount;
        AskedBy = askedBy;
        AskedByName = askedByName;
        AskedAt = now;
        State = needsSecond ? RefundState.Waiting : RefundState.Agreed;
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    public Guid DonationId { get; private set; }

    public long Amount { get; private set; }

    public Guid AskedBy { get; private set; }

    public string AskedByName { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public RefundState State { get; private set; }

    /// <summary>Stripe's word for why it refused.</summary>
    public string? Problem { get; private set; }

    public uint Version { get; private set; }

    /// <returns>False for the person who asked, and where nothing waits.</returns>
    public bool Decide(Guid by, bool agreed)
    {
        if (State != RefundState.Waiting || by == AskedBy)
        {
            return false;
        }

        (DecidedBy, State) = (by, agreed ? RefundState.Agreed : RefundState.Declined);
        return true;
    }

    /// <summary>Stripe took it. The gift itself changes when Stripe says that the money went back.</summary>
    public void Taken() => State = RefundState.Taken;

    public void Refused(string problem) => (State, Problem) = (RefundState.Refused, problem);
}

public enum RefundState
{
    /// <summary>A second person has to agree.</summary>
    Waiting = 0,

    /// <summary>Stripe is to be asked, or did not answer yet; asking again is safe.</summary>
    Agreed = 1,
    Taken = 2,
    Declined = 3,

    /// <summary>Stripe did not do it.</summary>
    Refused = 4,
}
