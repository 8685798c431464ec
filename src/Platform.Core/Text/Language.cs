using System.Globalization;

namespace Platform.Core.Text;

/// <summary>A language the product speaks: one file in Languages. Code is the BCP 47 code (en, fr, fa).</summary>
public sealed record Language(string Code, string NativeName, bool RightToLeft)
{
    public string Direction => RightToLeft ? "rtl" : "ltr";

    /// <summary>
    /// For display only: fa brings the Persian calendar, so parsing and binding stay invariant. Digits and names of months differ within a language;
    /// its file may name the country whose are taken, so that they do not change with the system's own data.
    /// </summary>
    public CultureInfo Culture { get; init; } = CultureInfo.GetCultureInfo(Code);

    internal MessageSet Messages { get; init; } = MessageSet.Empty;

    // Two languages are the same when their code is; the messages are only carried along.
    public bool Equals(Language? other) => other is not null && Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}
