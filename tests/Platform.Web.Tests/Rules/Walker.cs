using System.Net;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Web.Tests.Rules;

/// <summary>Somebody who sends any request to any address, with an antiforgery token that is valid for them.</summary>
public sealed class Walker(Visitor visitor, string token)
{
    public Visitor Visitor { get; } = visitor;

    public string Token { get; } = token;

    public static Task<Walker> AnonymousAsync(TestHost host) => OfAsync(host.Visitor(), "/account/sign-in");

    public static async Task<Walker> OfAsync(TestHost host, User user) => await OfAsync(await host.AtDeskAsync(user), "/account");

    public static async Task<Walker> MemberAsync(TestHost host, House house, MemberRole role)
    {
        var user = await host.UserAsync();
        await host.JoinAsync(user, house.Stage.Organisation, role);
        return await OfAsync(host, user);
    }

    public async Task<HttpResponseMessage> SendAsync(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is not ("GET" or "HEAD"))
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", Token), new("role", "viewer")]);
        }

        // An event stream never ends: the head of an answer is enough.
        return await Visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The status, and where to when it leads elsewhere.</summary>
    public async Task<string> AnswerAsync(string method, string address)
    {
        using var response = await SendAsync(method, address);
        var location = response.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.AbsolutePath : to.OriginalString.Split('?')[0]) : null;
        return location is null ? $"{(int)response.StatusCode}" : $"{(int)response.StatusCode} {location}";
    }

    private static async Task<Walker> OfAsync(Visitor visitor, string page)
    {
        var form = await visitor.GetAsync(page);
        return form.Status == HttpStatusCode.OK && form.Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") is { } token
            ? new Walker(visitor, token)
            : throw new InvalidOperationException($"{page} has no form with a token: {form.Status} {form.Text}");
    }
}
