using System.Security.Cryptography;
using System.Text;
using Platform.Core.Tenancy;

namespace Platform.Donations.StripeFake;

/// <summary>
/// Stripe in this process: accounts, what is in them, and the API over it. One thing happens at a time, as seen from outside.
/// Its memory is the process's: a restart begins with an empty Stripe.
/// </summary>
public sealed class FakeStripe
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, FakeAccount> accounts = [];
    private readonly FakeDeliveries deliveries;
    private readonly TimeProvider clock;
    private readonly FakeApi api;

    public FakeStripe(FakeDeliveries deliveries, TenancyOptions site, TimeProvider clock)
    {
        (this.deliveries, this.clock, Site) = (deliveries, clock, site.BaseUrl.TrimEnd('/'));
        api = new FakeApi(this).Built();
        Platform = Open(PlatformAccount, connected: false);
    }

    public const string PlatformAccount = "acct_platform";

    /// <summary>Accounts of the demo content: they are in the database, so this memory finds them again after each start.</summary>
    private const string DemoAccounts = "acct_demo";

    /// <summary>Where the hosted pages are.</summary>
    public string Site { get; }

    internal FakeAccount Platform { get; }

    /// <summary>Whoever presses something in Stripe's own pages, and tests: works on one account while nothing else happens.</summary>
    /// <exception cref="FakeException">What Stripe would refuse.</exception>
    public T In<T>(string account, Func<FakeAccount, T> work)
    {
        lock (gate)
        {
            return work(accounts.GetValueOrDefault(account) ?? throw FakeException.NoSuch("account", account));
        }
    }

    public void In(string account, Action<FakeAccount> work) => In(account, opened =>
    {
        work(opened);
        return true;
    });

    /// <summary>The account an object is in; null when there is no such object of this kind.</summary>
    public string? AccountOf(string kind, string id)
    {
        lock (gate)
        {
            return accounts.Values.FirstOrDefault(account => account.Find(id)?.Text("object") == kind)?.Id;
        }
    }

    public IReadOnlyList<string> Accounts
    {
        get
        {
            lock (gate)
            {
                return [.. accounts.Keys];
            }
        }
    }

    /// <summary>Answers one call as Stripe does.</summary>
    public FakeAnswer Answer(FakeRequest request)
    {
        lock (gate)
        {
            try
            {
                var (account, sent) = (Enter(request), FakeParameters.Parse(request.Parameters));
                return request is { Method: "POST", IdempotencyKey: { Length: > 0 } key } ? Once(account, key, request, sent) : FakeAnswer.Of(api.Answer(account, request, sent));
            }
            catch (FakeException refused)
            {
                return refused.ToAnswer();
            }
        }
    }

    internal FakeAccount Open(string id, bool connected)
    {
        var opened = new FakeAccount(id, clock, deliveries.Take) { Connected = connected };
        accounts.Add(id, opened);
        return opened;
    }

    /// <summary>A connected account, as the platform reaches it.</summary>
    internal FakeAccount Reach(string id) => (accounts.GetValueOrDefault(id) ?? Demo(id)) is { } found && (found.Connected || found == Platform)
        ? found
        : throw new FakeException(403, "invalid_request_error", $"The provided key 'sk_test_***' does not have access to account '{id}' (or that account does not exist). Application access may have been revoked.", "account_invalid");

    private FakeAccount? Demo(string id)
    {
        if (!id.StartsWith(DemoAccounts, StringComparison.Ordinal))
        {
            return null;
        }

        var opened = Open(id, connected: true);
        FakeOnboarding.Finished(opened);
        return opened;
    }

    /// <summary>One key, one effect. A call that was not understood is not kept, as Stripe does not keep it either.</summary>
    private FakeAnswer Once(FakeAccount account, string key, FakeRequest request, FakeParameters sent)
    {
        var call = $"{request.Target}\n{request.Body}";
        if (!account.Answered.TryGetValue(key, out var first))
        {
            var answer = FakeAnswer.Of(api.Answer(account, request, sent));
            account.Answered[key] = (call, answer);
            return answer;
        }

        return first.Call == call
            ? first.Answer with { Replayed = true }
            : throw new FakeException(400, "idempotency_error", $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{key}' if you meant to execute a different request.");
    }

    private FakeAccount Enter(FakeRequest request)
    {
        if (request.Version is { } version && version != Stripe.StripeConfiguration.ApiVersion)
        {
            throw FakeException.Invalid($"Invalid Stripe API version: {version}");
        }

        return request.Key switch
        {
            null or "" => throw new FakeException(401, "invalid_request_error", "You did not provide an API key."),
            var key when key.StartsWith("sk_test_", StringComparison.Ordinal) => request.Account is { Length: > 0 } id ? Reach(id) : Platform,
            var key when key.StartsWith("rk_test_", StringComparison.Ordinal) => Own(key, request.Account),
            _ => throw new FakeException(401, "invalid_request_error", "Invalid API Key provided. This fake knows test keys only."),
        };
    }

    /// <summary>A restricted key belongs to an account of its own, always the same one.</summary>
    private FakeAccount Own(string key, string? account)
    {
        var id = "acct_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
        return account is null || account == id
            ? accounts.GetValueOrDefault(id) ?? Open(id, connected: false)
            : throw new FakeException(403, "invalid_request_error", $"The provided key 'rk_test_***' does not have access to account '{account}' (or that account does not exist).", "account_invalid");
    }
}
