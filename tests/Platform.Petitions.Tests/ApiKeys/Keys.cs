using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Petitions.ApiKeys;
using Platform.Petitions.Organisations;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.ApiKeys;

/// <summary>Programs with keys.</summary>
internal static class Keys
{
    public static Task<string> KeyAsync(this TestHost host, Organisation organisation, User maker, KeyScope scopes) => host.InDbAsync(organisation.Id, async db =>
    {
        var secret = KeyToken.NewSecret();
        var key = new ApiKey("Newsletter", scopes, maker.Id, new KeyToken(default, default, secret).Hash);
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync();
        return new KeyToken(organisation.Id, key.Id, secret).Write();
    });

    public static async Task<(int Status, JsonElement Body)> SendAsync(this TestHost host, string method, string address, string? key, object? body = null, string? word = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        if (word is not null)
        {
            request.Headers.Add("Idempotency-Key", word);
        }

        using var response = await host.Visitor().Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }
}
