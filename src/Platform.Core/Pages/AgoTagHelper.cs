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
        output.Attributes.SetAttribute("data-relative", Words());
        output.Content.SetContent(localiser.Formats.Relative(clock.GetUtcNow() - At));
    }

    // The browser puts its own number where # stands; 9 is written alike in all plural forms of these short words.
    private string Words()
    {
        var formats = localiser.Formats;
        string Open(TimeSpan ago) => formats.Relative(ago).Replace(formats.Number(9), "#", StringComparison.Ordinal);
        return string.Join('|', Open(TimeSpan.Zero), Open(TimeSpan.FromMinutes(9)), Open(TimeSpan.FromHours(9)), Open(TimeSpan.FromDays(1)));
    }
}
