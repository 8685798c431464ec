namespace Platform.Donations.Reconciliation;

/// <summary>Section <c>Donations:Reconciliation</c>.</summary>
public sealed record ReconciliationOptions
{
    /// <summary>What is younger is not compared yet: news of it may be on its way.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How far each comparison looks back.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(40);
}
