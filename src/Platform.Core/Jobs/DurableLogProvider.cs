using Hangfire.Logging;

namespace Platform.Core.Jobs;

/// <summary>
/// Hangfire keeps its log provider in a static. One bound to a host's logger throws after that host is disposed (several hosts share
/// a process in tests), and the job that was just fetched then sleeps for the whole invisibility time. This one outlives every host.
/// </summary>
internal sealed class DurableLogProvider : ILogProvider
{
    public ILog GetLogger(string name) => new Log(name);

    private sealed class Log(string name) : ILog
    {
        bool ILog.Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception)
        {
            if (logLevel < LogLevel.Warn)
            {
                return false;
            }

            if (messageFunc is not null)
            {
                Console.Error.WriteLine($"{logLevel} {name}: {messageFunc()} {exception?.Message}".TrimEnd());
            }

            return true;
        }
    }
}
