using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Directory;

namespace Platform.Petitions.Api;

/// <summary>What a list of petitions is asked for. Unlike on the page, what cannot be understood is refused: a program would take the whole list for the answer.</summary>
public sealed class CampaignQuery : IValidatableObject
{
    public const int MostIds = 100;
    public const int MostItems = 100;

    private List<Guid>? ids;
    private ListStart? start;

    [FromQuery(Name = "q"), Description("Words to look for: all must be in a petition or its organisation's name. Mistyped ones are corrected where nothing is found.")]
    public string? Words { get; set; }

    [FromQuery(Name = "state"), Description("open or closed.")]
    public string? State { get; set; }

    [FromQuery(Name = "topic"), Description("A topic's code, as the facets have it.")]
    public string? Topic { get; set; }

    [FromQuery(Name = "country"), Description("The country it is about (ISO 3166, two letters).")]
    public string? Country { get; set; }

    [FromQuery(Name = "language"), Description("A language it can be read in (two letters).")]
    public string? Language { get; set; }

    [FromQuery(Name = "near"), Description("Signed in this country (ISO 3166) by ten people or more, most first; with the beginning of its postcodes behind a hyphen (CA-M), from there.")]
    public string? Near { get; set; }

    [FromQuery(Name = "organisation"), Description("The slug of an organisation: its petitions only.")]
    public string? Organisation { get; set; }

    [FromQuery(Name = "sort"), Description("best (with words), near (with near), newest, signed, closing, rising or rising-hour. The first that fits is usual.")]
    public string? Sort { get; set; }

    [FromQuery(Name = "ids"), Description("Up to 100 ids with commas between: these petitions, in this order, those that are listed. Other choices are then ignored.")]
    public string? Ids { get; set; }

    [FromQuery(Name = "locale"), Description("Show titles in this language where they exist (two letters).")]
    public string? Locale { get; set; }

    [FromQuery(Name = "limit"), Description("Petitions in one part."), Range(1, MostItems), DefaultValue(SearchQuery.PageSize)]
    public int Limit { get; set; } = SearchQuery.PageSize;

    [FromQuery(Name = "cursor"), Description("Where to go on, from the links of another part.")]
    public string? Cursor { get; set; }

    internal IReadOnlyList<Guid>? AskedIds => ids;

    internal string? AskedLocale => AskedLanguage.Of(Locale);

    /// <param name="statistics">False while they are switched off.</param>
    internal SearchQuery Read(bool statistics) =>
        SearchQuery.Of(Words, State, Topic, Country, Language, Near, Sort, 1, statistics) with { Size = Limit, Start = start };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var read = SearchQuery.Of(Words, State, Topic, Country, Language, Near, Sort, 1);
        foreach (var (name, asked, understood) in (IEnumerable<(string, string?, string?)>)
            [("state", State, read.State), ("topic", Topic, read.Topic), ("country", Country, read.Country), ("language", Language, read.Language), ("near", Near, read.Near?.ToString()), ("sort", Sort, read.Sort == Sort ? Sort : null)])
        {
            if (!string.IsNullOrEmpty(asked) && understood is null)
            {
                yield return new ValidationResult("There is no such choice.", [name]);
            }
        }

        if (!string.IsNullOrEmpty(Organisation) && !Slug.IsValid(Organisation))
        {
            yield return new ValidationResult("This is no slug.", ["organisation"]);
        }

        if (!string.IsNullOrEmpty(Cursor) && (start = ListCursor.Read(Cursor)) is null)
        {
            yield return new ValidationResult("This cursor was not made here.", ["cursor"]);
        }

        if (!string.IsNullOrEmpty(Ids) && (ids = ReadIds(Ids)) is null)
        {
            yield return new ValidationResult($"Ids are up to {MostIds}, with commas between.", ["ids"]);
        }
    }

    private static List<Guid>? ReadIds(string text)
    {
        var found = new List<Guid>();
        foreach (var part in text.Split(',', MostIds + 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Guid.TryParse(part, out var id) || found.Count == MostIds)
            {
                return null;
            }

            found.Add(id);
        }

        return [.. found.Distinct()];
    }
}
