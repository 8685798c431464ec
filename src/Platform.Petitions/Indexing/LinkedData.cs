using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Platform.Petitions.Indexing;

/// <summary>Objects as a JSON-LD document that can stand inside a script element: the encoder leaves no angle bracket, quote or ampersand that could end it.</summary>
public sealed class LinkedData(IReadOnlyList<JsonObject> things) : IHtmlContent
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
        writer.Write(new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray([.. things.Select(t => t.DeepClone())]) }.ToJsonString(Options));
}
