using System.Diagnostics;
using System.Globalization;
using Platform.Benchmarks.Stand;
using Platform.Testing.Data;

namespace Platform.Benchmarks.Rows;

/// <summary>Search, facets and the platform's lists over a hundred thousand listed petitions of 200 organisations, as a reader waits for them.</summary>
internal sealed class SearchSection : ISection
{
    private const int Petitions = 100_000;
    private const int MostMilliseconds = 1000;

    private static readonly (string What, string Address)[] Questions =
    [
        ("all petitions, with facets", "/search"),
        ("the 4,000th page of them", "/search?page=4000"),
        ("open ones about health, most signed", "/search?state=open&topic=health&sort=signed"),
        ("what grows since yesterday", "/search?sort=rising"),
        ("near Canada", "/search?near=CA"),
        ("a word that one in five has", "/search?q=harbour"),
        ("a word that all have", "/search?q=people"),
        ("four words", "/search?q=save+the+harbour+people"),
        ("a word that none has", "/search?q=xylophonically"),
        ("a mistyped word", "/search?q=harbuor"),
        ("the front page", "/"),
        ("the feed of new ones", "/feeds/en/new"),
    ];

    public string Name => "search";

    public async Task RunAsync(BenchmarkStand stand, Report report)
    {
        var filling = Stopwatch.StartNew();
        await FillAsync(stand);
        report.Say(string.Create(CultureInfo.InvariantCulture, $"{Petitions} petitions were published in {filling.Elapsed.TotalSeconds:0} s, each of them indexed as it was."));

        // Nothing is kept between two readers and no older copy is answered instead, so that each figure is a question to the database.
        await using var host = await Hosts.StartAsync(stand, "web", ("Pages__Freshness", "00:00:00"), ("Pages__Lists", "00:00:00"), ("Pages__Searches", "00:00:00"), ("Pages__Longest", "00:00:00"),
            ("Pages__Patience", "00:01:00"));
        using var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{host.Port}")) };
        var lines = new List<string[]>();
        var page = await stand.AskAsync<string>("select '/' || o.slug || '/' || c.slug from petitions.campaigns c join petitions.organisations o on o.id = c.tenant_id where c.slug = 'found-7'");
        foreach (var (what, address) in Questions.Append(("a petition's page with those like it", page)))
        {
            var times = new List<double>();
            for (var i = -2; i < Math.Max(5, stand.Options.Rounds); i++)
            {
                var watch = Stopwatch.StartNew();
                using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
                await answer.Content.ReadAsByteArrayAsync();
                answer.EnsureSuccessStatusCode();
                if (i >= 0)
                {
                    times.Add(watch.Elapsed.TotalMilliseconds);
                }
            }

            lines.Add([what, $"`{address}`", Report.Number(Report.Median(times)), Report.Number(times.Max()), $"< {MostMilliseconds}"]);
        }

        report.Table(string.Create(CultureInfo.InvariantCulture, $"Finding among {Petitions:#,0} petitions, one reader, nothing cached"), ["what", "address", "median ms", "slowest ms", "wanted"], lines);
    }

    /// <summary>Copies one petition of the product's own making, with words of its own, in batches that each commit.</summary>
    private static async Task FillAsync(BenchmarkStand stand)
    {
        var first = (await OpenCampaign.AddAsync(stand.Source, "found", 1))[0];
        await stand.RunAsync(
            """
            insert into petitions.organisations
            select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'slug', 'found-by-' || i, 'name', 'Neighbours ' || i))).* from petitions.organisations o, generate_series(1, 200) i where o.slug = 'open'
            """);
        const int Batch = 5_000;
        for (var from = 0; from < Petitions; from += Batch)
        {
            await stand.RunAsync(string.Create(CultureInfo.InvariantCulture,
                $"""
                with words as (select string_to_array('{Words}', ' ') as w),
                organisations as (select array_agg(id) as ids from petitions.organisations where slug like 'found-by-%'),
                campaigns as (
                    insert into petitions.campaigns
                    select (jsonb_populate_record(c, jsonb_build_object('tenant_id', ids[1 + i % 200], 'id', gen_random_uuid(), 'slug', 'found-' || i, 'reference', 200000 + i,
                        'topic', (array['health', 'work', 'animals', 'housing', 'migration'])[1 + i % 5], 'country', (array['CA', 'FR', 'DE', 'IR', 'GB', 'US'])[1 + i % 6],
                        'language', (array['en', 'en', 'en', 'fr', 'fa'])[1 + i % 5], 'published_at', now() - i * interval '1 minute', 'closes_at', now() + (i % 300 - 100) * interval '1 day'))).*
                    from petitions.campaigns c, organisations, generate_series({from}, {from + Batch - 1}) i where c.id = '{first.Id}'
                    returning *),
                counts as (
                    insert into petitions.campaign_counts (tenant_id, campaign_id, confirmed, numbered)
                    select tenant_id, id, reference % 9973, reference % 9973 from campaigns),
                areas as (
                    insert into petitions.campaign_areas (tenant_id, campaign_id, country, confirmed)
                    select tenant_id, id, 'CA', reference % 101 from campaigns)
                insert into petitions.campaign_texts
                select (jsonb_populate_record(t, jsonb_build_object('tenant_id', c.tenant_id, 'campaign_id', c.id, 'language', c.language,
                    'title', format('Save the %s of the %s in district %s', w[1 + c.reference * 7 % 64], w[1 + c.reference * 13 % 64], c.reference % 5000),
                    'demand', format('We ask the council to protect the %s and the %s.', w[1 + c.reference * 11 % 64], w[1 + c.reference * 17 % 64]),
                    'body', (select string_agg(format('Many people need the %s, and so do we %s.', w[1 + (c.reference * 31 + j * j * 7) % 64], j), ' ') from generate_series(1, 40) j)))).*
                from petitions.campaign_texts t, campaigns c, words where t.campaign_id = '{first.Id}'
                """));
        }

        foreach (var table in (string[])["listed_texts", "listed_campaigns", "campaigns", "campaign_texts", "campaign_counts", "campaign_areas", "vocabulary"])
        {
            await stand.RunAsync($"vacuum analyze petitions.{table}");
        }
    }

    private const string Words =
        "school river library forest hospital bridge children teachers harbour market garden station museum village factory airport police housing energy water clinic cycle tram bus street park lake "
        + "beach island mountain valley theatre church prison court minister mayor parliament border visa refuge climate oil gas wind solar farm bread milk fish whale wolf bear eagle song dance film radio "
        + "paper stamp letter promise night winter summer";
}
