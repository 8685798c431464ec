namespace Platform.Core.Tenancy;

/// <summary>Declares that a controller reads over all organisations (directory, accounts, moderation). Everything else fails closed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AcrossTenantsAttribute : Attribute;
