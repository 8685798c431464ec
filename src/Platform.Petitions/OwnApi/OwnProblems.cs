using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Pages;
using Platform.Core.Text;
using Platform.Petitions.Api;

namespace Platform.Petitions.OwnApi;

/// <summary>What is wrong with what was sent: the words of the desk's and signers' forms, by field.</summary>
internal static class OwnProblems
{
    public static ObjectResult Of(ModelStateDictionary state, Localiser texts) => new(new ValidationProblemDetails(state
        .Where(field => field.Value!.Errors.Count > 0)
        .ToDictionary(field => Named(field.Key), field => field.Value!.Errors.Select(e => ErrorText.For(e, texts)).ToArray()))
    {
        Status = StatusCodes.Status422UnprocessableEntity,
        Title = "What was sent cannot stay as it is.",
    })
    {
        StatusCode = StatusCodes.Status422UnprocessableEntity,
        ContentTypes = { ApiProblem.ContentType },
    };

    /// <summary>Fields have the names they were sent by.</summary>
    private static string Named(string field) => field.StartsWith("People", StringComparison.Ordinal)
        ? "decisionMakers" + field["People".Length..].Replace(".Office", ".office", StringComparison.Ordinal).Replace(".Name", ".name", StringComparison.Ordinal).Replace(".Place", ".place", StringComparison.Ordinal)
        : field.Length == 0 ? field : char.ToLowerInvariant(field[0]) + field[1..];
}
