using Platform.Petitions.Api;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.OwnApi;

/// <summary>A part of an organisation's own confirmed signatures, oldest first.</summary>
/// <param name="Cursor">Keep it: asking with it later goes on behind the last of these.</param>
public sealed record OwnSignatureList(IReadOnlyList<ExportedSignature> Items, string Cursor, PageLinks Links);
