using Platform.Petitions.Tests.Moderation;
using Xunit;

namespace Platform.Petitions.Tests.Site;

/// <summary>The admin's switches, worked on their page.</summary>
internal static class Switches
{
    private static readonly string[] All = ["SigningPaused", "ReadOnly", "LiveOff", "StatisticsOff", "CreationPaused", "LiveBeforeReview"];

    /// <summary>These on, all others off.</summary>
    public static Task SwitchAsync(this StaffWorld world, params string[] on) => world.SaveSwitchesAsync([.. All.Select(name => (name, on.Contains(name) ? "true" : null))]);

    public static async Task SaveSwitchesAsync(this StaffWorld world, params (string Name, string? Value)[] fields)
    {
        var saved = await world.Admin.SubmitAsync(await world.Admin.GetAsync("/admin/settings"), "#switches", fields);
        Assert.True(saved.Html.QuerySelector(".notice--ok") is not null, $"{saved.Status} {saved.Address} {saved.Source}");
    }
}
