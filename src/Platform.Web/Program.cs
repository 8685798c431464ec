using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Platform.Web;
using Platform.Web.Demo;
using Platform.Web.Startup;

var start = StartOptions.Parse(args);
if (start.Problem is { } problem)
{
    return StartException.Say(problem);
}

try
{
    var builder = WebApplication.CreateBuilder(start.HostArguments);
    StartChecks.Settings(builder.Environment, builder.Configuration);
    await using var database = await DatabaseStart.PrepareAsync(builder, start);
    if (start.Command == StartCommand.DemoReset)
    {
        return 0;
    }

    StartChecks.Secret(builder.Configuration);
    Modules.AddPlatform(builder, start.Role);
    var app = builder.Build();
    await StartChecks.RunAsync(app);
    if (start.Command == StartCommand.MakeAdmin)
    {
        return await FirstAdmin.MakeAsync(app, start.Email!);
    }

    if (start.Command == StartCommand.Recount)
    {
        return await RecountCommand.RunAsync(app, start.Campaign);
    }

    Pipeline.Use(app);
    Modules.Map(app);
    await DemoContent.SeedAsync(app);
    await app.StartAsync();
    await Greeting.PrintAsync(app, database);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (StartException failure)
{
    return StartException.Say(failure.Message);
}
catch (IOException busy) when (busy.InnerException is AddressInUseException)
{
    return StartException.Say(busy.Message);
}
catch (OptionsValidationException wrong)
{
    return StartException.Say(string.Join(Environment.NewLine, wrong.Failures));
}
