namespace Platform.Core.Jobs;

/// <summary>Served in alphabetical order: what people wait for comes first.</summary>
public static class JobQueues
{
    public const string Urgent = "a-urgent";
    public const string Default = "b-default";
    public const string Slow = "c-slow";

    public static readonly string[] All = [Urgent, Default, Slow];
}
