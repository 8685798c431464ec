namespace Platform.Core.Access;

/// <summary>Answers also while the platform takes nothing: signing in, so that staff can switch it back, and the error pages.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorksReadOnlyAttribute : Attribute;
