using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using Platform.Petitions.Database;
using Platform.Petitions.Pictures;

namespace Platform.Web.Errors;

/// <summary>Where every failure ends: sorted once into what the sender did wrong, what is away for a moment, and bugs.</summary>
internal static class ErrorPages
{
    public const string Route = "/error/{0}";

    /// <summary>New for each host: the framework keeps the host's own pipeline in it, and one that was disposed answers no error page.</summary>
    public static ExceptionHandlerOptions Options => new()
    {
        ExceptionHandlingPath = "/error/500",
        StatusCodeSelector = StatusOf,
        SuppressDiagnosticsCallback = context => StatusOf(context.Exception) < 500,
    };

    public static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException or IOException { InnerException: null } => StatusCodes.Status400BadRequest,
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => StatusCodes.Status400BadRequest,
        BlobsAwayException => StatusCodes.Status503ServiceUnavailable,
        _ when exception.IsDatabaseOutage() => StatusCodes.Status503ServiceUnavailable,
        { InnerException: { } inner } when StatusOf(inner) != StatusCodes.Status500InternalServerError => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };
}
