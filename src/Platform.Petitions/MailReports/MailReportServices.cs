using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.MailReports;

internal static class MailReportServices
{
    public static void AddMailReports(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection("MailReports").Get<MailReportOptions>() ?? new MailReportOptions()).Checked())
        .AddSingleton<ReportReader>().AddSingleton<TakeReport>()
        .AddSingleton<IReportSource, MaildirReports>().AddSingleton<IReportSource, Pop3Reports>();
}
