using Platform.Petitions.Counting;

namespace Platform.Web.Startup;

/// <summary>Proves the counts against the rows on command, repairs what differs and says so.</summary>
internal static class RecountCommand
{
    /// <returns>0 when all was right, 3 when something was repaired, 2 when there is no such campaign.</returns>
    public static async Task<int> RunAsync(WebApplication app, string? campaign)
    {
        var repaired = 0;
        var counted = await app.Services.GetRequiredService<RecountCampaigns>().RunAsync(campaign, drift =>
        {
            repaired++;
            Console.WriteLine($"Campaign {drift.CampaignId}: the count said {drift.Counted}, the rows say {drift.Rows}. Repaired.");
        }, CancellationToken.None);
        Console.WriteLine($"{counted} campaigns were counted again, {repaired} repaired.");
        return counted == 0 && campaign is not null ? 2 : repaired > 0 ? 3 : 0;
    }
}
