namespace Platform.Web.EmbeddedPostgres;

internal static class Roles
{
    /// <summary>Owns the tables and migrates them.</summary>
    public const string Owner = "undersigned_owner";

    /// <summary>Reads and writes rows, cannot change tables and cannot pass row-level security.</summary>
    public const string App = "undersigned_app";
}
