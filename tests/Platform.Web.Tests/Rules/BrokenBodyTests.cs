using System.Text;
using Microsoft.AspNetCore.Mvc.Controllers;
using Platform.Core.Access;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Web.Tests.Rules;

/// <summary>Whatever is sent to a button, it is refused or understood, never an error of ours.</summary>
public sealed class BrokenBodyTests(PortHost host) : IClassFixture<PortHost>
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=cut";

    /// <summary>Content type and body; <c>{token}</c> becomes the sender's, <c>{fields:x}</c> every field of the form with this value.</summary>
    private static readonly (string Name, string Type, string Body, bool MustRefuse)[] Cases =
    [
        ("utf-7", Form + "; charset=utf-7", "{token}&{fields:a}", true),
        ("utf-16", Form + "; charset=utf-16", "{token}&{fields:a}", true),
        ("NUL, escaped", Form, "{token}&{fields:a%00b}", false),
        ("NUL, raw", Form, "{token}&{fields:a\0b}", false),
        ("no UTF-8, escaped", Form, "{token}&{fields:%ff%fe}", false),
        ("no UTF-8, raw", Form, "{token}&{fields:\u00ff\u00fe}", false),
        ("half an escape", Form, "{token}&{fields:%}", false),
        ("turned text", Form, "{token}&{fields:%E2%80%AE%E2%81%A6a}", false),
        ("a huge number", Form, "{token}&{fields:99999999999999999999}", false),
        ("a date that is none", Form, "{token}&{fields:0000-00-00T99:99}", false),
        ("the last day of all", Form, "{token}&{fields:9999-12-31T23:59}", false),
        ("a long text", Form, "{token}&{fields:" + "LONG}", false),
        ("nothing", Form, "", false),
        ("too many keys", Form, "{token}&{keys}", false),
        ("a long key", Form, "{token}&{longkey}=1", false),
        ("deep keys", Form, "{token}&a[0][0][0][0][0][0].b[0].c[99999999].d=1&{fields:a}", false),
        ("no boundary", "multipart/form-data", "--cut\r\n", false),
        ("an endless boundary", "multipart/form-data; boundary={longkey}", "--cut\r\n", false),
        ("a part that is cut off", Multipart, "--cut\r\nContent-Disposition: form-data; name=\"Name\"\r\n\r\nhalf", false),
        ("a head that is none", Multipart, "--cut\r\nContent-Disposition\r\n\r\na\r\n--cut--\r\n", false),
        ("NUL in a part", Multipart, "{parts:a\0b}", false),
        ("NUL in a part's name", Multipart, "--cut\r\nContent-Disposition: form-data; name=\"a\0b\"\r\n\r\na\r\n--cut--\r\n", false),
        ("a file where text belongs", Multipart, "{files}", false),
        ("JSON", "application/json", "{\"name\":\"\\u0000\",\"a\":[[[[[[[[[[[[[]]]]]]]]]]]]]}", false),
        ("JSON that is cut off", "application/json", "{\"name\":", false),
        ("no type at all", "", "name=a", false),
        ("a type that is none", "a/b/c;;=", "name=a", false),
        ("more than anybody may send", Form, "{token}&a={huge}", false),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task No_button_breaks_on(string name)
    {
        var (_, type, body, mustRefuse) = Cases.Single(c => c.Name == name);
        var house = await House.BuildAsync(host);
        var senders = new Dictionary<string, (string Cookies, string Token)>
        {
            ["anybody"] = await host.IdentityAsync(null),
            ["owner"] = await host.IdentityAsync(house.Stage.Organiser),
            ["admin"] = await host.IdentityAsync(await host.UserAsync(role: PlatformRole.Admin)),
        };
        var wrong = new List<string>();
        foreach (var route in Route.All(host).Where(r => !r.IsSafe).OrderBy(EndsSomething))
        {
            var (cookies, token) = senders[route.Audience switch { AdminPageAttribute => "admin", OrganiserPageAttribute => "owner", _ => "anybody" }];
            var fields = FieldsOf(route);
            var bytes = Encoding.Latin1.GetBytes(Fill(body, token, fields));
            var (status, _) = await host.SendAsync(route.Method, route.Fill(p => house.Value(route.Pattern, p)), cookies, type.Length > 0 ? Fill(type, token, fields) : null, bytes);
            if (status is 0 or >= 500 || (mustRefuse && status < 400))
            {
                wrong.Add($"{route} answers {status}");
            }
        }

        Rule.Holds($"Sent {name}. A form that cannot be read binds to null; what it holds may be anything:", wrong);
    }

    /// <summary>Some of these buttons work whatever came with them: sessions end, people are suspended. Those come last.</summary>
    private static bool EndsSomething(Route route) => route.Audience is AdminPageAttribute || route.Pattern.RawText!.StartsWith("account", StringComparison.Ordinal);

    private static string Fill(string text, string token, IReadOnlyList<string> fields)
    {
        text = text.Replace("{token}", "__RequestVerificationToken=" + Uri.EscapeDataString(token), StringComparison.Ordinal)
            .Replace("{keys}", string.Join('&', Enumerable.Range(0, 1000).Select(i => $"k{i}=1")), StringComparison.Ordinal)
            .Replace("{longkey}", new string('k', 5000), StringComparison.Ordinal)
            .Replace("{huge}", new string('x', 700_000), StringComparison.Ordinal)
            .Replace("{files}", Parts(token, fields, field => $"{field}\"; filename=\"x.png\"\r\nContent-Type: image/png", "\u0089PNG\r\n\u001a\n"), StringComparison.Ordinal);
        if (text.IndexOf("{fields:", StringComparison.Ordinal) is >= 0 and var at)
        {
            var end = text.IndexOf('}', at);
            var value = text[(at + "{fields:".Length)..end].Replace("LONG", new string('y', 20_000), StringComparison.Ordinal);
            text = text[..at] + string.Join('&', fields.Select(field => $"{field}={value}")) + text[(end + 1)..];
        }

        return text.StartsWith("{parts:", StringComparison.Ordinal) ? Parts(token, fields, field => field + "\"", text["{parts:".Length..^1]) : text;
    }

    private static string Parts(string token, IReadOnlyList<string> fields, Func<string, string> head, string value) =>
        $"--cut\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n"
        + string.Concat(fields.Select(field => $"--cut\r\nContent-Disposition: form-data; name=\"{head(field)}\r\n\r\n{value}\r\n")) + "--cut--\r\n";

    /// <summary>Every name the action binds, forms opened up; also those that only the address may say.</summary>
    private static List<string> FieldsOf(Route route) =>
    [
        .. (route.Endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.Parameters ?? []).Where(p => p.ParameterType != typeof(CancellationToken)).SelectMany(p =>
        {
            var prefix = p.BindingInfo?.BinderModelName is { Length: > 0 } name ? name + "." : "";
            var isForm = p.ParameterType.Namespace?.StartsWith("Platform.", StringComparison.Ordinal) == true && !p.ParameterType.IsEnum;
            return isForm ? p.ParameterType.GetProperties().Where(property => property.CanWrite).Select(property => prefix + property.Name) : [p.BindingInfo?.BinderModelName ?? p.Name];
        }),
    ];
}
