using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>Runs after all others and by itself: what is killed and locked here, and how fast it comes back, shall be nobody else's doing.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class FaultsCollection
{
    public const string Name = "Faults";
}
