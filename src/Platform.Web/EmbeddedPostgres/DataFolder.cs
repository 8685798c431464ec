namespace Platform.Web.EmbeddedPostgres;

/// <summary>The one folder outside the checkout for everything the running product keeps.</summary>
public static class DataFolder
{
    // As root PostgreSQL runs as another user, who cannot enter root's home.
    public static string Default { get; } = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
        ? "/var/lib/undersigned"
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "undersigned");
}
