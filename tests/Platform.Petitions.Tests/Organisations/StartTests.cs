using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Organisations;

public sealed class StartTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Whoever_is_not_signed_in_comes_back_after_it()
    {
        var answer = await host.Visitor().RawAsync("/start");

        Assert.Equal("/account/register?returnUrl=%2Fstart", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Without_an_organisation_one_is_founded_first()
    {
        var visitor = await host.SignedInAsync(await host.UserAsync());
        var page = await visitor.GetAsync("/start");
        Assert.Equal("/desk/new", page.Address.AbsolutePath);

        var founded = await visitor.SubmitAsync(page, "#found", ("Name", "کارزار ما"), ("Slug", "our-cause"));

        Assert.Equal("/our-cause/desk/campaigns/new", founded.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_name_that_is_taken_or_reserved_is_refused()
    {
        var organisation = await host.OrganisationAsync();
        var visitor = await host.SignedInAsync(await host.UserAsync());
        var page = await visitor.GetAsync("/desk/new");

        Assert.Contains("belongs to another", (await visitor.SubmitAsync(page, "#found", ("Name", "Mine"), ("Slug", organisation.Slug))).Text);
        Assert.Contains("no word we use", (await visitor.SubmitAsync(page, "#found", ("Name", "Mine"), ("Slug", "admin"))).Text);
    }

    [Fact]
    public async Task A_member_who_may_write_goes_straight_to_the_form()
    {
        var (user, organisation) = (await host.UserAsync(), await host.OrganisationAsync());
        await host.JoinAsync(user, organisation, MemberRole.Editor);

        var answer = await (await host.SignedInAsync(user)).RawAsync("/start");

        Assert.Equal($"/{organisation.Slug}/desk/campaigns/new", answer.Headers.Location?.ToString());
    }
}
