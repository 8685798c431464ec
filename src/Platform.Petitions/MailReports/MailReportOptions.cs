using Platform.Core.Mail;

namespace Platform.Petitions.MailReports;

/// <summary>Section <c>MailReports</c>: how we hear what became of mails. Nothing is on by default.</summary>
public sealed record MailReportOptions
{
    private const int ShortestSecret = 24;

    /// <summary>Whoever posts to <c>/hooks/mail-reports</c> sends it as <c>Authorization: Bearer</c>; without one the address does not exist.</summary>
    public string? HookSecret { get; init; }

    /// <summary>A Maildir that a mail server on this machine delivers reports to.</summary>
    public string? Maildir { get; init; }

    /// <summary>A mailbox of its own, read by POP3. What was read is deleted there.</summary>
    public Pop3Options? Pop3 { get; init; }

    /// <exception cref="InvalidOperationException">The secret is too short to be one.</exception>
    public MailReportOptions Checked() => HookSecret is { Length: > 0 and < ShortestSecret }
        ? throw new InvalidOperationException($"MailReports:HookSecret needs {ShortestSecret} characters or more: openssl rand -base64 32")
        : this;
}

public sealed record Pop3Options
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 995;

    public MailSecurity Security { get; init; } = MailSecurity.Tls;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";
}
