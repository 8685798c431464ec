using Xunit;

namespace Platform.Web.Tests.Rules;

/// <summary>Says a house rule to whoever broke it.</summary>
internal static class Rule
{
    /// <param name="advice">What to do.</param>
    public static void Holds(string advice, IEnumerable<string> offenders)
    {
        var found = offenders.ToList();
        Assert.True(found.Count == 0, $"{advice}\n  {string.Join("\n  ", found)}");
    }
}
