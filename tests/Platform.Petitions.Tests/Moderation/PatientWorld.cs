namespace Platform.Petitions.Tests.Moderation;

/// <summary>Decisions can be taken back for ten minutes, so that no busy machine makes it too late.</summary>
public sealed class PatientWorld : StaffWorld
{
    protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Review:Undo"] = "00:10:00" };
}
