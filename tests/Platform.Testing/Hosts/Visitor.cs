using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Platform.Testing.Hosts;

/// <summary>Somebody with a browser that runs no scripts.</summary>
public sealed class Visitor(HttpClient http)
{
    public HttpClient Http { get; } = http;

    /// <summary>What its forms carry against forged requests, once a page of its session was looked at for it.</summary>
    public string? FormToken { get; set; }

    /// <summary>Opens a page, following redirects as a browser does.</summary>
    public async Task<Page> GetAsync(string address) => await FollowAsync(await Http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute)));

    /// <summary>One request, no redirect followed.</summary>
    public Task<HttpResponseMessage> RawAsync(string address) => Http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    /// <summary>Fills the form on a page that a selector finds and presses its button, with every hidden field as the page has it.</summary>
    /// <param name="values">Field names and what is typed; null removes the field, for a box that is not ticked.</param>
    public async Task<Page> SubmitAsync(Page page, string selector, params (string Name, string? Value)[] values)
    {
        var form = page.Html.QuerySelector(selector) as IHtmlFormElement
            ?? throw new InvalidOperationException($"No form '{selector}' on {page.Address}:\n{page.Html.Body?.TextContent.Trim()}");
        var fields = FieldsOf(form);
        foreach (var (name, value) in values)
        {
            fields.RemoveAll(f => f.Key == name);
            if (value is not null)
            {
                fields.Add(new(name, value));
            }
        }

        var action = form.GetAttribute("action") is { Length: > 0 } to ? new Uri(page.Address, to) : page.Address;
        return await PostAsync(action, fields, page.Address);
    }

    public async Task<Page> PostAsync(Uri address, IEnumerable<KeyValuePair<string, string>> fields, Uri? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Referrer = from;
        return await FollowAsync(await Http.SendAsync(request));
    }

    /// <summary>What a form on a page would send as it stands.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Fields(Page page, string selector) =>
        FieldsOf(page.Html.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form '{selector}' on {page.Address}."));

    /// <summary>Fills a form that takes a file and sends it.</summary>
    /// <param name="file">Field, file name and type as the sender says them, and the bytes.</param>
    public Task<Page> UploadAsync(Page page, string selector, (string Field, string Name, string Type, byte[] Bytes) file, params (string Name, string? Value)[] values) =>
        UploadAsync(page, selector, [file], values);

    public async Task<Page> UploadAsync(Page page, string selector, IReadOnlyList<(string Field, string Name, string Type, byte[] Bytes)> files, params (string Name, string? Value)[] values)
    {
        var form = page.Html.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form '{selector}' on {page.Address}.");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(form).Where(f => values.All(v => v.Name != f.Key)).Select(f => (f.Key, f.Value)).Concat(values.Where(v => v.Value is not null).Select(v => (v.Name, v.Value!))))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            content.Add(new ByteArrayContent(file.Bytes) { Headers = { ContentType = new(file.Type) } }, file.Field, file.Name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } to ? new Uri(page.Address, to) : page.Address) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await FollowAsync(await Http.SendAsync(request));
    }

    private async Task<Page> FollowAsync(HttpResponseMessage response)
    {
        for (var hops = 0; hops < 10 && response.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect; hops++)
        {
            response = await Http.GetAsync(new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!));
        }

        return new Page(response.RequestMessage!.RequestUri!, response, await response.Content.ReadAsStringAsync());
    }

    private static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name } input when input.Type is not ("submit" or "file" or "button") && (input.Type is not ("checkbox" or "radio") || input.IsChecked):
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    fields.Add(new(name, select.Value ?? ""));
                    break;
            }
        }

        return fields;
    }
}

/// <summary>What came back, parsed.</summary>
public sealed record Page(Uri Address, HttpResponseMessage Response, string Source)
{
    private static readonly HtmlParser Parser = new();
    private IHtmlDocument? html;

    /// <summary>Read when somebody asks for it: many tests look at the status alone.</summary>
    public IHtmlDocument Html => html ??= Parser.ParseDocument(Source);

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>What a reader sees, white space folded.</summary>
    public string Text => string.Join(' ', (Html.Body?.TextContent ?? Source).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string? One(string selector) => Html.QuerySelector(selector)?.TextContent.Trim();
}
