using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace Platform.Petitions.Paper;

/// <summary>The house style with its letters inside, for a document that may ask nobody for anything.</summary>
public sealed partial class PaperStyle(IWebHostEnvironment environment)
{
    private readonly Lazy<string> css = new(() => Letters().Replace(
        Text(environment.WebRootFileProvider.GetFileInfo("css/site.css")),
        match => $"url(data:font/woff2;base64,{Bytes(environment.WebRootFileProvider.GetFileInfo($"fonts/{match.Groups["file"].Value}"))})"));

    public string Css => css.Value;

    private static string Text(IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    private static string Bytes(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Convert.ToBase64String(bytes.ToArray());
    }

    [GeneratedRegex(@"url\(\.\./fonts/(?<file>[a-z-]+\.woff2)\)")]
    private static partial Regex Letters();
}
