using Microsoft.AspNetCore.Mvc.Testing;
using Platform.Testing.Hosts;

namespace Platform.Web.Tests.Headers;

/// <summary>The platform as it stands behind https, with the cookies of production.</summary>
public sealed class SecureHost : TestHost
{
    public const string Name = "undersigned.example";

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Site:BaseUrl"] = $"https://{Name}",
        ["Site:SecureCookies"] = "true",
        ["Site:Hosts"] = null,
    };

    public Visitor Over(string scheme, string host = Name) => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri($"{scheme}://{host}"),
    }));
}
