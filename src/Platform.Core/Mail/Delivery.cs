namespace Platform.Core.Mail;

/// <summary>What became of one mail. Reasons name no address, so that they may be logged and shown.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The server took responsibility for it.</summary>
    public sealed record Accepted : Delivery;

    /// <summary>4xx, a broken connection, a timeout: try again later with the same Message-ID, it may even have arrived.</summary>
    public sealed record Deferred(string Reason) : Delivery;

    /// <summary>5xx for this mail: never again.</summary>
    /// <param name="BlamesAddress">It would refuse any mail to this address; false when it was the content, the sender or the server's own rules.</param>
    public sealed record Refused(string Reason, bool BlamesAddress = false) : Delivery;

    /// <summary>No connection, no login or our sender not allowed: nothing is wrong with this mail; pause the pump and alert.</summary>
    public sealed record Unavailable(string Reason) : Delivery;
}
