using System.Collections.Concurrent;

namespace Platform.Core.Mail;

/// <summary>At most <see cref="MailOptions.Connections"/> lines; the one used last is used next, so that spare ones grow old and go.</summary>
internal sealed class SmtpPool(MailOptions options, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim slots = new(options.Connections);
    private readonly ConcurrentStack<SmtpLine> idle = new();
    private int open;

    /// <summary>Other lines stand: a server that lets no further one in is busy, not away.</summary>
    public bool HasOthers => Volatile.Read(ref open) > 0;

    /// <summary>Null: all lines stayed busy for as long as one mail may take.</summary>
    public async Task<SmtpLine?> TakeAsync(bool mustBeNew, CancellationToken ct)
    {
        if (!await slots.WaitAsync(options.SendTimeout, ct))
        {
            return null;
        }

        try
        {
            return (mustBeNew ? null : await TakeIdleAsync(ct)) ?? await OpenAsync(ct);
        }
        catch
        {
            slots.Release();
            throw;
        }
    }

    public async Task GiveBackAsync(SmtpLine line, bool usable)
    {
        try
        {
            if (usable)
            {
                idle.Push(line);
            }
            else
            {
                await CloseAsync(line, politely: false);
            }
        }
        finally
        {
            slots.Release();
        }
    }

    public async Task CloseIdleAsync()
    {
        while (idle.TryPop(out var line))
        {
            await CloseAsync(line, politely: false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        var lines = new List<SmtpLine>();
        while (idle.TryPop(out var line))
        {
            lines.Add(line);
        }

        await Task.WhenAll(lines.Select(line => CloseAsync(line, politely: true)));
    }

    private async Task<SmtpLine?> TakeIdleAsync(CancellationToken ct)
    {
        while (idle.TryPop(out var line))
        {
            var alive = false;
            try
            {
                alive = await line.IsAliveAsync(ct);
            }
            finally
            {
                if (!alive)
                {
                    await CloseAsync(line, politely: true);
                }
            }

            if (alive)
            {
                return line;
            }
        }

        return null;
    }

    private async Task<SmtpLine> OpenAsync(CancellationToken ct)
    {
        var line = new SmtpLine(options, clock);
        try
        {
            await line.OpenAsync(ct);
            Interlocked.Increment(ref open);
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    private async Task CloseAsync(SmtpLine line, bool politely)
    {
        Interlocked.Decrement(ref open);
        await line.CloseAsync(politely);
    }
}
