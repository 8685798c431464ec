namespace Platform.Petitions.Outbox;

/// <summary>In this order mails that are due are sent: no mailing holds up a confirmation.</summary>
public enum MailUrgency
{
    /// <summary>Somebody sits before a page and waits for it.</summary>
    AtOnce = 0,
    Soon = 1,

    /// <summary>Laid by the thousand; nobody waits.</summary>
    Bulk = 2,
}

internal static class MailUrgencies
{
    /// <summary>From the kind. The column is computed by it, so that no statement that lays a mail has to know; changing it takes a migration.</summary>
    public const string Sql =
        $"""
        case when kind in ('{MailKind.ConfirmSignature}', '{MailKind.AlreadySigned}', '{MailKind.MySignatures}', '{MailKind.ConfirmAccount}', '{MailKind.AccountExists}',
            '{MailKind.ResetPassword}', '{MailKind.ChangeAddress}') then 0
        when kind in ('{MailKind.ConfirmReminder}', '{MailKind.MilestoneForSigner}', '{MailKind.UpdateForSigner}', '{MailKind.OutcomeForSigner}') then 2 else 1 end
        """;
}
