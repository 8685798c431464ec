using System.Reflection;

namespace Platform.Web.Tests.Rules;

/// <summary>The source these tests were built from, and what it was built into.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>Our own assemblies as they ship: hosts, modules, core and migrations, without the tests.</summary>
    public static IReadOnlyList<Assembly> Product { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "Platform.*.dll")
            .Select(Path.GetFileNameWithoutExtension)
            .Where(name => File.Exists(Path.Combine(Root, "src", name!, name + ".csproj")) || File.Exists(Path.Combine(Root, "migrations", name!, name + ".csproj")))
            .Select(name => Assembly.Load(name!)),
    ];

    /// <summary>Files that people write, by their path in the checkout.</summary>
    /// <param name="endings">With the dot, for example <c>.cs</c>.</param>
    public static IReadOnlyList<string> Files(params string[] endings) =>
    [
        .. new[] { "src", "tests", "migrations", "deploy" }.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => endings.Contains(Path.GetExtension(file)) && !IsMade(file)).Order(StringComparer.Ordinal),
    ];

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    /// <summary>Written by a tool: build output, and what <c>dotnet ef</c> makes.</summary>
    private static bool IsMade(string file) =>
        file.Contains("/bin/", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/Migrations/", StringComparison.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below a checkout: no Platform.sln above it.");
    }
}
