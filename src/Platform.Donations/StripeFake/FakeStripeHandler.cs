using System.Net;
using System.Text;

namespace Platform.Donations.StripeFake;

/// <summary>Stands where the network to api.stripe.com begins.</summary>
internal sealed class FakeStripeHandler(FakeStripe stripe, FakeFaults faults) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await faults.InsteadAsync(cancellationToken) is { } fault)
        {
            fault.RequestMessage = request;
            return fault;
        }

        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        var answer = stripe.Answer(new FakeRequest(
            request.Method.Method, request.RequestUri!.PathAndQuery, body, request.Headers.Authorization?.Parameter, Header(request, "Stripe-Account"), Header(request, "Idempotency-Key"), Header(request, "Stripe-Version")));
        faults.LoseAnswer();
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/json"), RequestMessage = request };
        response.Headers.Add("Request-Id", FakeAccount.NewId("req"));
        if (answer.Replayed)
        {
            response.Headers.Add("Idempotent-Replayed", "true");
        }

        return response;
    }

    private static string? Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
