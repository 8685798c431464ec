namespace Platform.Core.Mail;

/// <summary>Section "Mail". Without <see cref="Host"/> mails go to the development mailbox.</summary>
public sealed record MailOptions
{
    /// <summary>The platform's sender address; must be set when <see cref="Host"/> is.</summary>
    public string From { get; init; } = "undersigned@localhost";

    public string FromName { get; init; } = "Undersigned";

    /// <summary>Where servers return what they cannot deliver; each mail leaves with one of its own, <c>name+id@host</c>. Null returns it to <see cref="From"/>.</summary>
    public string? BounceAddress { get; init; }

    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>How many SMTP connections are open at most, per process.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>How many of <see cref="Connections"/> may carry mails to one recipient domain at once. Zero is half of them: a domain that hangs leaves the others theirs.</summary>
    public int ConnectionsPerDomain { get; init; }

    /// <summary>Mails a second to one recipient domain, per process; zero sets no pace.</summary>
    public int MailsPerSecondPerDomain { get; init; } = 200;

    /// <summary>Domains with limits of their own, as the large providers ask for them.</summary>
    public MailDomainLimit[] Domains { get; init; } = [];

    /// <summary>Connecting, TLS and login together.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>One whole mail from MAIL FROM to the answer after its last line; also the longest wait for a free connection.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A connection idle for longer is asked (NOOP) before it is trusted with a mail.</summary>
    public TimeSpan CheckAfterIdle { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A connection idle for longer is closed rather than asked; servers hang up after some minutes.</summary>
    public TimeSpan CloseAfterIdle { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>A connection this old is replaced, so that a server that moved is found again.</summary>
    public TimeSpan CloseAfterAge { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Many servers hang up after a number of mails; we leave first.</summary>
    public int MailsPerConnection { get; init; } = 500;

    public string? DkimDomain { get; init; }

    public string? DkimSelector { get; init; }

    /// <summary>PEM file with the private RSA key.</summary>
    public string? DkimKeyFile { get; init; }
}

/// <summary>Limits of one recipient domain; what is not set is as for all.</summary>
public sealed record MailDomainLimit
{
    public string Name { get; init; } = "";

    public int? Connections { get; init; }

    public int? MailsPerSecond { get; init; }
}

public enum MailSecurity
{
    /// <summary>TLS from the first byte (465).</summary>
    Tls,

    /// <summary>Must turn to TLS before anything is said (587).</summary>
    StartTls,

    /// <summary>TLS when the server offers it.</summary>
    Opportunistic,

    /// <summary>In the clear: a relay on this machine or inside one network; never together with a password elsewhere.</summary>
    None,
}
