namespace Platform.Web.Demo;

/// <summary>What has happened since the demo's petitions began, as their organisers tell it.</summary>
internal static class DemoNews
{
    public static IReadOnlyList<DemoUpdate> OfKavoos { get; } =
    [
        new(
            9, "en", "He has a lawyer now",
            """
            A lawyer who has argued forty cases like his has taken this one and asks no fee for it. She saw him on Tuesday. He is well, he draws on the back of forms, and he says that your names were read out to him until the visiting hour was over.

            ## What she has filed

            - A motion to **stay the removal** until somebody has read his application.
            - A request to let him wait at home. Three households have offered a room and their word.

            The court says within days whether it hears the first one.

            ## What helps now

            Pass the petition to one person who knows him from work: a customer, a supplier, somebody whose wall he painted. A letter with a name and a street under it counts for more than ten without.
            """),
        new(
            2, "en", "The court has agreed to listen",
            """
            Yesterday afternoon, ten words on one sheet: *the motion to stay the removal will be heard.* It is not a yes. It is the first time in eight years that somebody has to read the whole file.

            Twenty of us sat in the corridor. His brother rang their parents, and nobody in the corridor pretended not to listen.

            > I have painted court-houses. I never thought I would be glad to be let into one.

            ## What happens until then

            1. He stays in custody. The request to let him wait at home is answered separately.
            2. The Minister can still end all of this with one signature. That is what this petition asks for, so it stays open.
            3. We take your names to the hearing, printed, all of them.

            If you are in Toronto, come. Wear something blue: it is the last colour he mixed.
            """),
    ];

    public static IReadOnlyList<DemoUpdate> OfTheRiver { get; } =
    [
        new(
            4, "fa", "نخستین آمار برداشت‌ها روی تابلو رفت",
            """
            پس از سه نامه، ادارهٔ آب استان آمار یک ماه برداشت از رودخانه را روی تابلو زد. جدول ناقص است و برداشت صنعت در آن نیست. ولی تا هفتهٔ پیش می‌گفتند چنین جدولی وجود ندارد.

            ## چه می‌خواهیم

            - آمار **هر ماه** منتشر شود، نه یک بار.
            - سهم صنعت هم در آن بیاید.

            از جدول عکس گرفته‌ایم و آن را با عدد چاه‌های پایین‌دست مقایسه می‌کنیم. هر چه پیدا کنیم همین‌جا می‌نویسیم.
            """),
    ];
}
