using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>"2 min", kept true by the browser without a reload: <c>&lt;ago at="signature.ConfirmedAt" /&gt;</c>.</summary>
[HtmlTargetElement("ago", Attributes = "at", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AgoTagHelper(Localiser localiser, TimeProvider clock) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("data-relative", "");
        output.Content.SetContent(localiser.Formats.Relative(clock.GetUtcNow() - At));
    }
}
