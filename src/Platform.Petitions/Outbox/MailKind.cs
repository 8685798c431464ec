namespace Platform.Petitions.Outbox;

/// <summary>The kinds of mail that SQL lays in the outbox, too; stored, so never renamed.</summary>
public static class MailKind
{
    public const string ConfirmSignature = "confirm-signature";
    public const string AlreadySigned = "already-signed";
    public const string SignatureConfirmed = "signature-confirmed";
    public const string ConfirmReminder = "confirm-reminder";
    public const string MilestoneForOrganiser = "milestone-organiser";
    public const string MilestoneForSigner = "milestone-signer";
    public const string UpdateForSigner = "update-signer";
    public const string OutcomeForSigner = "outcome-signer";
    public const string MySignatures = "my-signatures";
    public const string CampaignMoved = "campaign-moved";

    /// <summary>Staff changed the wording, or decided about a correction.</summary>
    public const string CampaignEdited = "campaign-edited";
    public const string CampaignHandedOver = "campaign-handed-over";
    public const string CoSponsorJoined = "co-sponsor-joined";
    public const string ConfirmAccount = "confirm-account";
    public const string AccountExists = "account-exists";
    public const string ResetPassword = "reset-password";
    public const string ChangeAddress = "change-address";
    public const string AddressChanged = "address-changed";
    public const string Invitation = "invitation";
    public const string HotSenders = "hot-senders";
    public const string ContactMessage = "contact-message";
    public const string MailLate = "mail-late";
    public const string MailLateOver = "mail-late-over";

    public const string WebhookDisabled = "webhook-disabled";

    /// <summary>PostgreSQL channel that wakes the pump.</summary>
    public const string Channel = "undersigned_outbox";
}
