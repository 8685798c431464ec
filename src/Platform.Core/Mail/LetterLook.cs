using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Platform.Core.Mail;

/// <summary>Paper and ink, said in the styles that mail programs understand.</summary>
internal static class LetterLook
{
    private const string Serif = "'Source Serif 4', Georgia, 'Times New Roman', serif";
    private const string Sans = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
    private const string Arabic = "Vazirmatn, 'Segoe UI', 'Noto Sans Arabic', 'Geeza Pro', Tahoma, sans-serif";

    /// <summary>Rules for the dark form. Inline styles are the light form, hence the importance.</summary>
    public const string Dark = """
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
          .paper { background-color: #15161a !important; }
          .sheet { background-color: #1c1e24 !important; border-color: #34363d !important; }
          .ink { color: #ece9e2 !important; }
          .muted { color: #a5a198 !important; }
          .link { color: #9db6ff !important; }
          .mark { border-color: #9db6ff !important; }
          .button { background-color: #9db6ff !important; color: #10131c !important; }
          .rule { border-color: #2f3a55 !important; }
          .quote { border-color: #9db6ff !important; }
        }
        @media (max-width: 480px) {
          .sheet { padding: 24px 20px !important; }
          .button { display: block !important; text-align: center !important; }
        }
        """;

    public const string Body = "margin:0;padding:0;background-color:#faf8f3;-webkit-text-size-adjust:100%;text-size-adjust:100%";
    public const string Preview = "display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;opacity:0";
    public const string MarkLine = "margin:0 0 20px;padding:0 4px";
    public const string Mark = $"display:inline-block;font:600 21px/1 {Serif};letter-spacing:-.02em;color:#1c1b18;padding-bottom:5px;border-bottom:2px solid #21409a";
    public const string Sheet = "background-color:#fffefb;border:1px solid #ddd6c8;border-radius:6px;padding:32px";
    public const string ButtonLine = "margin:28px 0 20px";
    public const string Button = "display:inline-block;background-color:#21409a;color:#ffffff;font-weight:600;font-size:18px;line-height:1.25;text-decoration:none;padding:15px 28px;border-radius:6px";
    public const string Address = "margin:0 0 8px;font-size:14px;line-height:1.5;color:#625e55;overflow-wrap:anywhere;word-break:break-word";
    public const string Link = "color:#21409a;text-decoration:underline";
    public const string CodeLabel = "margin:28px 0 0;padding-top:20px;border-top:1px solid #c9d4ea;color:#625e55;font-size:15px;line-height:1.5";
    public const string Code = "margin:10px 0 0;padding-bottom:14px;border-bottom:1px solid #c9d4ea;color:#1c1b18;font:600 38px/1.2 ui-monospace, 'SF Mono', Menlo, Consolas, 'Courier New', monospace;letter-spacing:.16em";
    public const string Foot = "padding:20px 4px 0;font-size:13px;line-height:1.55;color:#625e55";
    public const string FootLine = "margin:0 0 8px";
    public const string FootLink = "color:#625e55;text-decoration:underline";

    public static string Wrap(bool rightToLeft) =>
        $"max-width:600px;margin:0 auto;padding:28px 16px 44px;font-family:{(rightToLeft ? Arabic : Sans)};font-size:17px;line-height:{(rightToLeft ? "1.8" : "1.6")};color:#1c1b18;text-align:{(rightToLeft ? "right" : "left")}";

    public static string Told(bool rightToLeft) =>
        $"margin:20px 0;padding:20px 0 4px;border-top:1px solid #c9d4ea;border-bottom:1px solid #c9d4ea;font-family:{(rightToLeft ? Arabic : Sans)};line-height:{(rightToLeft ? "1.8" : "1.6")};text-align:{(rightToLeft ? "right" : "left")}";

    public static string Heading(bool rightToLeft) =>
        $"margin:0 0 18px;color:#1c1b18;font-weight:{(rightToLeft ? 700 : 600)};font-family:{(rightToLeft ? Arabic : Serif)};font-size:27px;line-height:{(rightToLeft ? "1.5" : "1.2")}{(rightToLeft ? "" : ";letter-spacing:-.012em")}";

    /// <summary>Class and inline style of one node of the body; null where the node needs none.</summary>
    public static (string Class, string Style)? Of(MarkdownObject node, bool rightToLeft) => node switch
    {
        HeadingBlock => ("ink", "margin:26px 0 10px;font-size:19px;line-height:1.35;font-weight:600;color:#1c1b18"),
        ParagraphBlock { Parent: QuoteBlock quote } last when quote.LastChild == last => ("", "margin:0"),
        ParagraphBlock => ("", "margin:0 0 16px"),
        ListBlock => ("", "margin:0 0 16px;padding:0 24px"),
        ListItemBlock => ("", "margin:0 0 6px"),
        QuoteBlock => ("quote", $"margin:0 0 16px;padding:2px 16px;border-{(rightToLeft ? "right" : "left")}:3px solid #21409a"),
        ThematicBreakBlock => ("rule", "border:0;border-top:1px solid #c9d4ea;margin:24px 0"),
        LinkInline or AutolinkInline => ("link", Link),
        _ => null,
    };
}
