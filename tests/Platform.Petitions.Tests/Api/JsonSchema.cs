using System.Text.Json;

namespace Platform.Petitions.Tests.Api;

/// <summary>As much of JSON Schema as the description uses. An answer may hold nothing that its schema does not name.</summary>
internal sealed class JsonSchema(JsonElement document)
{
    private static readonly string[] Known = ["type", "properties", "required", "items", "$ref", "oneOf", "anyOf", "enum", "format", "description", "default", "minimum", "maximum", "pattern", "additionalProperties", "minLength", "maxLength"];

    /// <returns>What is wrong, with where.</returns>
    public IEnumerable<string> Problems(JsonElement schema, JsonElement value, string path = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Problems(Find(reference.GetString()!), value, path);
        }

        foreach (var choice in (string[])["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(choice, out var choices))
            {
                return choices.EnumerateArray().Any(one => !Problems(one, value, path).Any()) ? [] : [$"{path} fits none of {choice}: {value}"];
            }
        }

        var unknown = schema.EnumerateObject().Select(p => p.Name).Except(Known).ToList();
        return unknown.Count > 0 ? [$"{path}: the schema says {string.Join(", ", unknown)}, which this test does not know"] : [.. Own(schema, value, path)];
    }

    private IEnumerable<string> Own(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(w => w.GetRawText() == value.GetRawText()))
        {
            yield return $"{path} is none of its words: {value}";
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(value, t)))
        {
            yield return $"{path} should be {type} and is {value.ValueKind}";
        }

        if (value.ValueKind == JsonValueKind.String && schema.TryGetProperty("format", out var format) && !Fits(value.GetString()!, format.GetString()!))
        {
            yield return $"{path} is no {format}: {value}";
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var problem in value.EnumerateArray().SelectMany((item, i) => Problems(items, item, $"{path}[{i}]")))
            {
                yield return problem;
            }
        }

        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            foreach (var missing in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Where(r => !value.TryGetProperty(r.GetString()!, out _)) : [])
            {
                yield return $"{path}.{missing} is missing";
            }

            foreach (var property in value.EnumerateObject())
            {
                foreach (var problem in properties.TryGetProperty(property.Name, out var own) ? Problems(own, property.Value, $"{path}.{property.Name}") : [$"{path}.{property.Name} is not described"])
                {
                    yield return problem;
                }
            }
        }
    }

    private JsonElement Find(string reference) => reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(document, (at, name) => at.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private static bool Fits(string text, string format) => format switch
    {
        "uuid" => Guid.TryParse(text, out _),
        "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => true,
    };
}
