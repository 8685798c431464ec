namespace Platform.Core.Text;

/// <summary>A country by its ISO 3166 alpha-2 code, with its name in the language it was asked for.</summary>
public sealed record Country(string Code, string Name);
