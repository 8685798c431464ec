namespace Platform.Benchmarks.Load;

/// <summary>What one variant did in one round.</summary>
/// <param name="Answers">Good answers.</param>
/// <param name="Bad">Anything else; a round with bad answers is no measurement and says so in the report.</param>
/// <param name="AppCpu">Processor time of the web process.</param>
/// <param name="PostgresCpu">Processor time of all of PostgreSQL's processes.</param>
/// <param name="P99">99 of 100 requests were answered within it.</param>
internal sealed record LoadResult(long Answers, long Bad, TimeSpan Took, TimeSpan AppCpu, TimeSpan PostgresCpu, TimeSpan P50, TimeSpan P99)
{
    public double Rate => Answers / Took.TotalSeconds;

    /// <summary>Microseconds of the web process for one answer.</summary>
    public double AppMicros => AppCpu.TotalMicroseconds / Math.Max(1, Answers);

    /// <summary>Microseconds of PostgreSQL for one answer.</summary>
    public double PostgresMicros => PostgresCpu.TotalMicroseconds / Math.Max(1, Answers);
}
