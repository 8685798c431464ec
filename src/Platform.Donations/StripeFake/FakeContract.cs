using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stripe;

namespace Platform.Donations.StripeFake;

/// <summary>
/// Which parameters a call may have and of what form. The description is the one Stripe generates its own package from: the option classes of the
/// version we speak. What is not in them, Stripe refuses.
/// </summary>
internal static class FakeContract
{
    private const int MostMetadata = 50;
    private const int LongestMetadataKey = 40;
    private const int LongestMetadataValue = 500;

    /// <exception cref="FakeException">A parameter is unknown or not of its form.</exception>
    public static void Check(Type options, JsonObject sent) => Object(options, sent, "");

    private static void Object(Type options, JsonObject sent, string path)
    {
        var known = Known(options);
        foreach (var (name, value) in sent)
        {
            var param = path.Length == 0 ? name : $"{path}[{name}]";
            if (!known.TryGetValue(name, out var type))
            {
                throw FakeException.Unknown(param);
            }

            Value(type, value!, param);
        }
    }

    private static void Value(Type type, JsonNode value, string param)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (typeof(IAnyOf).IsAssignableFrom(type))
        {
            AnyOf(type.GetGenericArguments(), value, param);
        }
        else if (type == typeof(Dictionary<string, string>))
        {
            Metadata(Tree(value, param), param);
        }
        else if (type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type))
        {
            foreach (var (place, item) in Tree(value, param))
            {
                Value(type.GetGenericArguments()[0], item!, $"{param}[{place}]");
            }
        }
        else if (typeof(INestedOptions).IsAssignableFrom(type))
        {
            Object(type, Tree(value, param), param);
        }
        else
        {
            Leaf(type, value, param);
        }
    }

    private static void AnyOf(Type[] types, JsonNode value, string param)
    {
        FakeException? refused = null;
        foreach (var type in types)
        {
            try
            {
                Value(type, value, param);
                return;
            }
            catch (FakeException not)
            {
                refused = not;
            }
        }

        throw refused!;
    }

    private static void Metadata(JsonObject sent, string param)
    {
        if (sent.Count > MostMetadata)
        {
            throw FakeException.Invalid($"Metadata can have up to {MostMetadata} keys.", param: param);
        }

        foreach (var (name, value) in sent)
        {
            if (name.Length > LongestMetadataKey || value is JsonObject || value!.GetValue<string>().Length > LongestMetadataValue)
            {
                throw FakeException.Invalid($"Metadata keys can be up to {LongestMetadataKey} characters, values strings up to {LongestMetadataValue}.", param: $"{param}[{name}]");
            }
        }
    }

    private static void Leaf(Type type, JsonNode value, string param)
    {
        if (value.GetValueKind() != JsonValueKind.String)
        {
            throw FakeException.Invalid($"Invalid string: {value.ToJsonString()}", param: param);
        }

        var text = value.GetValue<string>();
        if ((type == typeof(long) || type == typeof(int) || type == typeof(DateTime)) && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            throw FakeException.Invalid($"Invalid integer: {text}", "parameter_invalid_integer", param);
        }

        if (type == typeof(decimal) && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            throw FakeException.Invalid($"Invalid decimal: {text}", param: param);
        }

        if (type == typeof(bool) && text is not ("true" or "false"))
        {
            throw FakeException.Invalid($"Invalid boolean: {text}", param: param);
        }
    }

    private static JsonObject Tree(JsonNode value, string param) =>
        value as JsonObject ?? (value.GetValue<string>() is { Length: 0 } ? [] : throw FakeException.Invalid($"Invalid object: {value.GetValue<string>()}", param: param));

    private static Dictionary<string, Type> Known(Type options) => options.GetProperties()
        .Select(property => (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name, property.PropertyType))
        .Where(property => property.Name is not null).DistinctBy(property => property.Name).ToDictionary(property => property.Name!, property => property.PropertyType);
}
