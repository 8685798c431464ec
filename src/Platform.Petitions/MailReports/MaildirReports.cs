using MimeKit;

namespace Platform.Petitions.MailReports;

/// <summary>A folder that a mail server delivers to, one file a message: new ones below <c>new</c>, those somebody looked at below <c>cur</c>.</summary>
internal sealed class MaildirReports(MailReportOptions options) : IReportSource
{
    private const int MostAtOnce = 500;

    public async Task ReadAsync(Func<MimeMessage, Task> take, CancellationToken ct)
    {
        if (options.Maildir is not { Length: > 0 } maildir)
        {
            return;
        }

        var files = ((string[])["new", "cur"]).Select(folder => Path.Combine(maildir, folder)).Where(System.IO.Directory.Exists)
            .SelectMany(folder => System.IO.Directory.EnumerateFiles(folder)).Order(StringComparer.Ordinal).Take(MostAtOnce).ToList();
        foreach (var file in files)
        {
            if (await LoadAsync(file, ct) is { } message)
            {
                using (message)
                {
                    await take(message);
                }
            }

            File.Delete(file);
        }
    }

    /// <returns>Null for what is no message at all.</returns>
    private static async Task<MimeMessage?> LoadAsync(string file, CancellationToken ct)
    {
        try
        {
            return await MimeMessage.LoadAsync(file, ct);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
