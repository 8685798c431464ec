using Npgsql;
using NpgsqlTypes;

namespace Platform.Petitions.Database;

/// <summary>Turns rows into one array parameter per column, for <c>unnest</c>.</summary>
internal readonly struct Columns<TRow>(NpgsqlParameterCollection parameters, IReadOnlyList<TRow> rows)
{
    public void Of<TValue>(string name, NpgsqlDbType type, Func<TRow, TValue> value)
    {
        var column = new TValue[rows.Count];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = value(rows[i]);
        }

        parameters.Add(new NpgsqlParameter<TValue[]>(name, NpgsqlDbType.Array | type) { TypedValue = column });
    }
}
