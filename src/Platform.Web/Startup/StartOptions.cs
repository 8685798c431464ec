using Platform.Core.Modules;

namespace Platform.Web.Startup;

public enum StartCommand
{
    Serve,
    DemoReset,
    MakeAdmin,
}

/// <summary>What the command line asked for; everything else goes to the host's configuration.</summary>
public sealed record StartOptions(StartCommand Command, HostRole Role, string? Email, string[] HostArguments, string? Problem)
{
    public const string Usage = "Usage: [--role web|worker] [demo reset] [admin EMAIL] [--Setting:Name=value …]";

    public static StartOptions Parse(string[] args)
    {
        var (command, role) = (StartCommand.Serve, HostRole.Both);
        string? email = null;
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
                case ["--role", "web" or "worker", ..]:
                    role = args[++i] == "web" ? HostRole.Web : HostRole.Worker;
                    break;
                case ["--role", ..]:
                    return new(command, role, email, [], $"A role is web or worker. {Usage}");
                case [['-', ..], ..] or [['/', ..], ..]:
                    rest.Add(args[i]);
                    if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length && !args[i + 1].StartsWith('-'))
                    {
                        rest.Add(args[++i]);
                    }

                    break;
                default:
                    return new(command, role, email, [], $"Unknown argument '{args[i]}'. {Usage}");
            }
        }

        return new(command, role, email, [.. rest], null);
    }
}
