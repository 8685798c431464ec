using System.Globalization;
using System.Text;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>Who signed, as far as the public may know: the names of those who chose to be shown, shortened as on the page.</summary>
public sealed class PublicSigners(PublicCampaigns campaigns, SignerLists signers, Links links)
{
    public const int PageSize = 100;
    public const int MostLines = 10_000;

    /// <param name="from">The number a part begins behind, going down; negative going up; null for the newest.</param>
    public Task<ApiAnswer<SignatureList>?> ReadAsync(Guid id, long? from, CancellationToken ct) => PartAsync(id, from, PageSize, (part, list) => new SignatureList(part.Lines, list(part)), "", ct);

    /// <summary>The names alone, as a file for spreadsheets.</summary>
    public Task<ApiAnswer<NamesFile>?> WriteAsync(Guid id, long? from, CancellationToken ct) => PartAsync(id, from, MostLines, (part, list) =>
    {
        var file = new StringBuilder(CsvLine.ByteOrderMark).Append(CsvLine.Of("number", "name", "country", "confirmed"));
        foreach (var line in part.Lines.Where(l => l.Name is not null))
        {
            file.Append(CsvLine.Of(line.Number, line.Name, line.Country, line.At));
        }

        return new NamesFile(file.ToString(), list(part).Next);
    }, ".csv", ct);

    private async Task<ApiAnswer<T>?> PartAsync<T>(Guid id, long? from, int most, Func<SignerPart, Func<SignerPart, PageLinks>, T> write, string format, CancellationToken ct)
        where T : class
    {
        // The page decides whether there is a list at all.
        if (await campaigns.ReadAsync<CampaignView>(id, null, view => view.Rule.Count ? view : null, ct) is not { } answer)
        {
            return null;
        }

        if (answer.Body is not { } page)
        {
            return new ApiAnswer<T>(id, null, answer.Gone);
        }

        var part = await signers.PartAsync(id, page.PublicNames, from, most, ct);
        return new ApiAnswer<T>(id, write(part, p => PageLinks.Of(links.To($"{ApiProblem.Root}/campaigns/{id}/signatures{format}"), Text(from), Text(p.Prev), Text(p.Next))));
    }

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}

public sealed record NamesFile(string Text, Uri? Next);
