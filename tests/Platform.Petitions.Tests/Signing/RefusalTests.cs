using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Signing;

/// <summary>What the form does not take, said or unsaid.</summary>
public sealed class RefusalTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("www.buy.example")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("@home")]
    [InlineData("<b>Maxine</b>")]
    [InlineData("12345")]
    public async Task A_name_is_a_name(string name)
    {
        var stage = await Stage.SetAsync(host);

        var page = await stage.SignAsync(host.Visitor(), name, "name@mail.example");

        Assert.NotNull(page.One("#Name-error"));
        Assert.Equal(0, await RowsAsync(stage));
    }

    [Fact]
    public async Task A_program_that_fills_the_hidden_field_sees_success_and_writes_nothing()
    {
        var stage = await Stage.SetAsync(host);

        var page = await stage.SignAsync(host.Visitor(), "Bot Botson", "bot@mail.example", ("Website", "https://spam.example"));

        Assert.EndsWith("/check", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(0, await RowsAsync(stage));
    }

    [Fact]
    public async Task A_form_posted_from_another_site_is_refused()
    {
        var stage = await Stage.SetAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, stage.Path + "/sign") { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var response = await host.Visitor().Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private Task<int> RowsAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id));
}
