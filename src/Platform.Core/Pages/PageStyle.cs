using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;

namespace Platform.Core.Pages;

/// <summary>
/// A rule written into one page, as an organisation's colours are. The policy of that answer names it by its hash, so nothing else that
/// stands in the page is taken for style; and the reader waits for no further file.
/// </summary>
public static class PageStyle
{
    private const string OwnStyles = "style-src 'self'";

    /// <param name="css">Ours alone: nothing of it was typed by anybody.</param>
    public static IHtmlContent In(HttpContext http, string css)
    {
        var hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}'";
        http.Items[typeof(PageStyle)] = http.Items[typeof(PageStyle)] is string before ? $"{before} {hash}" : hash;
        return new HtmlString($"<style>{css}</style>");
    }

    /// <summary>The policy with the rules that this request's page holds, if it holds any.</summary>
    public static string Allow(HttpContext http, string policy) => http.Items[typeof(PageStyle)] is string hashes && !policy.Contains(hashes, StringComparison.Ordinal)
        ? policy.Replace(OwnStyles, $"{OwnStyles} {hashes}", StringComparison.Ordinal)
        : policy;
}
