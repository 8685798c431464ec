using System.Globalization;
using System.Text;

namespace Platform.Testing.Smtp;

/// <summary>One client, from greeting to goodbye.</summary>
internal sealed class SmtpConversation(ScriptedSmtp server, int number, Stream stream) : IDisposable
{
    private readonly StreamReader reader = new(stream, Encoding.Latin1);
    private readonly List<string> recipients = [];
    private string sender = "";

    public async Task RunAsync(CancellationToken ct)
    {
        var goesOn = await AnswerAsync(SmtpStage.Greeting, 220, "scripted.test ESMTP", ct);
        while (goesOn && await reader.ReadLineAsync(ct) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            goesOn = verb switch
            {
                "EHLO" or "HELO" => await AnswerAsync(SmtpStage.Hello, 250, Hello(), ct),
                "AUTH" => await AnswerAsync(SmtpStage.Login, 235, "welcome", ct),
                "MAIL" => await MailAsync(line, ct),
                "RCPT" => await RecipientAsync(Address(line), ct),
                "DATA" => await DataAsync(ct),
                "RSET" => await ResetAsync(ct),
                "NOOP" => await AnswerAsync(SmtpStage.Noop, 250, "here", ct),
                "QUIT" => await AnswerAsync(SmtpStage.Quit, 221, "bye", ct) && false,
                _ => await WriteAsync(502, "not understood", ct),
            };
        }
    }

    public void Dispose() => reader.Dispose();

    private string Hello() => string.Join('\n', server.Capabilities.Prepend("scripted.test"));

    private async Task<bool> MailAsync(string line, CancellationToken ct)
    {
        sender = Address(line);
        recipients.Clear();
        return await AnswerAsync(SmtpStage.Sender, 250, "sender ok", ct);
    }

    private async Task<bool> RecipientAsync(string address, CancellationToken ct)
    {
        var act = server.Act(SmtpStage.Recipient, address);
        if (act is null or SmtpAct.ReplyAct { Code: < 300 })
        {
            recipients.Add(address);
        }

        return await DoAsync(act, 250, "recipient ok", ct);
    }

    private async Task<bool> DataAsync(CancellationToken ct)
    {
        var act = server.Act(SmtpStage.Data);
        if (act is not null)
        {
            return await DoAsync(act, 354, "", ct);
        }

        await WriteAsync(354, "go on", ct);
        var source = new StringBuilder();
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line == ".")
            {
                server.Take(new ScriptedMail(number, sender, [.. recipients], source.ToString()));
                return await AnswerAsync(SmtpStage.EndOfData, 250, "taken", ct);
            }

            source.Append(line.StartsWith('.') ? line.AsSpan(1) : line).Append("\r\n");
        }

        return false;
    }

    private Task<bool> ResetAsync(CancellationToken ct)
    {
        recipients.Clear();
        return WriteAsync(250, "forgotten", ct);
    }

    private Task<bool> AnswerAsync(SmtpStage stage, int code, string text, CancellationToken ct) =>
        DoAsync(server.Act(stage, recipients.FirstOrDefault()), code, text, ct);

    private async Task<bool> DoAsync(SmtpAct? act, int code, string text, CancellationToken ct)
    {
        switch (act)
        {
            case SmtpAct.HangAct:
                await Task.Delay(Timeout.Infinite, ct);
                return false;
            case SmtpAct.CutAct:
                return false;
            case SmtpAct.ReplyAct reply:
                return await WriteAsync(reply.Code, reply.Text, ct) && reply.Code != 421;
            default:
                return await WriteAsync(code, text, ct);
        }
    }

    private async Task<bool> WriteAsync(int code, string text, CancellationToken ct)
    {
        var lines = text.Split('\n');
        var answer = string.Concat(lines.Select((line, index) =>
            string.Create(CultureInfo.InvariantCulture, $"{code}{(index == lines.Length - 1 ? ' ' : '-')}{line}\r\n")));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), ct);
        return true;
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}
