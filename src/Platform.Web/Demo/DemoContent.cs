using Microsoft.EntityFrameworkCore;
using Platform.Petitions;

namespace Platform.Web.Demo;

/// <summary>What a first start shows: organisations, campaigns in every state, and people to sign in as. Never in Production.</summary>
internal static class DemoContent
{
    public const string Password = "demo-petition-2026";

    /// <summary>Who to be, and where.</summary>
    public static readonly (string Who, string Where)[] People =
    [
        ("Organiser", $"{{site}}/desk    organiser@demo.example, {Password}"),
        ("Moderator", $"{{site}}/admin   moderator@demo.example, {Password}"),
        ("Signer", "{site}/friends-of-kavoos/let-kavoos-stay"),
    ];

    public static async Task<bool> IsPresentAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PetitionsDb>().Users.AnyAsync(u => u.Email == "organiser@demo.example");
    }

    public static Task SeedAsync(WebApplication app) => Task.CompletedTask;
}
