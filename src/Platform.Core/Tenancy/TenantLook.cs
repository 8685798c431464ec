namespace Platform.Core.Tenancy;

/// <summary>How an organisation's pages differ from the platform's own. Known with the organisation, so that no page has to ask for it.</summary>
/// <param name="Style">The rule with its colours, for the head of its pages; null where it has none of its own.</param>
public sealed record TenantLook(string Name, string? Style = null, TenantLogo? Logo = null);

/// <param name="Address">On every host of the platform.</param>
/// <param name="Tone">What it was drawn with: <c>dark</c> or <c>light</c> lines on nothing, or <c>full</c> where it brings its own ground.</param>
public sealed record TenantLogo(string Address, int Width, int Height, string Alt, string Tone);
