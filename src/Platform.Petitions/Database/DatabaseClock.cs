using Microsoft.EntityFrameworkCore;

namespace Platform.Petitions.Database;

/// <summary>The one clock that counts, closes and expires: the database's, the same for every node.</summary>
public sealed class DatabaseClock(PetitionsDb db)
{
    public async Task<DateTimeOffset> NowAsync(CancellationToken ct) =>
        await db.Database.SqlQuery<DateTimeOffset>($"""select now() as "Value" """).SingleAsync(ct);
}
