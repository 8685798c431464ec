using System.Reflection;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Platform.Web.Tests.Rules;

/// <summary>A ban with a mistake in its signature forbids nothing, silently; and an overload that was forgotten is a way around.</summary>
public sealed class BannedSymbolsTests
{
    private static readonly IReadOnlyList<string[]> Lines =
        [.. Checkout.Lines("BannedSymbols.txt").Where(line => line.Length > 0).Select(line => line.Split(';', 2))];

    private static readonly (Type Type, string Name)[] Banned =
    [
        (typeof(DateTime), "Now"), (typeof(DateTime), "UtcNow"), (typeof(DateTime), "Today"),
        (typeof(DateTimeOffset), "Now"), (typeof(DateTimeOffset), "UtcNow"),
        (typeof(Task<>), "Result"), (typeof(Task), "Wait"), (typeof(Task), "WaitAll"), (typeof(Task), "WaitAny"),
        (typeof(EntityFrameworkQueryableExtensions), "IgnoreQueryFilters"),
        (typeof(RelationalQueryableExtensions), "FromSqlRaw"),
        (typeof(RelationalDatabaseFacadeExtensions), "ExecuteSqlRaw"),
        (typeof(RelationalDatabaseFacadeExtensions), "ExecuteSqlRawAsync"),
        (typeof(RelationalDatabaseFacadeExtensions), "SqlQueryRaw"),
        (typeof(IHtmlHelper), "Raw"),
    ];

    [Fact]
    public void Everything_the_house_bans_is_banned_with_all_its_overloads() => Rule.Holds(
        "Add these lines to BannedSymbols.txt, each with what to use instead:",
        Banned.SelectMany(b => b.Type.GetMember(b.Name).Select(SymbolName.Of)).Except(Lines.Select(line => line[0])));

    [Fact]
    public void Every_ban_names_something_that_exists()
    {
        var known = Banned.SelectMany(b => b.Type.GetMember(b.Name)).Select(SymbolName.Of).ToHashSet();
        Rule.Holds(
            "Nothing has this name, so nothing is banned by it. Correct it, or add its type and member to the list in this test:",
            Lines.Select(line => line[0]).Where(line => !known.Contains(line)));
    }

    [Fact]
    public void Every_ban_says_what_to_use_instead() => Assert.All(Lines, line => Assert.True(line.Length == 2 && line[1].Trim().Length > 0, line[0]));

    /// <summary>Names as the compiler writes them in documentation files.</summary>
    private static class SymbolName
    {
        public static string Of(MemberInfo member) => member switch
        {
            PropertyInfo property => $"P:{property.DeclaringType!.FullName}.{property.Name}",
            MethodInfo method => $"M:{method.DeclaringType!.FullName}.{method.Name}{Arity(method)}{Parameters(method)}",
            _ => throw new ArgumentOutOfRangeException(nameof(member), member, "Only properties and methods are banned so far."),
        };

        private static string Arity(MethodInfo method) => method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";

        private static string Parameters(MethodInfo method) =>
            method.GetParameters() is { Length: > 0 } parameters ? $"({string.Join(',', parameters.Select(p => Of(p.ParameterType)))})" : "";

        private static string Of(Type type) => type switch
        {
            { IsGenericMethodParameter: true } => $"``{type.GenericParameterPosition}",
            { IsArray: true } => Of(type.GetElementType()!) + "[]",
            { IsGenericType: true } => $"{type.Namespace}.{type.Name.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Of))}}}",
            _ => type.FullName!,
        };
    }
}
