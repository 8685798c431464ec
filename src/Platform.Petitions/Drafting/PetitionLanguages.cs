using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Core.Text;

namespace Platform.Petitions.Drafting;

/// <summary>Languages a petition can be written in: those the platform speaks, so that page and mails around it are understood.</summary>
public static class PetitionLanguages
{
    private static readonly Lazy<IReadOnlyList<Language>> All = new(() => Catalogue.Load().Languages);

    public static bool IsKnown(string? code) => All.Value.Any(l => l.Code == code);

    public static string NameOf(string code) => All.Value.FirstOrDefault(l => l.Code == code)?.NativeName ?? code;

    public static string DirectionOf(string code) => All.Value.FirstOrDefault(l => l.Code == code)?.Direction ?? "auto";

    public static IEnumerable<SelectListItem> Options(IEnumerable<string>? without = null) =>
        All.Value.Where(l => without?.Contains(l.Code) != true).Select(l => new SelectListItem(l.NativeName, l.Code));
}
