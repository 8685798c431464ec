using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>Runs after all others of the project and by itself: what is killed and locked here, and how fast it comes back, shall be nobody else's doing.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class FaultsCollection
{
    public const string Name = "Faults";

    /// <summary>The trait of those that promise seconds: <c>tests/run</c> lets nothing else run beside them.</summary>
    public const string Needs = "needs";

    public const string WholeMachine = "whole-machine";
}
