using Microsoft.EntityFrameworkCore;
using Platform.Petitions;

namespace Platform.Web.Demo;

/// <summary>What a first start shows: organisations, campaigns in every state, and people to sign in as. Never in Production.</summary>
internal static class DemoContent
{
    /// <summary>Who to be, and where.</summary>
    public static readonly (string Who, string Where)[] People =
    [
        ("A petition", "{site}/friends-of-kavoos/let-kavoos-stay"),
        ("Organiser", $"{{site}}/desk     {DemoPeople.Organiser}, {DemoPeople.Password}"),
        ("Moderator", $"{{site}}/admin    {DemoPeople.Moderator}, {DemoPeople.Password}, six digits at {{site}}/demo"),
        ("Signer", "{site}/demo     who to be, and every address worth opening"),
    ];

    public static async Task<bool> IsPresentAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PetitionsDb>().Users.AnyAsync(u => u.Email == DemoPeople.Organiser);
    }

    public static async Task SeedAsync(WebApplication app)
    {
        if (app.Environment.IsProduction() || !app.Configuration.GetValue<bool>("Demo:Enabled") || await IsPresentAsync(app))
        {
            return;
        }

        var people = await DemoPeople.MakeAsync(app.Services);
        foreach (var story in DemoStories.All)
        {
            await new DemoStage(app.Services, people).TellAsync(story);
        }

#if DONATIONS
        await DemoGiving.AddAsync(app);
#endif
    }
}
