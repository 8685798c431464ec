using Xunit;

namespace Platform.Browser.Tests.Pages;

/// <summary>Every page a stranger can come to, in English and in Persian.</summary>
public sealed class PublicPages(PublicWalk walk) : IClassFixture<PublicWalk>
{
    private const string Kavoos = "/friends-of-kavoos/let-kavoos-stay";

    public static TheoryData<string, string, int> Places()
    {
        var places = new TheoryData<string, string, int>();
        foreach (var (place, status) in Answers())
        {
            places.Add(place, "en", status);
            places.Add(place, "fa", status);
        }

        return places;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public Task Every_public_page_is_sound(string place, string language, int status)
    {
        var address = walk.AddressOf(place);
        return walk.VisitAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}", language, status);
    }

    private static IEnumerable<(string Place, int Status)> Answers()
    {
        foreach (var address in new[]
        {
            "/", "/search", "/search?q=Kavoos", "/search/near?postcode=99999", "/search/near?postcode=9&near=CA", "/search?q=nobodywritesthis", "/friends-of-kavoos", "/zayandehrud",
            Kavoos, "/rues-calmes/rue-scolaire-jean-mace", "{upcoming}", "{closed}", "{archived}", "{rejected}", "{suspended}", "{gathering}", "{attacked}", "{corrected}", "{corrected}/history",
            Kavoos + "/sign", Kavoos + "/report", Kavoos + "/give", Kavoos + "/poster", Kavoos + "/sheet", Kavoos + "/reasons", Kavoos + "/signers", Kavoos + "/areas",
            Kavoos + "/updates", Kavoos + "/updates/2", "/zayandehrud/water-for-the-river/updates/1", "{closed}/updates",
            "/about/how-it-works", "/about/rules", "/about/counting", "/about/privacy", "/about/cookies", "/about/accessibility", "/contact",
            "/account/sign-in", "/account/register", "/account/forgot",
        })
        {
            yield return (address, 200);
        }

        yield return ("{removed}", 410);
        yield return ("/nothing/is/here", 404);
        foreach (var status in new[] { 400, 429, 500, 503 })
        {
            yield return ($"/error/{status}", status);
        }
    }
}
