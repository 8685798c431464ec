namespace Platform.Core.Modules;

/// <summary>Something a module puts into another module's page.</summary>
public interface IPagePart
{
    /// <returns>Null when there is nothing to show there.</returns>
    Task<PartView?> ShowAsync(SlotPlace place, CancellationToken ct);
}

/// <summary>Where on the site the slot is. The organisation is the scope's.</summary>
/// <param name="Campaign">Null where the page is not about one.</param>
public sealed record SlotPlace(Guid? Campaign);

/// <param name="View">Path of a view of the module's own, for example <c>/Giving/_Link.cshtml</c>.</param>
public sealed record PartView(string View, object Model);
