using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Core.Text;

/// <summary>Texts as they are embedded: <c>Languages/{code}.json</c> in an assembly. A module's file is the same without the <c>$language</c> head.</summary>
internal static class LanguageFiles
{
    /// <returns>Content by file name, for example <c>fr.json</c>.</returns>
    public static Dictionary<string, string> In(Assembly assembly)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains(".Languages.", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add(string.Join('.', name.Split('.')[^2..]), reader.ReadToEnd());
        }

        return files;
    }

    /// <exception cref="FormatException">A key stands in both, or one is no object.</exception>
    public static string Join(string name, string file, string added)
    {
        try
        {
            var joined = JsonNode.Parse(file)!.AsObject();
            foreach (var (key, text) in JsonNode.Parse(added)!.AsObject())
            {
                joined.Add(key, text?.DeepClone());
            }

            return joined.ToJsonString();
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException($"{name} of a module cannot be added: {problem.Message}", problem);
        }
    }
}
