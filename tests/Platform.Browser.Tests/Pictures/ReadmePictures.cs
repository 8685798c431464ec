using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Platform.Browser.Tests.Browsing;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Xunit;

namespace Platform.Browser.Tests.Pictures;

/// <summary>The two pictures of the README. Taken anew from the running product with <c>-explicit only -class "*.ReadmePictures"</c> when the pages have changed.</summary>
public sealed class ReadmePictures(Site site)
{
    private const int Width = 1280;
    private const int MostBytes = 250_000;

    [Fact(Explicit = true)]
    public Task The_campaign_page_is_taken() => TakeAsync("campaign", null, "/friends-of-kavoos/let-kavoos-stay?lang=en");

    [Fact(Explicit = true)]
    public async Task The_organisers_desk_is_taken()
    {
        var campaign = await site.InDbAsync(null, db => db.AcrossTenants<Campaign>().SingleAsync(c => c.Slug == "let-kavoos-stay"));
        await TakeAsync("desk", "organiser@demo.example", $"/friends-of-kavoos/desk/campaigns/{campaign.Id}");
    }

    [Theory]
    [InlineData("campaign")]
    [InlineData("desk")]
    public void The_README_has_its_picture_and_it_is_light(string name)
    {
        var picture = File.ReadAllBytes(PathOf(name));
        Assert.InRange(picture.Length, 10_000, MostBytes);
        Assert.Equal(Width, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
    }

    private async Task TakeAsync(string name, string? who, string address)
    {
        var user = who is null ? null : await site.InDbAsync(null, db => db.Users.AsNoTracking().SingleAsync(u => u.Email == who));
        await using var tab = await Tab.OpenAsync(site, Width, user: user);
        await tab.GoAsync(address);
        await tab.Page.WaitForFunctionAsync("() => document.fonts.status === 'loaded' && [...document.images].every(i => i.complete)");
        await tab.Page.ScreenshotAsync(new() { Path = PathOf(name) });
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "Pictures", name + ".png");
}
