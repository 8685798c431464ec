using Platform.Core.Modules;

namespace Platform.Web.Startup;

public enum StartCommand
{
    Serve,
    DemoReset,
    MakeAdmin,
    Recount,
}

/// <summary>What the command line asked for; everything else goes to the host's configuration.</summary>
public sealed record StartOptions(StartCommand Command, HostRole Role, string? Email, string? Campaign, string[] HostArguments, string? Problem)
{
    public const string Usage = "Usage: [--role web|worker] [demo reset] [admin EMAIL] [recount [ORGANISATION/CAMPAIGN]] [--Setting:Name=value …]";

    public static StartOptions Parse(string[] args)
    {
        var (command, role) = (StartCommand.Serve, HostRole.Both);
        string? email = null, campaign = null;
        var rest = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i..])
            {
                case ["demo", "reset", ..]:
                    command = StartCommand.DemoReset;
                    i++;
                    break;
                case ["admin", var address, ..] when address.Contains('@', StringComparison.Ordinal):
                    (command, email) = (StartCommand.MakeAdmin, address);
                    i++;
                    break;
                case ["recount", .. var which]:
                    command = StartCommand.Recount;
                    if (which is [var path, ..] && path.Contains('/', StringComparison.Ordinal))
                    {
                        campaign = path;
                        i++;
                    }

                    break;
                case ["--role", "web" or "worker", ..]:
                    role = args[++i] == "web" ? HostRole.Web : HostRole.Worker;
                    break;
                case ["--role", ..]:
                    return new(command, role, email, campaign, [], $"A role is web or worker. {Usage}");
                case [['-', ..], ..] or [['/', ..], ..]:
                    rest.Add(args[i]);
                    if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length && !args[i + 1].StartsWith('-'))
                    {
                        rest.Add(args[++i]);
                    }

                    break;
                default:
                    return new(command, role, email, campaign, [], $"Unknown argument '{args[i]}'. {Usage}");
            }
        }

        return new(command, role, email, campaign, [.. rest], null);
    }
}
