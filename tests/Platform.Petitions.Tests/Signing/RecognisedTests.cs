using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Signing;

public sealed class RecognisedTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Who_has_signed_signs_the_next_one_with_one_click_and_consents_anew()
    {
        var stage = await Stage.SetAsync(host);
        var next = stage with { Campaign = await host.CampaignAsync(stage.Organisation, stage.Organiser, with: c => c.Title = "Save the painter's shop") };
        var visitor = host.Visitor();
        await stage.SignAsync(visitor, "Maxine Kowalski", "maxine@again.example", ("Country", "CA"), ("ShowName", "true"), ("WantsUpdates", "true"));
        var thanks = await stage.ConfirmAsync(visitor, "maxine@again.example");

        var form = await visitor.GetAsync(thanks.Html.QuerySelector("#others a.btn")!.GetAttribute("href")!);
        Assert.Equal(next.Path + "/sign", form.Address.AbsolutePath);
        Assert.Equal(("Maxine Kowalski", "maxine@again.example"), (Value(form, "#Name"), Value(form, "#Email")));
        Assert.Empty(form.Html.QuerySelectorAll("#sign input[type=checkbox][checked]"));
        var check = await visitor.SubmitAsync(form, "#sign");

        Assert.Equal(next.Path + "/check", check.Address.AbsolutePath);
        Assert.Equal(0, await next.CountAsync());
        await next.ConfirmAsync(visitor, "maxine@again.example");
        Assert.Equal(1, await next.CountAsync());
    }

    [Fact]
    public async Task A_forwarded_link_knows_nobody()
    {
        var stage = await Stage.SetAsync(host);
        var mine = host.Visitor();
        await stage.SignAsync(mine, "Maxine Kowalski", "maxine@forward.example");
        var thanks = await stage.ConfirmAsync(mine, "maxine@forward.example");

        foreach (var forwarded in new[] { thanks.Address.PathAndQuery, stage.Path + "/sign", stage.Path + "/check" })
        {
            var page = await host.Visitor().GetAsync(forwarded);
            Assert.DoesNotContain("axine", page.Source, StringComparison.Ordinal);
            Assert.DoesNotContain("maxine@forward.example", page.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Somebody_else_at_the_same_browser_says_so_and_finds_an_empty_form()
    {
        var stage = await Stage.SetAsync(host);
        var visitor = host.Visitor();
        await stage.SignAsync(visitor, "Maxine Kowalski", "maxine@shared.example");

        var form = await visitor.SubmitAsync(await visitor.GetAsync(stage.Path + "/sign"), "#forget");

        Assert.Equal(stage.Path + "/sign", form.Address.AbsolutePath);
        Assert.Null(form.Html.QuerySelector("#forget"));
        Assert.DoesNotContain("axine", form.Source, StringComparison.Ordinal);
    }

    private static string? Value(Page page, string selector) => page.Html.QuerySelector(selector)!.GetAttribute("value");
}
