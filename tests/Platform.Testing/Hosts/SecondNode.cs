namespace Platform.Testing.Hosts;

/// <summary>One more host of the same platform: same database, same files, same mailbox.</summary>
public class SecondNode(TestHost first) : TestHost
{
    public override bool ByTheClock => first.ByTheClock;

    protected override Dictionary<string, string?> Settings => new() { ["EmbeddedPostgres:DataFolder"] = first.Folder };

    public override ValueTask InitializeAsync()
    {
        Database = first.Database;
        Open();
        return ValueTask.CompletedTask;
    }
}
