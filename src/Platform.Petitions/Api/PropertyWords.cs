using System.Collections.Frozen;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Platform.Petitions.Api;

/// <summary>
/// What each property of the API means. One place, because the same word means the same in every answer; where it does not, the table names the
/// schema as well. A test finds what is missing here and what nobody has any more.
/// </summary>
internal sealed class PropertyWords : IOpenApiDocumentTransformer
{
    internal static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        // Everywhere
        ["id"] = "Stays the same for ever.",
        ["reference"] = "The number people know the petition by.",
        ["url"] = "Its page.",
        ["title"] = "One line, plain text.",
        ["demand"] = "What is asked for, plain text.",
        ["language"] = "Of the words beside it (two letters).",
        ["state"] = "What its page is now; further ones may come.",
        ["organisation"] = "Who runs it.",
        ["decisionMakers"] = "Who is asked, the first first; null for nobody yet.",
        ["topic"] = "A code from the facets; null for none.",
        ["country"] = "The country it is about (ISO 3166, two letters); null for none in particular.",
        ["goal"] = "The next goal: always above the count.",
        ["count"] = "Confirmed signatures.",
        ["publishedAt"] = "When it first became public.",
        ["name"] = "As people read it.",
        ["place"] = "Where they are; null where it is not said.",
        ["items"] = "The entries of this part.",
        ["links"] = "Where the other parts are.",
        ["postcode"] = "As it was typed; kept only where the petition asks for it.",
        ["reason"] = "Why they sign, plain text.",
        ["asksPostcode"] = "The form asks for a postcode.",
        ["publicNames"] = "Signers may choose to be shown by name.",
        ["eligibility"] = "What a signer has to be able to say, in the original language; null asks nothing.",
        ["closesOn"] = "Last day of signing, in the time zone beside it.",
        ["opensOn"] = "First day of signing; null for at once.",
        ["timeZone"] = "IANA name, for example America/Toronto.",
        ["number"] = "The signer's number: unique in the petition, never given again.",

        ["CampaignItem.originalLanguage"] = "In which it was written (two letters).",
        ["CampaignItem.languages"] = "In which it can be read, the original first.",
        ["CampaignItem.body"] = "Why, as safe HTML.",
        ["CampaignItem.links"] = "Further reading that the organiser chose.",
        ["CampaignItem.picture"] = "Null without one.",
        ["CampaignItem.signatures"] = "Null where the page shows no count.",
        ["CampaignItem.opensAt"] = "When signing begins; null once it is over.",
        ["CampaignItem.closesAt"] = "Last instant of signing; null once it is over.",
        ["CampaignItem.closedAt"] = "When signing ended.",
        ["CampaignItem.closedBecause"] = "Time, or what its organiser said.",
        ["CampaignItem.outcome"] = "What came of it, once its organiser has said so.",
        ["CampaignItem.outcomeWords"] = "The organiser's words on that.",
        ["CampaignItem.explanation"] = "Why it was closed early or not accepted.",
        ["CampaignItem.rejectionReason"] = "The platform's wording of why it was not accepted.",
        ["CampaignSummary.closesAt"] = "Last instant of signing; only while it is open.",
        ["CampaignSummary.picture"] = "A small picture; null without one.",
        ["CampaignList.total"] = "Petitions over all parts.",
        ["CampaignList.corrected"] = "The words that were searched for instead of mistyped ones.",
        ["CampaignList.facets"] = "How to narrow the list; null where petitions were asked for by their ids.",
        ["CampaignFacets.state"] = "Open or closed.",
        ["CampaignFacets.topic"] = "Topics of the list.",
        ["CampaignFacets.country"] = "Countries it is about.",
        ["CampaignFacets.language"] = "Languages it can be read in.",
        ["Facet.value"] = "What to ask for.",
        ["Facet.count"] = "How many petitions that leaves.",
        ["OrganisationName.slug"] = "Its name in addresses.",
        ["DecisionMakerName.office"] = "What they are asked as.",
        ["DecisionMakerName.name"] = "Null where only the office is asked.",
        ["NamedLink.label"] = "What it leads to; may be empty.",
        ["NamedLink.url"] = "A page elsewhere.",
        ["PictureLink.url"] = "A JPEG of the size beside it; `.webp` and `.avif`, and 320, 640 or 960 for the width, are there under the same address.",
        ["PictureLink.width"] = "Pixels.",
        ["PictureLink.height"] = "Pixels.",
        ["PictureLink.alt"] = "What it shows, for those who cannot see it.",
        ["CountItem.percent"] = "Of the goal, rounded down.",
        ["CountItem.open"] = "Whether signatures are taken.",
        ["AreaList.items"] = "Largest first. Null while there are too few, and while the platform computes no statistics.",
        ["AreaShare.country"] = "ISO 3166, two letters; null for everywhere else.",
        ["UpdateList.total"] = "Updates over all parts.",
        ["UpdateItem.body"] = "Safe HTML, in the language of the update.",
        ["UpdateItem.correctedAt"] = "Null while it stands as it was published.",
        ["TimelineItem.kind"] = "publish, update, milestone, correction, translation, close, outcome, reopen, archive, suspend, resume, reject, remove or restore; further ones may come.",
        ["TimelineItem.number"] = "What a milestone names, or which update it is.",
        ["TimelineItem.note"] = "Words that somebody added; the title of an update, the name of a translation's language.",
        ["TimelineItem.at"] = "When.",
        ["SignerLine.name"] = "Shortened as on the page; null for who did not choose to be shown.",
        ["SignerLine.country"] = "ISO 3166, two letters; null where the petition shows nobody.",
        ["SignerLine.at"] = "When it was confirmed.",
        ["OrganisationItem.slug"] = "Its name in addresses.",
        ["OrganisationItem.website"] = "Its own site.",
        ["OrganisationItem.about"] = "Safe HTML.",
        ["OrganisationItem.campaigns"] = "Petitions that lists show.",
        ["PageLinks.self"] = "This part.",
        ["PageLinks.first"] = "The first part.",
        ["PageLinks.prev"] = "The part before; null at the beginning.",
        ["PageLinks.next"] = "The part behind; null at the end.",
        ["PageLinks.last"] = "The last part, where it is known.",

        // With a key
        ["DraftItem.url"] = "Where people go on with it.",
        ["DraftItem.status"] = "Where it is on its way.",
        ["DraftItem.body"] = "Why, as Markdown.",
        ["DraftItem.goal"] = "The organiser's own; null climbs by itself.",
        ["DraftInput.body"] = "Why, as Markdown.",
        ["DraftInput.goal"] = "The organiser's own; null climbs by itself.",
        ["DecisionMakerInput.office"] = "What they are asked as; always needed.",
        ["DecisionMakerInput.name"] = "May be left out where the office says it.",
        ["SignInput.email"] = "Gets the mail to confirm by.",
        ["SignInput.country"] = "Where the person lives (ISO 3166, two letters).",
        ["SignInput.showName"] = "The person chose to be shown.",
        ["SignInput.wantsUpdates"] = "The person asked for updates, beside the very words that the petition's form has.",
        ["SignInput.consent"] = "Must be true: the person read the petition, wants to sign it, and knows that a mail comes to confirm it.",
        ["SignInput.eligible"] = "Where the petition has an `eligibility`: the person made that statement.",
        ["SignInput.language"] = "Of the words that were read, and of the mails.",
        ["SignInput.source"] = "Where the person came from: letters, digits, hyphens.",
        ["SignReceipt.state"] = "mailSent: the person counts once the mail is answered. The same for whoever signed before.",
        ["OwnSignatureList.cursor"] = "Keep it: asking with it later goes on behind the last of these.",
        ["ExportedSignature.country"] = "Where the person lives (ISO 3166, two letters).",
        ["ExportedSignature.version"] = "The wording that was signed.",
        ["ExportedSignature.public"] = "The person chose to be shown.",
        ["ExportedSignature.confirmed"] = "When it was confirmed.",
        ["ExportedSignature.email"] = "Only of those who asked for updates; else null.",

        // Errors
        ["ProblemDetails.type"] = "What RFC 9457 calls the kind of problem.",
        ["ProblemDetails.title"] = "The kind of problem in words.",
        ["ProblemDetails.status"] = "The status of the answer once more.",
        ["ProblemDetails.detail"] = "What is wrong with this request.",
        ["ProblemDetails.instance"] = "Not used.",
        ["ValidationProblemDetails.type"] = "What RFC 9457 calls the kind of problem.",
        ["ValidationProblemDetails.title"] = "The kind of problem in words.",
        ["ValidationProblemDetails.status"] = "The status of the answer once more.",
        ["ValidationProblemDetails.detail"] = "What is wrong with this request.",
        ["ValidationProblemDetails.instance"] = "Not used.",
        ["ValidationProblemDetails.errors"] = "What is wrong, by the name of the field.",
    }.ToFrozenDictionary();

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (schema, name, property) in Properties(document))
        {
            property.Description = Words.GetValueOrDefault($"{schema}.{name}") ?? Words.GetValueOrDefault(name);
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<(string Schema, string Name, IOpenApiSchema Property)> Properties(OpenApiDocument document) =>
        from schema in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()
        from property in schema.Value.Properties ?? new Dictionary<string, IOpenApiSchema>()
        select (schema.Key, property.Key, property.Value);
}
