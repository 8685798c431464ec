namespace Platform.Petitions.Moderation;

/// <summary>What was just decided or why not; with the sealed ticket while it can be taken back.</summary>
public sealed record DeskNotice(string Text, bool IsProblem = false, string? Undo = null, int UndoSeconds = 0, bool FromQueue = false);

/// <summary>The queue with at most one campaign open beside it.</summary>
public sealed record QueueView(QueuePage Page, CampaignFile? Open, DecisionForm Form, DeskNotice? Notice = null)
{
    /// <summary>The one to look at next: after the open one, else the oldest.</summary>
    public QueueItem? Next => Open is null
        ? Page.Items is [var oldest, ..] ? oldest : null
        : Page.Items.SkipWhile(i => i.Id != Open.Campaign.Id).Skip(1).FirstOrDefault();
}

/// <summary>One campaign's page among staff.</summary>
public sealed record CampaignFileView(CampaignFile File, DecisionForm Form, DeskNotice? Notice = null);
