using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Platform.Core.Mail;

/// <summary>The HTML part: no tables, no pictures, no scripts, no request to anybody.</summary>
internal static class LetterHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Write(Letter letter, LetterWords words)
    {
        var rightToLeft = letter.Language.RightToLeft;
        var direction = letter.Language.Direction;
        var language = Encoder.Encode(letter.Language.Code);
        var subject = Plain(letter.Subject);
        var document = LetterMarkdown.Parse(letter.Body);
        var preview = Encoder.Encode(LetterText.FirstLine(document));
        return $"""
            <!doctype html>
            <html lang="{language}" dir="{direction}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
            <title>{subject}</title>
            <style>
            {LetterLook.Dark}
            </style>
            </head>
            <body class="paper" style="{LetterLook.Body}">
            <div style="{LetterLook.Preview}">{preview}</div>
            <div class="ink" role="article" lang="{language}" dir="{direction}" style="{LetterLook.Wrap(rightToLeft)}">
            <p style="{LetterLook.MarkLine}"><span class="mark ink" dir="ltr" lang="en" style="{LetterLook.Mark}">undersigned</span></p>
            <div class="sheet" style="{LetterLook.Sheet}">
            <h1 class="ink" style="{LetterLook.Heading(rightToLeft)}">{subject}</h1>
            {LetterMarkdown.ToHtml(document, rightToLeft)}{Told(letter)}{Button(letter, words)}{Code(letter, words)}</div>
            <div class="muted" style="{LetterLook.Foot}">
            <p style="{LetterLook.FootLine}">{Plain(letter.Why)}</p>
            {Unsubscribe(letter, words)}</div>
            </div>
            </body>
            </html>

            """.ReplaceLineEndings("\r\n");
    }

    private static string Told(Letter letter) => letter.Told is not { } told ? "" : $"""
        <div class="rule" lang="{Encoder.Encode(told.Language)}" dir="{(told.RightToLeft ? "rtl" : "ltr")}" style="{LetterLook.Told(told.RightToLeft)}">
        {LetterMarkdown.ToHtml(LetterMarkdown.ParseTyped(told.Markdown), told.RightToLeft)}</div>

        """;

    private static string Button(Letter letter, LetterWords words)
    {
        if (letter.Button is not { } button)
        {
            return "";
        }

        var address = Encoder.Encode(button.Address.AbsoluteUri);
        return $"""
            <p style="{LetterLook.ButtonLine}"><a class="button" href="{address}" style="{LetterLook.Button}">{Plain(button.Label)}</a></p>
            <p class="muted" style="{LetterLook.Address}">{Plain(words.OpenAddress)}<br><a class="link" dir="ltr" href="{address}" style="{LetterLook.Link}">{address}</a></p>

            """;
    }

    private static string Code(Letter letter, LetterWords words) => letter.Code is not { } code ? "" : $"""
        <p class="rule muted" style="{LetterLook.CodeLabel}">{Plain(letter.Button is null ? words.Code : words.OrCode)}</p>
        <p class="rule ink" style="{LetterLook.Code}"><span dir="ltr">{Encoder.Encode(code)}</span></p>

        """;

    private static string Unsubscribe(Letter letter, LetterWords words) => letter.Unsubscribe is not { } page ? "" : $"""
        <p style="{LetterLook.FootLine}"><a class="muted" href="{Encoder.Encode(page.AbsoluteUri)}" style="{LetterLook.FootLink}">{Plain(letter.UnsubscribeLabel ?? words.Unsubscribe)}</a></p>

        """;

    private static string Plain(string text) => Encoder.Encode(TypedText.Defuse(TypedText.Sentence(text)));
}
