using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.CampaignPage;

/// <summary>People, offices and organisations inside sentences, each isolated in its own direction.</summary>
internal static class Names
{
    /// <summary>"Jason Kenney, Minister of Immigration, Canada", several joined as the language does.</summary>
    public static IHtmlContent DecisionMakers(Localiser texts, IEnumerable<DecisionMaker> decisionMakers) =>
        Element("b", texts.Formats.List(decisionMakers.Select(Plain)));

    public static string Plain(DecisionMaker who) =>
        string.Join(", ", new[] { who.Name, who.Office, who.Place }.Where(part => !string.IsNullOrWhiteSpace(part)));

    public static IHtmlContent Organisation(CampaignView view)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = view.OrganisationAddress;
        link.InnerHtml.AppendHtml(Isolated(view.OrganisationName));
        return link;
    }

    /// <summary>In its own direction, whatever that of the sentence is.</summary>
    public static IHtmlContent Isolated(string name) => Element("bdi", name);

    /// <summary>"Maxine K. Canada", or "Someone in Canada", or "Someone".</summary>
    public static IHtmlContent Signer(Localiser texts, SignerLine signer)
    {
        var country = signer.Country is { } code ? Countries.Name(code, texts.Language) : null;
        if (signer.Name is { } name)
        {
            var who = new HtmlContentBuilder().AppendHtml(Element("bdi", name, "lines__name"));
            return country is null ? who : who.Append(" ").Append(country);
        }

        var someone = Element("span", texts["campaign-page.someone"], "lines__name");
        return country is null ? someone : texts.Html("campaign-page.someone-in", ("someone", someone), ("country", country));
    }

    public static IHtmlContent Voice(Localiser texts, SignerVoice voice)
    {
        var who = new HtmlContentBuilder().AppendHtml(Element("bdi", voice.Name ?? texts["campaign-page.someone"]));
        return voice.Country is { } code ? who.Append(texts["list.comma"]).Append(Countries.Name(code, texts.Language)) : who;
    }

    public static IHtmlContent Number(Localiser texts, long number, string tag) => Element(tag, texts.Formats.Number(number));

    private static TagBuilder Element(string tag, string text, string? style = null)
    {
        var element = new TagBuilder(tag);
        if (style is not null)
        {
            element.AddCssClass(style);
        }

        element.InnerHtml.Append(text);
        return element;
    }
}
