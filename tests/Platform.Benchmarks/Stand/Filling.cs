using System.Globalization;
using Platform.Testing.Data;

namespace Platform.Benchmarks.Stand;

/// <summary>Lays signatures under a campaign as if they had always been there.</summary>
internal static class Filling
{
    /// <summary>Confirmed and counted, with numbers from one to the other.</summary>
    public static async Task FillAsync(BenchmarkStand stand, OpenCampaign campaign, long from, long to)
    {
        await stand.RunAsync(string.Create(CultureInfo.InvariantCulture,
            $"""
            insert into petitions.signatures (tenant_id, campaign_id, id, state, name, name_key, email, email_fingerprint, person, country, reason_hidden, show_name, wants_updates,
                language, text_version, seed, wrong_codes, number, confirmed_at, testing, co_sponsor)
            select '{campaign.TenantId}', '{campaign.Id}', gen_random_uuid(), 1, 'Maxine Kowalski', 'MAXINE KOWALSKI', 'm' || i || '@mail.example', decode(md5(i::text), 'hex'), 1, 'CA', false, true, false,
                'en', 1, decode(md5('s' || i), 'hex'), 0, i, now(), false, false from generate_series({from + 1}, {to}) i
            """));
        await stand.RunAsync(string.Create(CultureInfo.InvariantCulture, $"update petitions.campaign_counts set confirmed = {to}, numbered = {to} where campaign_id = '{campaign.Id}'"));
    }
}
