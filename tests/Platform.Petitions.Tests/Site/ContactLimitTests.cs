using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Tests.Moderation;
using Xunit;

namespace Platform.Petitions.Tests.Site;

/// <summary>On a host of its own: all requests of a test host come from one sender.</summary>
public sealed class ContactLimitTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task Who_sends_too_much_sees_the_same_page_and_nobody_gets_anything()
    {
        var form = await world.Visitor().GetAsync("/contact");
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await world.Visitor().SubmitAsync(form, "main form", ("Text", "Again and again"))).Status);
        }

        Assert.InRange(await world.InDbAsync(null, db => db.ContactMessages.CountAsync(m => m.Text == "Again and again")), 1, 5);
    }
}
