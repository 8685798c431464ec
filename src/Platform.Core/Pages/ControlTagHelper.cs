using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>What every control of a form may say of itself: its words and a hint, each as they stand or by the key of a text.</summary>
public abstract class ControlTagHelper(Localiser localiser) : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    public string? LabelKey { get; set; }

    public string? Label { get; set; }

    public string? HintKey { get; set; }

    public string? Hint { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected Localiser Texts { get; } = localiser;

    protected string? LabelText => LabelKey is null ? Label : Texts[LabelKey];

    protected string? HintText => HintKey is null ? Hint : Texts[HintKey];

    private protected FormControl Control() => new(For, ViewContext, Texts);

    /// <summary>Behind the words of a box or a card.</summary>
    protected void AddHint(TagBuilder words)
    {
        if (HintText is { } hint)
        {
            words.InnerHtml.Append(" ");
            words.InnerHtml.AppendHtml(FormControl.Part("small", null, hint));
        }
    }
}
