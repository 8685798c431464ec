using System.ComponentModel.DataAnnotations;
using Platform.Core.Access;

namespace Platform.Petitions.ApiKeys;

public sealed class KeyForm
{
    [StringLength(80)]
    public string? Name { get; set; }

    public bool ReadSignatures { get; set; }

    public bool WriteDrafts { get; set; }

    public bool Sign { get; set; }

    internal KeyScope Scopes =>
        (ReadSignatures ? KeyScope.ReadSignatures : 0) | (WriteDrafts ? KeyScope.WriteDrafts : 0) | (Sign ? KeyScope.Sign : 0);
}
