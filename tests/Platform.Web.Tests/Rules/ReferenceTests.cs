using System.Xml.Linq;
using Xunit;

namespace Platform.Web.Tests.Rules;

/// <summary>A project exists to forbid a reference.</summary>
public sealed class ReferenceTests
{
    private static readonly IReadOnlyList<Project> Projects =
        [.. Directory.EnumerateFiles(Checkout.Root, "*.csproj", SearchOption.AllDirectories).Select(Project.Read)];

    [Fact]
    public void Money_and_signing_know_nothing_of_each_other() => Rule.Holds(
        "Petitions and Donations stand side by side; what both need goes into Core, what a page shows of the other goes through a slot:",
        Projects.Where(p => p.Name is "Platform.Petitions" or "Platform.Donations")
            .SelectMany(p => p.References.Where(r => r is "Platform.Petitions" or "Platform.Donations").Select(r => $"{p.Name} references {r}")));

    [Fact]
    public void Only_Donations_knows_Stripe() => Rule.Holds(
        "Stripe.net belongs to Platform.Donations, its fake to the tests' kit:",
        Projects.Where(p => p.Name != "Platform.Donations" && p.References.Any(r => r.StartsWith("Stripe", StringComparison.OrdinalIgnoreCase))).Select(p => p.Name));

    [Fact]
    public void No_module_names_the_other_and_signing_has_no_word_of_money() => Rule.Holds(
        "Ask Core for it, or put it into a slot; what one module names of the other, a build without the other breaks on:",
        Said("src/Platform.Petitions/", "Platform.Donations", "Stripe", "/give", "donations.", "DONATIONS")
            .Concat(Said("src/Platform.Core/", "Platform.Donations", "Platform.Petitions", "Stripe", "DONATIONS"))
            .Concat(Said("src/Platform.Donations/", "Platform.Petitions", "petitions.", "InternalsVisibleTo(\"Platform.Petitions")));

    [Fact]
    public void Core_references_no_project() => Rule.Holds(
        "Core is what modules stand on; it cannot stand on one:",
        Projects.Single(p => p.Name == "Platform.Core").References.Where(r => r.StartsWith("Platform.", StringComparison.Ordinal)));

    [Fact]
    public void Core_owns_no_table_and_no_controller() => Rule.Holds(
        "Tables and pages belong to a module or to the host:",
        Checkout.Product.Single(a => a.GetName().Name == "Platform.Core").GetTypes()
            .Where(type => typeof(Microsoft.EntityFrameworkCore.DbContext).IsAssignableFrom(type) || typeof(Microsoft.AspNetCore.Mvc.ControllerBase).IsAssignableFrom(type))
            .Select(type => type.FullName!));

    [Fact]
    public void Every_version_is_stated_in_the_one_place() => Rule.Holds(
        "Versions stand in Directory.Packages.props:",
        Projects.Where(p => p.StatesVersion).Select(p => p.Name));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Checkout.Root, "Platform.sln"));
        Rule.Holds("Add it: dotnet sln add PROJECT", Projects.Where(p => !solution.Contains($"\"{p.Name}\"", StringComparison.Ordinal)).Select(p => p.Name));
    }

    private static IEnumerable<string> Said(string folder, params string[] words) =>
        Checkout.Files(".cs", ".cshtml", ".csproj").Where(file => file.StartsWith(folder, StringComparison.Ordinal))
            .SelectMany(file => Checkout.Lines(file).Where(line => words.Any(word => line.Contains(word, StringComparison.Ordinal))).Select(line => $"{file}: {line.Trim()}"));

    private sealed record Project(string Name, IReadOnlyList<string> References, bool StatesVersion)
    {
        public static Project Read(string file)
        {
            var items = XDocument.Load(file).Descendants().Where(e => e.Name.LocalName is "ProjectReference" or "PackageReference").ToList();
            return new(
                Path.GetFileNameWithoutExtension(file),
                [.. items.Select(i => i.Attribute("Include")!.Value).Select(i => i.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(i.Replace('\\', '/')) : i)],
                items.Any(i => i.Attribute("Version") is not null || i.Attribute("VersionOverride") is not null));
        }
    }
}
