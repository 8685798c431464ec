using Platform.Petitions.Campaigns;

namespace Platform.Petitions.ShareTexts;

/// <summary>Whose turn it is among the texts that are offered. None of it asks who is looking.</summary>
public static class ShareTurn
{
    /// <summary>For pages that are the same for everybody: each copy of the page draws its own, so that no rhythm of making copies favours one.</summary>
    public static ShareText? ByLot(IReadOnlyList<ShareText> texts) => texts.Count == 0 ? null : texts[Random.Shared.Next(texts.Count)];

    /// <summary>For somebody who has just confirmed. Numbers have no gap, so everybody's turn is known afterwards without being written down.</summary>
    public static ShareText? Of(IReadOnlyList<ShareText> texts, long number) => texts.Count == 0 ? null : texts[(int)(number % texts.Count)];
}
