using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>One control of a form as it is shown: its name, what was typed, what is wrong with it, and the parts around it.</summary>
internal sealed class FormControl
{
    private readonly ModelExpression expression;

    public FormControl(ModelExpression expression, ViewContext context, Localiser localiser)
    {
        this.expression = expression;
        Name = context.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        Id = IdOf(Name);
        var entry = context.ViewData.ModelState[Name];
        Typed = entry?.AttemptedValue;
        Error = entry?.Errors.Count > 0 ? ErrorText.For(entry.Errors[0], localiser) : null;
    }

    public string Name { get; }

    public string Id { get; }

    public string? Error { get; }

    /// <summary>What the person typed last; it wins over the model, so that nothing typed is lost.</summary>
    public string? Typed { get; }

    public string Value => Typed ?? Invariant(expression.Model);

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    // Inputs of type date, time and number read the invariant form only.
    public static string Invariant(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public TagBuilder? ErrorPart()
    {
        if (Error is null)
        {
            return null;
        }

        var part = Part("p", "field__error", Error);
        part.Attributes["id"] = Id + "-error";
        return part;
    }

    public TagBuilder? HintPart(string? hint)
    {
        if (string.IsNullOrEmpty(hint))
        {
            return null;
        }

        var part = Part("p", "field__hint", hint);
        part.Attributes["id"] = Id + "-hint";
        return part;
    }

    /// <summary>Ties the control to its hint and error for those who hear the page.</summary>
    public void Describe(TagBuilder control, bool hasHint)
    {
        var ids = new[] { hasHint ? Id + "-hint" : null, Error is null ? null : Id + "-error" }.OfType<string>().ToList();
        if (ids.Count > 0)
        {
            control.Attributes["aria-describedby"] = string.Join(' ', ids);
        }

        if (Error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }
    }

    /// <summary>Moves the attributes the page gave (autocomplete, rows, data-…) to the control; the class stays on the frame.</summary>
    public static void Take(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class").ToList())
        {
            control.Attributes[attribute.Name] = attribute.Value switch
            {
                null => "",
                HtmlString html => html.Value,
                IHtmlContent content => Text(content),
                var value => value.ToString(),
            };
            output.Attributes.Remove(attribute);
        }
    }

    public static TagBuilder Part(string tag, string? cssClass, string text)
    {
        var part = new TagBuilder(tag);
        if (cssClass is not null)
        {
            part.AddCssClass(cssClass);
        }

        part.InnerHtml.Append(text);
        return part;
    }

    // The builder encodes attribute values itself, so the page's value is taken unencoded.
    private static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, NullHtmlEncoder.Default);
        return writer.ToString();
    }
}
