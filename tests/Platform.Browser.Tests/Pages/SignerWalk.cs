using Platform.Browser.Tests.Browsing;

namespace Platform.Browser.Tests.Pages;

/// <summary>Somebody without an account.</summary>
public sealed class SignerWalk(Site site) : Walk(site);
