using Platform.Petitions.Campaigns;

namespace Platform.Web.Demo;

/// <summary>Three organisations, seven campaigns. The first tells in our words the petition this project began from.</summary>
internal static class DemoStories
{
    public static IReadOnlyList<DemoStory> All { get; } = [Kavoos, Streets, River];

    private static DemoStory Kavoos => new(
        "friends-of-kavoos", "Friends of Kavoos", "en", "Toronto",
        "We are family, friends and neighbours of Kavoos, a painter in Toronto. We came together in one evening, on the day he was detained.",
        [
            new("let-kavoos-stay", CampaignStatus.Published, "en", "CA", "America/Toronto", "human-rights")
            {
                Goal = 5000,
                Picture = ("wall.jpg", "A wall painted half blue; on the ladder in front of it lies a cap, and nobody stands there."),
                Signers = 2271,
                Newest = ["Maxine Kowalski", "Adam Brown"],
                ClosesInDays = 12,
                StartedDaysAgo = 13,
                AskedOf = [new() { Office = "Minister of Immigration", Place = "Canada" }],
                Links = [new() { Label = "The campaign's own site", Url = "https://kavoos.example/" }],
                Texts =
                [
                    new(
                        "en", "Let Kavoos stay: stop the deportation", "Release him from custody, stay the removal order, and hear his case again before anything that cannot be undone.",
                        """
                        He came to Canada eight years ago, built a painting business, paid his taxes and made this city his home. On 11 January he was called to an immigration office to hear a decision, and did not come back out.

                        ## Why it cannot wait

                        He has spoken in public for democracy in the country he would be sent to. Those who did the same and were sent back have been met at the airport. His parents, his brother and his sister are citizens here or across the border; there he has nobody.

                        His application to stay on humanitarian grounds has been filed and not been read. The removal is set for a day **before** anybody has to look at it.

                        ## What we offer

                        We will house him, vouch for him and bring him to every hearing. We ask for one thing that costs nothing: time to be heard.
                        """),
                    new(
                        "fa", "بگذارید کاووس بماند: اخراج را متوقف کنید", "او را آزاد کنید، حکم اخراج را متوقف کنید و پیش از هر کار بازگشت‌ناپذیر پرونده‌اش را دوباره بشنوید.",
                        """
                        هشت سال پیش به کانادا آمد، کسب‌وکار نقاشی ساختمان به راه انداخت، مالیات داد و این شهر را خانهٔ خود کرد. روز یازدهم ژانویه برای شنیدن تصمیم به ادارهٔ مهاجرت خوانده شد و دیگر بیرون نیامد.

                        ## چرا نمی‌شود صبر کرد

                        او آشکارا از مردم‌سالاری در کشوری سخن گفته است که می‌خواهند به آن بازگردانندش. همهٔ خانواده‌اش اینجا یا آن سوی مرزند؛ آنجا هیچ‌کس را ندارد.

                        درخواست اقامت او بر پایهٔ ملاحظات انسانی ثبت شده ولی هنوز خوانده نشده است. تنها یک چیز می‌خواهیم که هزینه‌ای ندارد: فرصت شنیده شدن.
                        """),
                    new(
                        "fr", "Laissez Kavoos rester : arrêtez l’expulsion", "Libérez-le, suspendez le renvoi et réexaminez son dossier avant tout acte irréparable.",
                        """
                        Arrivé au Canada il y a huit ans, il a monté une entreprise de peinture, payé ses impôts et fait de cette ville la sienne. Le 11 janvier, convoqué pour entendre une décision, il n’est pas ressorti.

                        ## Pourquoi cela ne peut attendre

                        Il a parlé publiquement pour la démocratie dans le pays où on veut le renvoyer. Sa famille est ici. Sa demande pour motifs humanitaires est déposée et n’a pas été lue.

                        Nous demandons une chose qui ne coûte rien : le temps d’être entendu.
                        """),
                    new(
                        "de", "Lassen Sie Kavoos bleiben: Stoppen Sie die Abschiebung", "Lassen Sie ihn frei, setzen Sie die Abschiebung aus und prüfen Sie seinen Fall neu, bevor etwas geschieht, das sich nicht rückgängig machen lässt.",
                        """
                        Vor acht Jahren kam er nach Kanada, gründete einen Malerbetrieb, zahlte Steuern und machte diese Stadt zu seiner. Am 11. Januar wurde er zu einer Entscheidung vorgeladen und kam nicht wieder heraus.

                        ## Warum es nicht warten kann

                        Er hat sich öffentlich für Demokratie in dem Land eingesetzt, in das er gebracht werden soll. Seine Familie lebt hier. Sein Antrag aus humanitären Gründen liegt vor und ist nicht gelesen worden.

                        Wir bitten um etwas, das nichts kostet: Zeit, gehört zu werden.
                        """),
                    new(
                        "ar", "دعوا كاووس يبقى: أوقفوا ترحيله", "أطلقوا سراحه، وأوقفوا الترحيل، وأعيدوا النظر في قضيته قبل أي خطوة لا رجعة فيها.",
                        """
                        جاء إلى كندا قبل ثماني سنوات، وأسس عملًا في طلاء المنازل، ودفع الضرائب، وجعل هذه المدينة مدينته. في الحادي عشر من يناير استُدعي لسماع قرار ولم يخرج بعدها.

                        ## لماذا لا يمكن الانتظار

                        تحدث علنًا عن الديمقراطية في البلد الذي يريدون إعادته إليه. عائلته كلها هنا، ولا أحد له هناك.

                        قُدّم طلب بقائه لأسباب إنسانية ولم يُقرأ بعد. نطلب شيئًا واحدًا لا يكلف شيئًا: وقتًا ليُسمَع صوته.
                        """),
                ],
                Updates = DemoNews.OfKavoos,
                Reasons =
                [
                    "He painted our kitchen and stayed to fix my mother's chair. He is one of us.",
                    "Nobody should be sent where they will be punished for speaking.",
                    "I was heard when I came here. He should be, too.",
                    "امیدوارم صدایش شنیده شود.",
                    "Twelve days is not a hearing.",
                ],
            },
            new("keep-the-saturday-classes", CampaignStatus.Closed, "en", "CA", "America/Toronto", "education")
            {
                Signers = 518,
                ClosesInDays = -40,
                StartedDaysAgo = 110,
                ClosedBecause = ClosingReason.Won,
                Words = "The city council voted to fund the classes for three more years. Thank you: the hall was full of people holding your names.",
                AskedOf = [new() { Name = "City Council", Office = "Community Services Committee", Place = "Toronto" }],
                Texts =
                [
                    new(
                        "en", "Keep the free Saturday language classes", "Fund the Saturday classes at the community centre for three more years.",
                        "For nine years, two rooms of the community centre have filled up every Saturday with people learning to say what they need: to a doctor, a teacher, a landlord. The grant ends in June. The classes cost less in a year than one month of interpreters."),
                ],
                Reasons = ["I learned to read my lease in room 2."],
            },
        ]);

    private static DemoStory Streets => new(
        "rues-calmes", "Collectif Rues calmes", "fr", "Lyon",
        "Des parents, des enseignantes et des riverains qui veulent que les enfants arrivent à l’école à pied, entiers et de bonne humeur.",
        [
            new("rue-scolaire-jean-mace", CampaignStatus.Published, "fr", "FR", "Europe/Paris", "transport")
            {
                Signers = 412,
                Picture = ("street.jpg", "Quatre enfants traversent la rue devant une barrière fermée aux voitures."),
                AsksPostcode = true,
                ClosesInDays = 75,
                AskedOf = [new() { Office = "Maire du 7e arrondissement", Place = "Lyon" }],
                Texts =
                [
                    new(
                        "fr", "Une rue scolaire devant l’école Jean-Macé", "Fermez la rue aux voitures une demi-heure le matin et le soir, les jours d’école.",
                        "Quatre cents enfants traversent chaque matin une rue où l’on double par la droite. En octobre, une élève de CE1 a été renversée ; elle va bien, cette fois.\n\nUne barrière, deux demi-heures par jour, des bénévoles déjà inscrits : il ne manque que l’arrêté."),
                ],
                Reasons = ["Ma fille a peur de traverser.", "Je conduis, et je signe."],
            },
            new("bibliotheque-du-samedi", CampaignStatus.Submitted, "fr", "FR", "Europe/Paris", "culture")
            {
                ClosesInDays = 90,
                AskedOf = [new() { Office = "Adjointe à la culture", Place = "Lyon" }],
                Texts =
                [
                    new("fr", "Rouvrez la bibliothèque le samedi", "Rétablissez l’ouverture du samedi, de 10 h à 17 h.", "Depuis septembre, la bibliothèque ferme le seul jour où ceux qui travaillent peuvent venir. Les étagères sont pleines, la porte est close."),
                ],
            },
            new("stop-au-bruit", CampaignStatus.ChangesRequested, "fr", "FR", "Europe/Paris", "health")
            {
                ClosesInDays = 45,
                Words = "Merci pour votre pétition. Dites s’il vous plaît à qui précisément vous la adressez, et ce qui doit être décidé : « moins de bruit » ne peut pas être voté.",
                AskedOf = [new() { Office = "La mairie", Place = "Lyon" }],
                Texts = [new("fr", "Moins de bruit la nuit", "Moins de bruit.", "Les livraisons de nuit réveillent tout le quai. Cela ne peut plus durer.")],
            },
        ]);

    private static DemoStory River => new(
        "zayandehrud", "دوستداران زاینده‌رود", "fa", "اصفهان",
        "گروهی از مردم اصفهان که می‌خواهند رودخانه دوباره جاری باشد.",
        [
            new("water-for-the-river", CampaignStatus.Published, "fa", "IR", "Asia/Tehran", "environment")
            {
                Goal = 2500,
                Signers = 1248,
                Picture = ("river.jpg", "پلی با طاق‌های آجری بر بستر ترک‌خوردهٔ رود؛ قایقی به گل نشسته و باریکه‌ای آب مانده است."),
                ClosesInDays = 120,
                AskedOf = [new() { Office = "وزیر نیرو", Place = "ایران" }],
                Texts =
                [
                    new(
                        "fa", "آب را به زاینده‌رود برگردانید", "سهم زیست‌محیطی رودخانه را هر سال رها کنید و آمار آن را منتشر کنید.",
                        """
                        زاینده‌رود سال‌هاست بیشتر ماه‌های سال خشک است. پل‌ها ترک برداشته‌اند، زمین فرو می‌نشیند و کشاورزان پایین‌دست کوچ می‌کنند.

                        ## چه می‌خواهیم

                        رها کردن سهم قانونی رودخانه، و انتشار ماهانهٔ آمار برداشت‌ها تا همه ببینند آب کجا می‌رود.
                        """),
                ],
                Updates = DemoNews.OfTheRiver,
                Reasons = ["کودکی‌ام کنار همین رود گذشت.", "پل خواجو بدون آب، پل نیست."],
            },
            new("trees-of-chaharbagh", CampaignStatus.Draft, "fa", "IR", "Asia/Tehran", "environment")
            {
                AskedOf = [new() { Office = "شهردار اصفهان", Place = "اصفهان" }],
                Texts = [new("fa", "درختان چهارباغ را نگه دارید", "", "پیش‌نویس")],
            },
        ]);
}
