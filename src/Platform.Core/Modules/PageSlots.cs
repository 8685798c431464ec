namespace Platform.Core.Modules;

/// <summary>All slots of the modules this host was made of, in the modules' order.</summary>
public sealed class PageSlots(IReadOnlyList<PageSlot> slots)
{
    public IEnumerable<Type> PartsOf(string name) => slots.Where(slot => slot.Name == name).Select(slot => slot.Part);
}
