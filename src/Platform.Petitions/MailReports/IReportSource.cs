using MimeKit;

namespace Platform.Petitions.MailReports;

/// <summary>Where reports arrive by themselves.</summary>
public interface IReportSource
{
    /// <summary>Hands over each message that lies there, some hundreds at most, and removes it once it was taken: at least once, never not at all.</summary>
    Task ReadAsync(Func<MimeMessage, Task> take, CancellationToken ct);
}
