using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Organisations;
using Platform.Petitions.Tests.Accounts;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Organisations;

public sealed class MembersTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_invitation_comes_by_mail_and_is_accepted_once()
    {
        var (organisation, owner) = await OwnedAsync();
        var guest = await host.UserAsync("Guest");
        var page = await owner.GetAsync($"/{organisation.Slug}/desk/members");
        var sent = await owner.SubmitAsync(page, "#invite", ("Invite.Email", guest.Email), ("Invite.Role", "viewer"));
        Assert.Contains("The invitation is on its way", sent.Text);
        var link = (await host.Mail.WaitAsync(guest.Email!, "Invitation")).LinkWith("/account/invitations/");

        var stranger = await host.Visitor().GetAsync(link);
        Assert.NotNull(stranger.Html.QuerySelector("a[href*='/account/register?returnUrl=']"));
        var visitor = await host.SignedInAsync(guest);
        var invited = await visitor.GetAsync(link);
        var joined = await visitor.SubmitAsync(invited, "#accept");

        Assert.Equal($"/{organisation.Slug}/desk", joined.Address.AbsolutePath);
        Assert.Equal(MemberRole.Viewer, await host.InDbAsync(organisation.Id, db => db.Memberships.Where(m => m.UserId == guest.Id).Select(m => m.Role).SingleAsync()));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.SubmitAsync(invited, "#accept")).Status);
    }

    [Fact]
    public async Task The_last_owner_can_neither_leave_nor_become_less()
    {
        var (organisation, owner) = await OwnedAsync();

        var demoted = await owner.SubmitAsync(await owner.GetAsync($"/{organisation.Slug}/desk/members"), "form[action$='/role']", ("role", "editor"));
        var left = await owner.SubmitAsync(await owner.GetAsync($"/{organisation.Slug}/desk/leave"), "#leave");

        Assert.Contains("needs an owner", demoted.Text);
        Assert.Contains("needs an owner", left.Text);
    }

    [Fact]
    public async Task A_removed_member_is_out_with_the_next_request()
    {
        var (organisation, owner) = await OwnedAsync();
        var member = await host.UserAsync();
        await host.JoinAsync(member, organisation, MemberRole.Owner);
        var visitor = await host.SignedInAsync(member);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/{organisation.Slug}/desk/members")).Status);

        await owner.SubmitAsync(await owner.GetAsync($"/{organisation.Slug}/desk/members"), $"form[action$='/{member.Id}/remove']");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/{organisation.Slug}/desk/members")).Status);
    }

    [Theory]
    [InlineData(MemberRole.Viewer)]
    [InlineData(MemberRole.Editor)]
    [InlineData(null)]
    public async Task Pages_of_owners_do_not_exist_for_others(MemberRole? role)
    {
        var (organisation, _) = await OwnedAsync();
        var user = await host.UserAsync();
        if (role is { } member)
        {
            await host.JoinAsync(user, organisation, member);
        }

        var visitor = await host.SignedInAsync(user);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/{organisation.Slug}/desk/members")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/{organisation.Slug}/desk/settings")).Status);
        Assert.Equal(role is null ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await visitor.GetAsync($"/{organisation.Slug}/desk/leave")).Status);
    }

    [Fact]
    public async Task Settings_are_kept_and_checked()
    {
        var (organisation, owner) = await OwnedAsync();
        var page = await owner.GetAsync($"/{organisation.Slug}/desk/settings");

        var wrong = await owner.SubmitAsync(page, "#settings", ("Website", "javascript:alert(1)"));
        var saved = await owner.SubmitAsync(page, "#settings", ("Name", "Friends of the River"), ("Website", "https://river.example"), ("MinimumCoSponsors", "3"));

        Assert.Contains("beginning with https://", wrong.Text);
        Assert.Contains("Saved.", saved.Text);
        Assert.Equal("Friends of the River", saved.Html.QuerySelector("#Name")?.GetAttribute("value"));
    }

    private async Task<(Organisation Organisation, Visitor Owner)> OwnedAsync()
    {
        var (organisation, owner) = (await host.OrganisationAsync(), await host.UserAsync());
        await host.JoinAsync(owner, organisation);
        return (organisation, await host.SignedInAsync(owner));
    }
}
