using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Core.Tenancy;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Organisations;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.Tenancy;

/// <summary>
/// Puts a row into each table of an organisation that has none, with whatever its columns take, so that a new table is walked without
/// anybody remembering it. Past the locks, as nobody else can: on the engine's connection and not through the model.
/// </summary>
internal sealed class RowMaker(TestHost host, Stage stage)
{
    private readonly Dictionary<Type, Guid> made = [];

    public Task MakeMissingAsync() => host.InScopeAsync(null, async services =>
    {
        var model = services.GetRequiredService<PetitionsDb>().Model;
        await using var connection = await services.GetRequiredService<EngineDataSource>().OpenAsync(CancellationToken.None);
        // What other rows hang on comes first.
        foreach (var type in Owned.Types.OrderBy(type => model.FindEntityType(type)!.GetForeignKeys().Count(key => key.PrincipalEntityType.ClrType.IsAssignableTo(typeof(ITenantOwned)))))
        {
            await using var count = new NpgsqlCommand($"select count(*) from {Owned.TableOf(model, type)} where tenant_id = $1", connection) { Parameters = { new() { Value = stage.Organisation.Id } } };
            if ((long)(await count.ExecuteScalarAsync())! == 0)
            {
                await MakeAsync(model.FindEntityType(type)!, connection);
            }
        }

        return true;
    });

    private async Task MakeAsync(IEntityType type, NpgsqlConnection connection)
    {
        var values = type.GetProperties().Where(IsNeeded).ToDictionary(p => p.GetColumnName(), p => ValueOf(type, p));
        await using var insert = new NpgsqlCommand(
            $"insert into {Owned.TableOf(type.Model, type.ClrType)} ({string.Join(", ", values.Keys)}) values ({string.Join(", ", values.Keys.Select((_, i) => $"${i + 1}"))})", connection);
        foreach (var value in values.Values)
        {
            insert.Parameters.Add(new() { Value = value });
        }

        try
        {
            await insert.ExecuteNonQueryAsync();
            if (values.TryGetValue("id", out var id) && id is Guid key)
            {
                made[type.ClrType] = key;
            }
        }
        catch (PostgresException refused)
        {
            throw new InvalidOperationException($"No row of {type.ClrType.Name} could be made ({refused.MessageText}). Teach RowMaker what its columns take, or give the stage one.", refused);
        }
    }

    private static bool IsNeeded(IProperty property) =>
        !property.IsNullable && property.GetDefaultValueSql() is null && property.GetColumnName() != "xmin" && !property.ValueGenerated.HasFlag(ValueGenerated.OnUpdate)
        && (property.ClrType == typeof(Guid) || property.ValueGenerated == ValueGenerated.Never || !property.IsPrimaryKey());

    private object ValueOf(IEntityType type, IProperty property)
    {
        if (property.Name == nameof(ITenantOwned.TenantId))
        {
            return stage.Organisation.Id;
        }

        var key = type.GetForeignKeys().FirstOrDefault(k => k.Properties.Contains(property));
        return key?.PrincipalEntityType.ClrType switch
        {
            { } principal when principal == typeof(Campaign) => stage.Campaign.Id,
            { } principal when principal == typeof(Organisation) => stage.Organisation.Id,
            { } principal when principal == typeof(User) => stage.Organiser.Id,
            { } principal when made.TryGetValue(principal, out var there) => there,
            null => Any(property),
            { } principal => throw new InvalidOperationException($"{type.ClrType.Name} hangs on {principal.Name}: teach RowMaker where to find one."),
        };
    }

    private static object Any(IProperty property)
    {
        var stored = property.GetValueConverter()?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return (stored.IsEnum ? Enum.GetUnderlyingType(stored) : stored) switch
        {
            { } t when t == typeof(string) => "x",
            { } t when t == typeof(Guid) => Guid.NewGuid(),
            { } t when t == typeof(byte[]) => RandomNumberGenerator.GetBytes(32),
            { } t when t == typeof(bool) => false,
            { } t when t == typeof(DateTimeOffset) => TimeProvider.System.GetUtcNow(),
            { } t when t == typeof(DateOnly) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date),
            { } t when t == typeof(System.Net.IPAddress) => System.Net.IPAddress.Loopback,
            { IsPrimitive: true } t => Convert.ChangeType(1, t, System.Globalization.CultureInfo.InvariantCulture),
            { } t => throw new InvalidOperationException($"{property.DeclaringType.Name}.{property.Name} is a {t.Name}: teach RowMaker one."),
        };
    }
}
