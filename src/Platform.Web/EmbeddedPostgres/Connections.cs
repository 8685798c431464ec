using Npgsql;

namespace Platform.Web.EmbeddedPostgres;

internal static class Connections
{
    // Unpooled: an idle session would keep others from copying the database it is in.
    public static string Admin(StateFile state) => Build(state, "postgres", Cluster.Admin, state.AdminPassword, pooled: false);

    public static string Of(StateFile state, string database, string role) => role switch
    {
        Roles.Owner => Build(state, database, role, state.OwnerPassword, pooled: true),
        Roles.App => Build(state, database, role, state.AppPassword, pooled: true),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, $"The roles are {Roles.Owner} and {Roles.App}."),
    };

    private static string Build(StateFile state, string database, string role, string password, bool pooled) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = state.Port,
            Database = database,
            Username = role,
            Password = password,
            Pooling = pooled,
            Timeout = 5,
        }.ConnectionString;
}
