using Platform.Migrations;

return await MigratorProgram.RunAsync(args);
