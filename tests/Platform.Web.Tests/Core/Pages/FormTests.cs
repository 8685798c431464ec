using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Core.Pages;

/// <summary>The tag helpers, on the style page that holds one of each.</summary>
public sealed class FormTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Form = "form.form";

    [Fact]
    public async Task A_fresh_form_shows_no_errors_and_names_every_field()
    {
        var page = await host.Visitor().GetAsync("/style/form?lang=en");

        Assert.Empty(page.Html.QuerySelectorAll(".errors, .field__error, [aria-invalid]"));
        Assert.All(
            page.Html.QuerySelectorAll(".field > input, .field > select, .field > textarea"),
            control => Assert.Single(page.Html.QuerySelectorAll($"label[for='{control.Id}']")));
    }

    [Fact]
    public async Task Every_error_stands_at_its_field_and_in_the_summary_in_the_order_of_the_form()
    {
        var page = await SubmitAsync("en");

        Assert.Equal(["#Name", "#Email", "#Text", "#Role", "#Agreed"], page.Html.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        Assert.All(page.Html.QuerySelectorAll(".errors a"), a => Assert.Single(page.Html.QuerySelectorAll(a.GetAttribute("href")!)));
        Assert.Equal("Email-hint Email-error", page.Html.GetElementById("Email")!.GetAttribute("aria-describedby"));
        Assert.Equal("true", page.Html.GetElementById("Email")!.GetAttribute("aria-invalid"));
        Assert.Equal("Enter an e-mail address like name@example.org", page.One("#Email-error"));
        Assert.True(page.Html.QuerySelector(".errors")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task Messages_of_attributes_come_with_their_values_in_the_readers_language()
    {
        var page = await SubmitAsync("fa");

        Assert.Equal("این متن را به ۲۰ نویسه کوتاه کنید", page.One("#Name-error"));
    }

    [Fact]
    public async Task What_was_typed_is_never_lost_even_when_it_cannot_be_read()
    {
        var page = await SubmitAsync("en", ("Text", "\n<b>two\nlines</b>"), ("ClosesOn", "soon"), ("Country", "fr"), ("Updates", "true"));

        Assert.Equal("soon", page.Html.GetElementById("ClosesOn")!.GetAttribute("value"));
        Assert.Equal("Check how this is written", page.One("#ClosesOn-error"));
        Assert.Equal("\n<b>two\nlines</b>", page.Html.GetElementById("Text")!.TextContent.ReplaceLineEndings("\n"));
        Assert.Equal("fr", page.Html.QuerySelector("#Country option[selected]")!.GetAttribute("value"));
        Assert.True(page.Html.GetElementById("Updates")!.HasAttribute("checked"));
        Assert.False(page.Html.GetElementById("Agreed")!.HasAttribute("checked"));
    }

    private async Task<Page> SubmitAsync(string language, params (string, string?)[] values)
    {
        var visitor = host.Visitor();
        var form = await visitor.GetAsync("/style/form?lang=" + language);
        return await visitor.SubmitAsync(form, Form, [("Name", new string('x', 21)), ("Email", "nobody"), .. values]);
    }
}
