using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Pages;

/// <summary>Every page of moderators and admins.</summary>
public sealed class StaffPages(StaffWalk walk) : IClassFixture<StaffWalk>
{
    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/queue")]
    [InlineData("/admin/queue?show=Parked")]
    [InlineData("/admin/queue/{Waiting}")]
    [InlineData("/admin/reports")]
    [InlineData("/admin/campaigns")]
    [InlineData("/admin/campaigns?q=nobodywritesthis")]
    [InlineData("/admin/campaigns/{Submitted}")]
    [InlineData("/admin/campaigns/{Submitted}/wording")]
    [InlineData("/admin/campaigns/{Looked}/preview")]
    [InlineData("/admin/campaigns/{Published}")]
    [InlineData("/admin/campaigns/{Rejected}")]
    [InlineData("/admin/campaigns/{Suspended}")]
    [InlineData("/admin/campaigns/{Closed}")]
    [InlineData("/admin/corrections")]
    [InlineData("/admin/corrections/{Published}/en/2")]
    [InlineData("/admin/corrections/{Published}/fa/3")]
    [InlineData("/admin/reasons")]
    [InlineData("/admin/reasons/new")]
    [InlineData("/admin/reasons/other")]
    [InlineData("/admin/organisations")]
    [InlineData("/admin/people")]
    [InlineData("/admin/pages")]
    [InlineData("/admin/pages/privacy/en")]
    [InlineData("/admin/abuse")]
    [InlineData("/admin/abuse/lists")]
    [InlineData("/admin/abuse/challenges")]
    [InlineData("/admin/signatures")]
    [InlineData("/admin/signatures?campaign=1000")]
    [InlineData("/admin/settings")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/giving")]
    [InlineData("/admin/giving/gifts")]
    [InlineData("/admin/giving/platform")]
    [InlineData("/account/second-factor")]
    public Task Every_page_of_staff_is_sound(string place) => walk.VisitAsync(walk.AddressOf(place));

    [Fact]
    public async Task A_decision_without_a_reason_is_sound()
    {
        await walk.Tab.GoAsync(walk.AddressOf("/admin/queue/{Waiting}"));
        await walk.Tab["summary[data-key=r]"].ClickAsync();
        await walk.Tab.PressAsync("details[open] .btn--danger");
        await Expect(walk.Tab[".notice--danger"]).ToBeVisibleAsync();
        await Soundness.CheckAsync(walk.Tab);
    }
}
