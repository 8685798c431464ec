using System.Text.RegularExpressions;
using MimeKit;

namespace Platform.Core.Mail;

/// <summary>The development mailbox: a folder of messages, the newest first.</summary>
public sealed partial class Mailbox(string folder)
{
    internal const string Extension = ".eml";

    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>At most <paramref name="count"/> mails, newest first; <paramref name="to"/> narrows to one recipient.</summary>
    public async Task<IReadOnlyList<MailboxMail>> ListAsync(int count = 200, string? to = null, CancellationToken ct = default)
    {
        var mails = new List<MailboxMail>();
        foreach (var id in Ids().OrderDescending(StringComparer.Ordinal))
        {
            if (mails.Count == count)
            {
                break;
            }

            if (await FindAsync(id, ct) is { } mail && (to is null || string.Equals(mail.To, to, StringComparison.OrdinalIgnoreCase)))
            {
                mails.Add(mail);
            }
        }

        return mails;
    }

    public async Task<MailboxMail?> FindAsync(string id, CancellationToken ct = default)
    {
        var file = Path.Combine(Folder, id + Extension);
        if (!Id().IsMatch(id) || !File.Exists(file))
        {
            return null;
        }

        try
        {
            using var message = await MimeMessage.LoadAsync(file, ct);
            return MailboxMail.Read(id, message);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public void Clear()
    {
        foreach (var id in Ids())
        {
            File.Delete(Path.Combine(Folder, id + Extension));
        }
    }

    /// <summary>Links in here open accounts: the folder is its owner's alone.</summary>
    internal void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private IEnumerable<string> Ids() => Directory.Exists(Folder)
        ? Directory.EnumerateFiles(Folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)).Where(id => Id().IsMatch(id))
        : [];

    [GeneratedRegex("^[0-9a-f]+(-[0-9a-f]+)*$")]
    private static partial Regex Id();
}
