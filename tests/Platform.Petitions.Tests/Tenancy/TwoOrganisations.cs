using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Tenancy;

/// <summary>Two organisations on one platform, each with at least one row of everything an organisation can own.</summary>
public sealed class TwoOrganisations : TestHost
{
    public Stage Mine { get; private set; } = null!;

    public Stage Theirs { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Mine, Theirs) = (await Stage.SetAsync(this), await Stage.SetAsync(this));
        foreach (var stage in (Stage[])[Mine, Theirs])
        {
            await new RowMaker(this, stage).MakeMissingAsync();
        }
    }
}
