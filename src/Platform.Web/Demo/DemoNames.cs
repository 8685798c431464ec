namespace Platform.Web.Demo;

/// <summary>Names and places of people who do not exist.</summary>
internal static class DemoNames
{
    private static readonly string[] First =
    [
        "Maxine", "Adam", "Priya", "Luc", "Amara", "Tomás", "Hye-jin", "Omar", "Ingrid", "Mateo", "Zahra", "Noah", "Leila", "Daniel", "Sofia", "Kwame", "Elena", "Yusuf",
        "Marie", "Arash", "Grace", "Pavel", "Naomi", "Ravi", "Chloé", "Samir", "Beatriz", "Henrik", "Fatima", "Jonas", "Aiko", "Miriam", "Victor", "Nadia", "Patrick", "Lucía",
    ];

    private static readonly string[] Last =
    [
        "Kowalski", "Brown", "Sharma", "Tremblay", "Okafor", "Silva", "Park", "Haddad", "Larsen", "García", "Karimi", "Cohen", "Ahmadi", "Miller", "Rossi", "Mensah", "Popova",
        "Demir", "Dubois", "Rahimi", "Wilson", "Novák", "Levi", "Patel", "Bernard", "Nasser", "Costa", "Berg", "Hassan", "Weber", "Tanaka", "Stein", "Moreau", "Petrov",
    ];

    private static readonly string[] FirstFa = ["مریم", "آرش", "زهرا", "کامران", "نرگس", "سیاوش", "لیلا", "بهرام", "شیرین", "رضا", "پریسا", "امید", "نگار", "فرهاد", "مینا", "بابک"];

    private static readonly string[] LastFa = ["رحیمی", "کریمی", "احمدی", "صادقی", "موسوی", "نوری", "جعفری", "شریفی", "قاسمی", "یزدانی", "امینی", "رضایی", "فرهادی", "اکبری", "حیدری"];

    private static readonly Dictionary<string, string[]> Neighbours = new()
    {
        ["CA"] = ["US", "GB", "FR", "DE", "AU"],
        ["FR"] = ["BE", "CH", "CA"],
        ["IR"] = ["DE", "CA", "SE", "US", "GB"],
    };

    public static string Name(Random chance, string language) => language == "fa"
        ? $"{Pick(chance, FirstFa)} {Pick(chance, LastFa)}"
        : $"{Pick(chance, First)} {Pick(chance, Last)}";

    /// <summary>Mostly at home, some from where its people also live.</summary>
    public static string Country(Random chance, string home) => chance.Next(100) < 78 ? home : Pick(chance, Neighbours[home]);

    private static string Pick(Random chance, string[] from) => from[chance.Next(from.Length)];
}
