using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>An error object as Stripe answers it. Thrown inside the fake only; the caller sees status and body.</summary>
public sealed class FakeException(int status, string type, string message, string? code = null, string? param = null) : Exception(message)
{
    public string? Code => code;

    public string? Param => param;

    public static FakeException Unknown(string param) => Invalid($"Received unknown parameter: {param}", "parameter_unknown", param);

    public static FakeException Missing(string param) => Invalid($"Missing required param: {param}.", "parameter_missing", param);

    public static FakeException Empty(string param) =>
        Invalid($"You passed an empty string for '{param}'. We assume empty values are an attempt to unset a parameter; however '{param}' cannot be unset.", "parameter_invalid_empty", param);

    public static FakeException NoSuch(string kind, string id, string param = "id") => new(404, "invalid_request_error", $"No such {kind}: '{id}'", "resource_missing", param);

    public static FakeException Invalid(string message, string? code = null, string? param = null) => new(400, "invalid_request_error", message, code, param);

    public FakeAnswer ToAnswer()
    {
        var error = new JsonObject { ["message"] = Message, ["type"] = type };
        if (code is not null)
        {
            error["code"] = code;
            error["doc_url"] = $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}";
        }

        if (param is not null)
        {
            error["param"] = param;
        }

        return new FakeAnswer(status, new JsonObject { ["error"] = error }.ToJsonString());
    }
}
