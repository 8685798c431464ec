using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Platform.Core.Pages;

/// <summary>
/// Makes validation speak in keys of the localiser, so that a form only says <c>[Required, StringLength(120)]</c>.
/// Registered once: <c>AddControllersWithViews(FormMessages.Use)</c>. An attribute with its own ErrorMessage keeps it.
/// </summary>
public sealed class FormMessages : IValidationMetadataProvider
{
    private const string Required = "error.required";
    private const string Invalid = "error.invalid";

    // The one attribute of ours that shows its English default as if somebody had chosen it.
    private static readonly string? EmailDefault = new EmailAddressAttribute().ErrorMessage;

    public static void Use(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueIsInvalidAccessor(_ => Invalid);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Invalid);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Invalid);
        messages.SetUnknownValueIsInvalidAccessor(_ => Invalid);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Invalid);
        messages.SetValueMustBeANumberAccessor(_ => Invalid);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Invalid);
        messages.SetValueMustNotBeNullAccessor(_ => Required);
        messages.SetMissingBindRequiredValueAccessor(_ => Required);
        messages.SetMissingKeyOrValueAccessor(() => Required);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Required);
        options.ModelMetadataDetailsProviders.Add(new FormMessages());
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessageResourceName is null && (attribute.ErrorMessage is null || attribute.ErrorMessage == EmailDefault))
            {
                attribute.ErrorMessage = KeyFor(attribute);
            }
        }
    }

    private static string KeyFor(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => Required,
        StringLengthAttribute { MinimumLength: > 0 } => "error.length?min={2}&max={1}",
        StringLengthAttribute or MaxLengthAttribute => "error.too-long?max={1}",
        MinLengthAttribute => "error.too-short?min={1}",
        RangeAttribute { OperandType: var type } when type == typeof(int) || type == typeof(long) => "error.range?min={1}&max={2}",
        EmailAddressAttribute => "error.email",
        CompareAttribute => "error.different",
        _ => Invalid,
    };
}
