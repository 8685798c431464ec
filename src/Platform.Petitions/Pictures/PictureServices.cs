using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Pictures;

internal static class PictureServices
{
    public static void AddPictures(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Blobs").Get<BlobOptions>() ?? new BlobOptions();
        services.AddSingleton<IBlobStore>(options.S3 is { } store ? new S3Blobs(store) : new FileBlobs(options.Folder ?? Path.Combine(DataFolder(configuration), "blobs")));
        services.AddSingleton<PictureFiles>().AddSingleton<Uploads>().AddScoped<StorePicture>();
    }

    /// <summary>The embedded database's, else the user's own.</summary>
    private static string DataFolder(IConfiguration configuration) => configuration["EmbeddedPostgres:DataFolder"]
        ?? (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? "/var/lib/undersigned"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "undersigned"));
}
