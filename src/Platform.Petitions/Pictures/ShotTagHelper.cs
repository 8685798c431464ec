using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.Petitions.Pictures;

/// <summary>
/// A picture wherever one is shown: <c>&lt;shot of="picture" as="Lead" /&gt;</c>. The browser chooses among sizes and formats, room is kept for it
/// in its own colour, and what is cut away is not what matters.
/// </summary>
[HtmlTargetElement("shot", Attributes = "of,as", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShotTagHelper : TagHelper
{
    public required PictureView Of { get; set; }

    public ShotPlace As { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (sizes, most) = As switch
        {
            ShotPlace.Lead => ("(min-width: 72.5em) 39rem, (min-width: 56.25em) calc(100vw - 33rem), 100vw", PictureFile.Largest),
            ShotPlace.Card => ("(min-width: 50em) 24rem, 100vw", 960),
            ShotPlace.Banner => ("(min-width: 75em) 72rem, 100vw", PictureFile.Largest),
            _ => ("(min-width: 50em) 46rem, 100vw", PictureFile.Largest),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"shot {As switch { ShotPlace.Card => "shot--cut", ShotPlace.Banner => "shot--banner", _ => "" }} {output.Attributes["class"]?.Value}".TrimEnd());
        output.Content.Clear();
        if (Of.Colour is { } colour)
        {
            // An attribute of a drawing is no inline style, so our policy lets it through.
            output.Content.AppendHtml($"<svg viewBox=\"0 0 1 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path fill=\"#{colour}\" d=\"M0 0h1v1H0z\"/></svg>");
        }

        output.Content.AppendHtml("<picture>");
        foreach (var format in new[] { PictureFormat.Avif, PictureFormat.Webp })
        {
            output.Content.AppendHtml($"<source type=\"{format.Type}\" srcset=\"{Of.Set(format, most)}\" sizes=\"{sizes}\">");
        }

        output.Content.AppendHtml(Fallback(sizes, most)).AppendHtml("</picture>");
    }

    private TagBuilder Fallback(string sizes, int most)
    {
        var image = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
        image.Attributes["src"] = $"{Of.Address}/{new PictureFile(most, PictureFormat.Jpeg).Name}";
        image.Attributes["srcset"] = Of.Set(PictureFormat.Jpeg, most);
        image.Attributes["sizes"] = sizes;
        image.Attributes["width"] = Of.Width.ToString(CultureInfo.InvariantCulture);
        image.Attributes["height"] = Of.Height.ToString(CultureInfo.InvariantCulture);

        // On a card the title beside it says whose it is.
        image.Attributes["alt"] = As == ShotPlace.Card ? "" : Of.Alt;
        image.Attributes["decoding"] = "async";
        var (waited, how) = As is ShotPlace.Lead or ShotPlace.Banner ? ("fetchpriority", "high") : ("loading", "lazy");
        image.Attributes[waited] = how;
        if (Of.Focus is { } focus)
        {
            image.Attributes["class"] = focus.Classes;
        }

        return image;
    }
}

/// <summary>What a picture is there for; it says how wide it will be, and whether it is waited for.</summary>
public enum ShotPlace
{
    /// <summary>In a desk, whole, when it is scrolled to.</summary>
    Plain,

    /// <summary>The picture of a campaign's own page: whole, and fetched first.</summary>
    Lead,

    /// <summary>In a list, cut to one shape.</summary>
    Card,

    /// <summary>Over the page of an organisation, wide and low.</summary>
    Banner,
}
