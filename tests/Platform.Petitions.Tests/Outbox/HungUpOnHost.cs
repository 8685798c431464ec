namespace Platform.Petitions.Tests.Outbox;

/// <summary>A host that gives a mail up after some seconds, for tests whose server hangs: so many that no busy machine gives up a mail that does not.</summary>
public sealed class HungUpOnHost : SmtpHost
{
    protected override Dictionary<string, string?> More => new() { ["Mail:SendTimeout"] = "00:00:08" };
}
