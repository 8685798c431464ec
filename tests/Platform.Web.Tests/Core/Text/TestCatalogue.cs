using System.Text.Json;
using Platform.Core.Text;

namespace Platform.Web.Tests.Core.Text;

internal static class TestCatalogue
{
    public static readonly Catalogue Real = Catalogue.Load();

    /// <summary>Languages with one message, "key".</summary>
    public static Catalogue Of(params (string Code, string Direction, string Message)[] languages) =>
        Catalogue.Read(languages.ToDictionary(
            language => language.Code + ".json",
            language => $$$"""
                {"$language":{"name":"{{{language.Code}}}","direction":"{{{language.Direction}}}"},"key":{{{JsonSerializer.Serialize(language.Message)}}}}
                """));

    public static Localiser In(string code) => new(Real) { Language = Real.Find(code)! };
}
