using Stripe;

namespace Platform.Donations.StripeAccounts;

/// <summary>Tells trouble at or on the way to Stripe from bugs.</summary>
public static class StripeOutage
{
    /// <summary>Stripe answered something else than what was asked: the request may be made again under another key.</summary>
    public static bool IsStripeAnswer(this Exception problem) => problem is StripeException { HttpStatusCode: not 0 };

    /// <summary>Stripe knows the key, and it may not reach this account: the organisation has taken the access away.</summary>
    public static bool IsAccessGone(this StripeException problem) => problem.StripeError?.Code == "account_invalid" || problem.HttpStatusCode == System.Net.HttpStatusCode.Forbidden;

    /// <summary>No answer, a late one, or nonsense: nobody knows whether the request did anything, so only the same key may be used again.</summary>
    public static bool IsStripeSilence(this Exception problem, CancellationToken ct) => problem switch
    {
        StripeException { HttpStatusCode: 0 } or HttpRequestException or Newtonsoft.Json.JsonException or System.Text.Json.JsonException => true,
        OperationCanceledException => !ct.IsCancellationRequested,
        _ => false,
    };
}
