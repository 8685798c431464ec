using System.Collections.Frozen;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.Core.Pages;

/// <summary>A drawing beside a word, never instead of one: <c>&lt;icon name="check" /&gt;</c>. An unknown name draws nothing.</summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["check"] = "M4 12.5l5 5L20 6.5",
        ["clock"] = "M12 7v5.5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
        ["close"] = "M5 5l14 14M19 5L5 19",
        ["copy"] = "M9 9h11v11H9zM5 15H4V4h11v1",
        ["flag"] = "M6 21V4h12l-2.5 4.5L18 13H6",
        ["key"] = "M14.5 9.5m-4.5 0a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M11 13l-7 7M6 18l2 2",
        ["mail"] = "M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5",
        ["pen"] = "M4 20l1-4.5L16.5 4a2 2 0 0 1 3 3L8 18.5zM14 6.5l3 3",
        ["search"] = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
        ["share"] = "M12 15V3.5M7.5 8L12 3.5 16.5 8M5 13v7h14v-7",
        ["users"] = "M9 5.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c0-3.5 3-5.5 6.5-5.5s6.5 2 6.5 5.5M16 5.8a3.3 3.3 0 0 1 0 6.4M18 14.8c2 .8 3.5 2.5 3.5 5.2",
        ["warning"] = "M12 4L2.5 20h19zM12 10v4.5M12 17.2v.1",
    }.ToFrozenDictionary();

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!Paths.TryGetValue(Name, out var path))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<path d=\"{path}\"/>");
    }
}
