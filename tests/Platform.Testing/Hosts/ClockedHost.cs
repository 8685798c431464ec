namespace Platform.Testing.Hosts;

/// <summary>A host whose jobs start by the clock, as they do in real life.</summary>
public sealed class ClockedHost : TestHost
{
    public override bool ByTheClock => true;
}
