using Microsoft.AspNetCore.Http.Features;

namespace Platform.Web;

/// <summary>How much anybody may send. Uploads raise the body limit on their own action.</summary>
internal static class RequestLimits
{
    public const long Body = 512 * 1024;

    public static void Apply(FormOptions form)
    {
        form.ValueCountLimit = 200;
        form.KeyLengthLimit = 200;
        form.ValueLengthLimit = 256 * 1024;
        form.MultipartHeadersCountLimit = 16;
        form.MultipartBodyLengthLimit = 20 * 1024 * 1024;
    }
}
