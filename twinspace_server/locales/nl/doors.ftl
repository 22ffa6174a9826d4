## Support organisations

error-no-such-desk = Dit land heeft hier nog geen ondersteuningsorganisatie.

## Veilig aanmelden: de tweede stap, passkeys, aanmelden bij een ander

error-wrong-code = Deze code klopt niet, of is al gebruikt. Wacht op de volgende en probeer opnieuw.
error-wrong-password = Dit is je wachtwoord niet.
error-wrong-passkey = Deze passkey is hier niet bekend.
error-sign-in-over = Dat duurde te lang, of er is te vaak fout geprobeerd. Begin opnieuw met aanmelden.
error-confirm-first = Laat eerst zien dat jij het echt bent.
error-factor-first = Volwassenen hebben hier naast het wachtwoord een tweede stap nodig. Stel die eerst in.
error-last-factor = Volwassenen hebben hier een tweede stap nodig. Voeg eerst een andere toe voordat je deze weghaalt.
error-began-too-long-ago = Dat duurde te lang. Begin opnieuw.
error-app-is-there = Je hebt al een authenticator-app. Haal die eerst weg.
error-begin-first = Vraag eerst een nieuwe QR-code.
error-nothing-to-recover = Herstelcodes heb je alleen nodig als je een tweede stap hebt.
error-too-many-passkeys = Je hebt al veel passkeys. Haal er eerst een weg.
mail-factor-added-subject = Nieuwe tweede stap in { $installation }
mail-factor-added-text =
    Je kunt je op een nieuwe manier aanmelden bij je account: met een authenticator-app of een passkey.

    Was jij dat niet? Meld je dan aan, haal hem weg onder “Mijn account” en kies een nieuw wachtwoord.
mail-factor-removed-subject = Tweede stap weggehaald in { $installation }
mail-factor-removed-text =
    Bij je account is een authenticator-app of een passkey weggehaald.

    Was jij dat niet? Meld je dan aan, kijk onder “Mijn account” en kies een nieuw wachtwoord.
mail-recovery-used-subject = Er is een herstelcode gebruikt in { $installation }
mail-recovery-used-text =
    Iemand heeft zich bij je account aangemeld met een van je herstelcodes. Die code werkt niet meer.

    Was jij dat niet? Meld je dan aan, maak nieuwe codes onder “Mijn account” en kies een nieuw wachtwoord.
error-joined-already = Dit account is al verbonden.
mail-sign-on-joined-subject = { $provider } opent nu je account in { $installation }
mail-sign-on-joined-text =
    Je kunt je vanaf nu bij { $installation } aanmelden met je account van { $provider }.

    Was jij dat niet? Meld je dan aan, haal { $provider } weg onder “Mijn account” en kies een nieuw wachtwoord.
mail-sign-on-parted-subject = { $provider } opent je account in { $installation } niet meer
mail-sign-on-parted-text =
    Je kunt je bij { $installation } niet meer aanmelden met je account van { $provider }.

    Was jij dat niet? Meld je dan aan en kies een nieuw wachtwoord.
signin-passkey = Aanmelden met een passkey
signin-with = Aanmelden met { $provider }
second-title = Nog één stap
second-lead = Laat zien dat jij het echt bent.
second-code = Code van je authenticator-app
second-code-hint = Zes cijfers, elke halve minuut nieuwe.
second-code-missing = Typ de zes cijfers die de app toont.
second-do = Verder
second-passkey = Mijn passkey gebruiken
second-passkey-hint = Je toestel vraagt je vinger, je gezicht of zijn pincode.
second-passkey-stopped = Dat lukte niet, of je hebt het afgebroken. Probeer het gerust opnieuw.
second-passkey-known = Dit toestel heeft al een passkey voor je account.
second-recovery = Herstelcode
second-recovery-hint = Een van de tien die je hebt bewaard. Elke code werkt één keer.
second-recovery-missing = Typ een van je herstelcodes, vier keer vier tekens.
second-other-code = Een code van de app gebruiken
second-other-passkey = Een passkey gebruiken
second-other-recovery = Ik ben mijn toestel kwijt
second-back = Terug
confirm-title = Ben jij het echt?
confirm-lead = Je hebt je een tijdje geleden aangemeld. Laat nog eens zien dat jij het bent, dan gaat dit vanzelf verder.
confirm-code = Code van je app, of een herstelcode
factors-title = Een tweede stap
factors-lead = Met een tweede stap komt niemand binnen met alleen je wachtwoord.
factors-none = Je hebt er nog geen. Een passkey gaat het snelst: je vinger, je gezicht of de pincode van je toestel.
factors-none-operator = Jij beheert deze server, dus je account opent alles. Voeg alsjeblieft een tweede stap toe: het duurt een minuut.
factors-owed-title = Eerst een tweede stap
factors-owed-lead = Hier meldt elke volwassene zich aan met een tweede stap naast het wachtwoord. Het kost een minuut; daarna ga je verder.
factors-owed-passkey = Je vinger, je gezicht of de pincode van dit apparaat.
factors-owed-app = Een app op je telefoon die zes cijfers toont.
factors-app = Authenticator-app
factors-passkey = Passkey
factors-since = Sinds { $date }
factors-away = Weghalen
factors-away-label = { $name } weghalen
factors-away-title = Weghalen?
factors-away-text = Je kunt je er dan niet meer mee aanmelden.
factors-away-last = Hierna opent je wachtwoord alleen je account, en je herstelcodes werken niet meer.
factors-away-do = Weghalen
factors-your-password = Je wachtwoord
factors-removed = Hij is weg.
factors-added = Je tweede stap staat aan.
factors-add-app = Een app toevoegen
factors-add-passkey = Een passkey toevoegen
factors-app-scan = Open een authenticator-app op je telefoon en scan deze code.
factors-app-qr = QR-code met de sleutel van je account
factors-app-type = Lukt scannen niet? Typ deze sleutel:
factors-app-code = Typ dan de code die hij toont
factors-app-do = Klaar
factors-passkey-lead = Je toestel bewaart een sleutel die alleen jij kunt gebruiken. Niemand kan hem raden of afkijken.
factors-passkey-name = Hoe heet dit toestel?
factors-passkey-name-hint = Zo herken je het in de lijst.
factors-passkey-name-missing = Geef het een naam.
factors-passkey-do = Passkey maken
factors-codes = Herstelcodes
factors-codes-left = { $count ->
        [0] geen meer over
        [one] nog één over
       *[other] nog { $count } over
    }
factors-codes-new = Nieuwe codes
factors-codes-title = Bewaar deze codes
factors-codes-lead = Hiermee kom je binnen als je je toestel kwijt bent. Elke code werkt één keer. Je ziet ze alleen nu: print ze of schrijf ze op.
factors-codes-copy = Kopiëren
factors-codes-save = Opslaan
factors-codes-copied = Gekopieerd.
factors-codes-kept = Ik heb ze bewaard
factors-codes-file = Herstelcodes van { $who } voor { $name }
linked-lead = Met je account van { $provider } kun je je hier zonder wachtwoord aanmelden.
linked-none = Nog niet verbonden. Je account daar moet hetzelfde e-mailadres hebben.
linked-start = Verbinden met { $provider }
linked-part = Weghalen
linked-part-label = { $provider } weghalen
linked-part-title = { $provider } weghalen?
linked-part-text = Dan opent { $provider } je account niet meer. Je meldt je aan met je wachtwoord.
linked-parted = { $provider } opent je account niet meer.
joining-title = Aanmelden met { $provider }
joining-lead = { $provider } zegt dat { $email } van jou is, en hier is een account met dit adres. Typ één keer het wachtwoord ervan. Vanaf dan opent { $provider } het.
joining-password = Wachtwoord van je account hier
joining-password-hint = Niet dat van het andere account.
joining-do = Verbinden en aanmelden
joining-not-mine = Toch gewoon aanmelden
joining-unverified = { $provider } heeft je e-mailadres niet nagekeken, dus we weten niet of het van jou is. Bevestig het daar en probeer opnieuw, of meld je gewoon aan.
joining-taken = Het account met dit adres is al verbonden met een ander account van { $provider }. Meld je daarmee aan, of gewoon met je wachtwoord.
joining-stopped = Je hebt het aanmelden bij { $provider } afgebroken.
joining-over = Dat duurde te lang, of is in een ander venster begonnen. Probeer opnieuw.
joining-failed = { $provider } antwoordde niet zoals het hoort. Probeer het zo meteen opnieuw, of meld je gewoon aan.
joining-to-sign-in = Naar de aanmeldpagina
joining-again = { $provider } opnieuw proberen
## Doors: registering, passwords, schools

error-weak-password = Dit wachtwoord is te makkelijk te raden. Maak het langer: drie of vier woorden die niets met elkaar te maken hebben, zijn prima.
error-too-many-asked = Te vaak gevraagd. Wacht { $seconds } seconden.
error-link-dead = Deze link werkt niet meer. Hij is al gebruikt, of hij is te oud.
error-missing = Hier ontbreekt nog iets.
error-other-password = Dit is niet het wachtwoord dat je in het begin koos.
error-wrong-current = Dit is niet je huidige wachtwoord.
error-school-known = Deze school staat al in de lijst; kies ze daar.
error-refused-before = Onlangs is gezegd dat je niet bij deze school hoort. Vraag het aan een collega daar.
error-too-many-schools = Je kunt bij { $most } scholen horen.
error-not-yourself = Iemand anders moet je bevestigen.
error-not-claimed = Hierover is al beslist.
error-school-checked = Deze school is al nagekeken. Alleen een nieuwe kan bij een andere worden gevoegd.
error-school-in-use = Deze school doet al mee in een ruimte of een project en kan dus niet met een andere worden samengevoegd.

mail-register-subject = Je registratie bij { $installation }
mail-register-button = Verder met mijn registratie
mail-register-text =
    Iemand, waarschijnlijk jijzelf, vroeg een account aan met dit mailadres. Druk op de knop om verder te gaan. De link werkt zeven dagen; zolang kun je verdergaan zo vaak je wilt, op elk apparaat.

    Was jij het niet? Doe dan niets. Zonder deze link gebeurt er niets.
mail-registered-already-subject = Je hebt al een account bij { $installation }
mail-registered-already-text =
    Iemand, waarschijnlijk jijzelf, vroeg een nieuw account aan met dit mailadres. Je hebt er al een, met de gebruikersnaam { $username }. Er is niets veranderd.

    Wachtwoord vergeten? Kies hier een nieuw: { $address }/forgot
mail-registered-subject = Welkom bij { $installation }
mail-registered-text =
    Je account is klaar. Je gebruikersnaam is { $username }. Je kunt je ook met dit mailadres aanmelden.

    Je school moet nog bevestigen dat je erbij hoort: een collega daar, of de ondersteuningsorganisatie van je land. Je hoort ervan per mail.
mail-password-subject = Een nieuw wachtwoord voor { $installation }
mail-password-button = Een nieuw wachtwoord kiezen
mail-password-text =
    Je gebruikersnaam is { $username }.

    Druk op de knop om een nieuw wachtwoord te kiezen. De link werkt één keer, een halfuur lang. Als je er een gekozen hebt, word je op al je apparaten afgemeld.

    Heb je dit niet gevraagd? Doe dan niets. Je wachtwoord blijft zoals het is.
mail-password-changed-subject = Je wachtwoord is veranderd
mail-password-changed-text =
    Het wachtwoord van je account { $username } is zonet veranderd, en alle andere apparaten zijn afgemeld.

    Was jij het niet? Kies dan meteen een nieuw: { $address }/forgot
mail-address-subject = Is dit je nieuwe mailadres?
mail-address-button = Ja, gebruik dit adres
mail-address-text =
    Je vroeg om dit mailadres te gebruiken voor het account { $username }. Druk op de knop om dat te doen. De link werkt één dag.

    Heb je dit niet gevraagd? Doe dan niets.
mail-address-known-subject = Iemand gaf jouw mailadres op
mail-address-known-text =
    Iemand wilde dit mailadres voor een ander account gebruiken. Het hoort bij jouw account { $username }, en dat blijft zo. Je hoeft niets te doen.
mail-address-changed-subject = Je mailadres is veranderd
mail-address-changed-text =
    Een account van jou bij { $installation } heeft nu een ander mailadres. Hier komen geen mails meer aan.

    Was jij het niet? Vraag dan meteen hulp: bij wie { $installation } beheert, of bij de ondersteuningsorganisatie van je land.
mail-claim-subject = Iemand zegt bij jouw school te horen
mail-claim-text =
    Er heeft zich iemand geregistreerd die zegt bij een school te horen waar jij voor zorgt. Kijk even of dat klopt: onder “Mijn account” voor leerkrachten van de school, aan de balie voor ondersteuningsorganisaties.

    Zolang je het niet bevestigd hebt, heeft die persoon niets te zeggen over leerlingen.

    { $address }/account
mail-attachment-confirmed-subject = Je school heeft je bevestigd
mail-attachment-confirmed-text =
    Het is nu bevestigd dat je bij je school hoort. Vanaf nu kun je voor de leerlingen van die school zorgen.

    { $address }
mail-attachment-refused-subject = Je school kent je niet
mail-attachment-refused-text =
    Er is gezegd dat je niet hoort bij de school die je noemde. Is dat een vergissing? Spreek dan een collega daar aan.

    { $address }/account

password-hint = Minstens 10 tekens. Drie of vier woorden onthoud je makkelijk en raadt niemand.
password-too-short = Neem minstens 10 tekens.
password-short = { $count ->
        [one] Nog één teken.
       *[other] Nog { $count } tekens.
    }
password-strength-0 = Meteen te raden.
password-strength-1 = Snel te raden. Maak het langer.
password-strength-2 = Bijna. Nog een woord erbij.
password-strength-3 = Goed.
password-strength-4 = Heel goed.

signin-new = Nieuw hier?
signin-what = Wat is dit?

door-dead = Deze link werkt niet meer
door-go-on = Verder
door-to-signin = Terug naar aanmelden

forgot-title = Wachtwoord vergeten?
forgot-lead = Of je gebruikersnaam? Typ wat je nog weet. Je krijgt een mail met allebei.
forgot-name = Gebruikersnaam of mailadres
forgot-name-missing = Typ je gebruikersnaam of je mailadres.
forgot-do = Stuur me een mail
forgot-pupil = Ben je een leerling?
forgot-pupil-text = Vraag het aan je leerkracht. Die kan je meteen een nieuw wachtwoord geven.
forgot-asked = Kijk in je mail
forgot-asked-text = Als er een account is met een mailadres dat erbij past, is er een mail onderweg. De link werkt een halfuur.
forgot-asked-none = Geen mail? Kijk bij de ongewenste mail. Leerlingen zonder mailadres vragen het aan hun leerkracht.
forgot-again = Een andere naam proberen

newpassword-title = Kies een nieuw wachtwoord
newpassword-lead = Daarna ben je op al je apparaten afgemeld.
newpassword-label = Nieuw wachtwoord
newpassword-do = Nieuw wachtwoord bewaren
newpassword-done = Je nieuwe wachtwoord is bewaard
newpassword-done-text = Meld je er nu mee aan.
newpassword-username = Je gebruikersnaam:
newpassword-dead = Hij werkt één keer, een halfuur lang. Vraag een nieuwe mail.
newpassword-again = Een nieuwe mail vragen

newaddress-title = Is dit je nieuwe mailadres?
newaddress-lead = Met één druk op de knop komen je mails voortaan hier aan.
newaddress-do = Ja, gebruik dit adres
newaddress-done = Je mailadres is veranderd
newaddress-done-text = Je mails komen voortaan hier aan. Het oude adres heeft bericht gekregen.
newaddress-dead = Verander je mailadres opnieuw onder “Mijn account”.

register-title = Registreren
register-lead = Voor leerkrachten en anderen die op een school werken. Eerst kijken we of je mailadres echt van jou is.
register-email = Mailadres
register-email-hint = Niemand anders ziet het.
register-email-wrong = Dit lijkt geen mailadres.
register-username-hint = Kleine letters, cijfers, punt en streepje. Je meldt je aan met deze naam, of met je mailadres.
register-username-wrong = Neem 2 tot 40 kleine letters of cijfers; punt en streepje mogen ertussen.
register-do = Stuur me de mail
register-pupils = Leerlingen registreren zich niet. Zij krijgen hun account van hun leerkracht.
register-have = Heb je al een account?
register-sent = Kijk in je mail
register-sent-text = Er is een mail onderweg naar { $email }. Druk op de knop in die mail om verder te gaan.
register-sent-wait = Meestal komt hij meteen. Soms duurt het tot twee uur.
register-sent-none = Geen mail? Kijk bij de ongewenste mail. Vraag het anders aan de ondersteuningsorganisatie van je land, en noem dit mailadres.
register-sent-demo = Dit is een demo. Heeft ze geen mailserver, dan ligt elke mail als bestand in de map “mail”, bij de gegevens van de server.
register-sent-again = Iets veranderen en opnieuw sturen
register-form = Je registratie
register-form-lead = Vier delen. Wat je invult wordt bewaard: je kunt stoppen en later verdergaan, op elk apparaat met dezelfde link.
register-parts = Delen van het formulier
register-part-school = Je school
register-part-you = Over jou
register-part-wishes = Partnerwensen
register-part-check = Nakijken en sturen
register-school-lead = Kijk eerst of je school in de lijst staat. Wat een sterretje (*) heeft, is nodig.
register-country = Land
register-region = Regio
register-region-all = Alle regio’s
register-town = Plaats
register-town-hint = De gewone naam, zonder regio of provincie erachter.
register-choose = Kies…
register-no-places = Van dit land is er hier nog geen school. Die van jou is de eerste.
register-schools-in = Scholen in { $town }
register-mine = Dit is mijn school
register-chosen = Jouw school
register-to-check = Nieuw, wordt nog nagekeken.
register-not-there = Staat je school er niet bij?
register-new-school = Een nieuwe school opgeven
register-back-to-list = Terug naar de lijst
register-school = School
register-school-name = Naam van de school
register-school-name-hint = De officiële naam.
register-zone = Tijdzone
register-head = Directeur van de school
register-head-hint = Alleen de ondersteuningsorganisatie van je land ziet dit, om iets te kunnen vragen.
register-head-email = Mailadres van de directeur
register-hue = Kleur van de school
register-you-lead = Alleen je naam zien anderen. De rest is voor de statistiek, en niet om partnerscholen te vinden.
register-name = Je naam
register-name-hint = Zoals je collega’s je kennen: voornaam en familienaam.
register-function = Je functie
register-subjects = Wat je geeft
register-subjects-hint = Hoogstens 12. Je kunt dit altijd veranderen.
register-wishes-lead = Wat zou je met een andere school willen doen? Dit mag allemaal later, en je kunt het altijd veranderen. Het helpt anderen om jou te vinden.
register-ideas = Ideeën voor een project
register-ideas-hint = Schrijf in een taal die anderen begrijpen, zoals Engels, Frans of Duits. Het wordt getoond zoals jij het schreef, zonder vertaling.
register-topics = Onderwerpen
register-topics-hint = Hoogstens 8.
register-languages = Talen om in te werken
register-languages-hint = Hoogstens 3.
register-ages = Leeftijd van de leerlingen
register-kit = Een kant-en-klaar project?
register-kit-hint = Iets om mee te beginnen, als je wilt.
register-check-lead = Klopt alles? Stuur het dan, en je bent binnen.
register-nothing = Niets
register-change = Veranderen
register-username-note = Je gebruikersnaam wordt { $username }. Is die al in gebruik, dan komen er vier letters achter; dat zie je zo meteen.
register-password-again = Je wachtwoord, nog een keer
register-password-again-hint = Het wachtwoord van in het begin, zodat we weten dat jij het bent.
register-keeping = Bewaren…
register-kept = Bewaard om { $time }
register-back = Terug
register-next = Verder
register-send = Sturen
register-dead = Hij is al gebruikt, of hij is ouder dan zeven dagen. Registreer je opnieuw met hetzelfde mailadres: wat je invulde, is er nog.
register-done = Welkom, { $name }!
register-done-text = Je account is klaar.
register-done-other = “{ $wished }” was al in gebruik, daarom staan er vier letters achter. Er is een mail onderweg waarin het ook staat.
register-done-school = Je school moet nog bevestigen dat je erbij hoort. Tot dan kun je rondkijken en partners zoeken, maar nog niet voor leerlingen zorgen.
register-enter = Naar binnen
register-missing-country = Kies je land.
register-missing-school = Kies je school, of geef een nieuwe op.
register-missing-new-school-name = Typ de naam van de school.
register-missing-new-school-town = Typ de plaats van de school.
register-missing-new-school-zone = Kies de tijdzone.
register-missing-new-school-head = Typ wie de school leidt.
register-missing-name = Typ je naam.
register-missing-function = Kies je functie.
register-missing-subjects = Kies wat je geeft, of “Ik geef geen les”.

hue-lagoon = Lagune
hue-marigold = Goudsbloem
hue-coral = Koraal
hue-leaf = Bladgroen
hue-plum = Pruim
hue-sky = Hemelsblauw

function-teacher = Leerkracht
function-head = Directeur
function-deputy = Adjunct-directeur
function-librarian = Bibliothecaris
function-counsellor = Leerlingbegeleider
function-ict = ICT-coördinator
function-support = Zorgcoördinator
function-other = Iets anders

subject-none = Ik geef geen les
subject-art = Beeldende vorming
subject-biology = Biologie
subject-chemistry = Scheikunde
subject-citizenship = Burgerschap
subject-class = Alle vakken van een klas
subject-computing = Informatica
subject-crafts = Handvaardigheid
subject-cross = Vakoverschrijdend
subject-drama = Toneel
subject-economics = Economie
subject-ethics = Godsdienst en zedenleer
subject-foreign = Vreemde talen
subject-geography = Aardrijkskunde
subject-health = Gezondheid
subject-history = Geschiedenis
subject-mathematics = Wiskunde
subject-media = Media
subject-mother = Moedertaal
subject-music = Muziek
subject-physics = Natuurkunde
subject-science = Wetenschappen
subject-special = Buitengewoon onderwijs
subject-sport = Sport
subject-technology = Techniek
subject-other = Iets anders

topic-animals = Dieren
topic-art = Kunst
topic-books = Boeken
topic-citizenship = Samenleven
topic-climate = Klimaat
topic-cooking = Eten en koken
topic-culture = Cultuur en gewoonten
topic-environment = Natuur en milieu
topic-europe = Europa
topic-games = Spelletjes
topic-health = Gezondheid
topic-history = Geschiedenis
topic-languages = Talen
topic-mathematics = Wiskunde
topic-media = Film en media
topic-music = Muziek
topic-peace = Vrede en mensenrechten
topic-robots = Robots en programmeren
topic-science = Proefjes
topic-space = Ruimtevaart
topic-sport = Sport
topic-stories = Verhalen
topic-town = Onze stad
topic-travel = Reizen
topic-water = Water

ages-under-8 = Jonger dan 8
ages-8-9 = 8 en 9
ages-10-11 = 10 en 11
ages-12-13 = 12 en 13
ages-14-15 = 14 en 15
ages-16-18 = 16 tot 18

kit-none = Geen
kit-text-none = We hebben zelf een idee, of zoeken er later een.
kit-one-day = Een dag uit ons leven
kit-text-one-day = Beide klassen vertellen dezelfde dag, uur na uur. Drie weken.
kit-recipes = Onze recepten
kit-text-recipes = Een kookboek van twee steden, aan beide kanten gekookt en geproefd. Zes weken.
kit-river = Langs de rivier
kit-text-river = Wat stroomt hier voorbij? Kaarten, metingen, foto’s. Acht weken.
kit-stories = Een verhaal op reis
kit-text-stories = De ene klas begint, de andere gaat verder. Vier weken.
kit-weather = Wat voor weer is het bij jullie?
kit-text-weather = Samen meten en vergelijken. Vier weken.

welcome-title = Welkom
welcome-to = Naar de welkomstpagina
welcome-register = Registreren
welcome-head = Twee scholen. Eén plek om samen te werken.
welcome-lead = Jouw klas en een klas ver weg ontmoeten elkaar hier: ze schrijven, plannen, verzamelen en publiceren samen, en chatten live in de les.
welcome-what = Wat het is
welcome-together = Samen, vanaf het eerste uur
welcome-together-text = Chatruimtes, prikborden, forums, pagina’s, bestanden en een kalender, van beide klassen samen en vanzelf geordend.
welcome-live = Live in de les
welcome-live-text = Spreek een moment af dat in beide lesroosters past. Iedereen ziet beide klokken.
welcome-safe = Gemaakt voor kinderen
welcome-safe-text = Geen vreemden, geen reclame, niets openbaar zonder leerkracht. Leerkrachten zien wat er gebeurt, en leerlingen kunnen overal hulp vragen.
welcome-how = Zo gaat het
welcome-step-mail = Registreer je
welcome-step-mail-text = Mailadres, gebruikersnaam en wachtwoord. Je krijgt een mail met een link.
welcome-step-form = Vertel wie je bent
welcome-step-form-text = Je school, wat je daar doet, en wat je zou willen doen. Vijf minuten.
welcome-step-school = Word bevestigd
welcome-step-school-text = Een collega of de ondersteuningsorganisatie bevestigt dat je bij je school hoort.
welcome-step-start = Zoek een partner
welcome-step-start-text = Richt samen een project op, nodig je klassen uit, en begin.
welcome-computer = Is mijn computer goed genoeg?
welcome-computer-good = Ja. Deze computer en deze browser hebben alles wat nodig is.
welcome-computer-bad = Niet helemaal. Kijk wat hier ontbreekt.
computer-browser = De browser is nieuw genoeg.
computer-browser-not = De browser is te oud. Neem een nieuwere Firefox, Chrome, Edge of Safari.
computer-live = Live verbindingen zijn mogelijk.
computer-live-not = Live verbindingen zijn niet mogelijk. Vraag het aan wie voor jullie netwerk zorgt.
computer-cookies = Aanmelden is mogelijk.
computer-cookies-not = Cookies staan uit, en aanmelden heeft er een nodig. Sta ze toe voor deze site.
computer-keeps = Wat je typt, blijft bewaard als de verbinding wegvalt.
computer-keeps-not = Deze browser bewaart niets voor deze site. Wat je typt, kan verloren gaan als de verbinding wegvalt.
computer-server = De server antwoordt.
computer-server-not = De server antwoordt nu niet. Kijk of er internet is.
welcome-questions = Vragen
welcome-ask-who = Wie kan zich registreren?
welcome-ask-who-text = Leerkrachten en anderen die op een school werken: directeurs, bibliothecarissen, begeleiders. Je school bevestigt dat je erbij hoort.
welcome-ask-pupils = Hoe komen leerlingen binnen?
welcome-ask-pupils-text = Via hun leerkracht, met een kaart of een wachtwoord. Ze hebben geen mailadres nodig, en geven geen gegevens over zichzelf.
welcome-ask-money = Wat kost het?
welcome-ask-money-text = Niets. Het is vrije software, en er is geen reclame.
welcome-ask-school = Mijn school staat niet in de lijst.
welcome-ask-school-text = Dan geef je die op als je je registreert. Geef de officiële naam. De ondersteuningsorganisatie van je land kijkt er even naar.
welcome-ask-mail = Ik krijg geen mail.
welcome-ask-mail-text = Kijk bij de ongewenste mail, en wacht tot twee uur. Vraag het daarna aan de ondersteuningsorganisatie van je land, en noem je mailadres.
welcome-ask-data = Wat bewaren jullie over mij?
welcome-ask-data-text = Je naam, je mailadres, dat niemand anders ziet, je school, en wat je hier doet. Een registratie die niet af is, verdwijnt na dertig dagen. Je kunt altijd alles downloaden of verwijderen.

account-password-lead = Met een nieuw wachtwoord word je op alle andere apparaten afgemeld.
account-password-change = Wachtwoord veranderen
account-password-current = Huidig wachtwoord
account-password-ends = Alle andere apparaten en sleutels worden hierdoor afgemeld.
account-password-changed = Je wachtwoord is veranderd.
account-address-lead = Voor links als je je wachtwoord vergeten bent. Niemand anders ziet het.
account-address-none = Zonder mailadres kan niemand je een link sturen als je je wachtwoord vergeet: dan helpt je leerkracht.
account-address-change = Mailadres veranderen
account-address-add = Een mailadres toevoegen
account-address-new = Nieuw mailadres
account-address-hint = We sturen er een link naartoe. Het telt zodra je die link geopend hebt.
account-address-send = Stuur de link
account-address-sent = Als { $email } gebruikt kan worden, is er een link naartoe onderweg. Tot je die opent, blijft alles zoals het is.
account-schools = Mijn scholen
account-schools-lead = Als een school je bevestigd heeft, kun je voor de leerlingen van die school zorgen.
account-schools-none = Je hebt nog geen school genoemd.
account-school-add = Een school toevoegen
account-school-add-do = Dit is mijn school
account-school-added = Je school krijgt de vraag om je te bevestigen.
account-school-leave = Weggaan
account-school-leave-label = Weggaan bij { $school }
account-school-leave-sure = Je kunt dan niet meer voor de leerlingen van deze school zorgen. Iemand zou je opnieuw moeten bevestigen.
account-school-leave-claim = Je neemt terug dat je bij deze school hoort.
account-teaching = Wat ik doe op school
account-teaching-lead = Alleen voor de statistiek; niemand krijgt het te zien.
account-wishes-lead = Ze helpen anderen om jou te vinden.
account-kept = Het is bewaard.
attachment-claimed = Nog niet bevestigd. Dat doet een collega van de school, of de ondersteuningsorganisatie.
attachment-confirmed = Bevestigd.
attachment-refused = De school zegt dat je er niet bij hoort.

claims-title = Mensen die zeggen dat ze bij jouw school horen
claims-lead = Bevestig alleen wie je kent. Zij kunnen daarna leerlingen van je school wachtwoorden en kaarten geven.
claims-lead-desk = Scholen bevestigen hun eigen mensen. Hier staat wie er wacht in jouw landen, ook waar nog niemand bevestigd is.
claims-none = Er wacht niemand.
claims-says = zegt: { $school }, { $town }
claims-confirm = Bevestigen
claims-confirm-label = { $name } bevestigen
claims-confirm-sure = { $name } kan dan voor de leerlingen van { $school } zorgen: wachtwoorden, kaarten, toestemming. Weet je zeker dat die persoon daar werkt?
claims-confirmed = { $name } is bevestigd.
claims-refuse = Weigeren
claims-refuse-label = { $name } weigeren
claims-refuse-sure = { $name } krijgt te horen dat hij of zij niet bij { $school } hoort. Het account blijft.
claims-refused = { $name } is geweigerd.

stuck-lead = Wie vastzit tussen de eerste mail en het eind van het formulier. Je kunt de link opnieuw sturen; hij gaat naar het opgegeven adres.
stuck-search = Zoeken op mailadres
stuck-search-hint = Met het hele adres vind je ook wie nog geen land genoemd heeft.
stuck-none = Er zit niemand vast.
stuck-not-found = Er is geen onvoltooide registratie met dit adres.
stuck-no-country = Nog geen land
stuck-begun = Begonnen { $when }.
stuck-saved = Laatst getypt { $when }.
stuck-unopened = Nog niets ingevuld.
stuck-link-old = De link is te oud.
stuck-again = Link opnieuw sturen
stuck-again-label = Link opnieuw sturen naar { $email }
stuck-sent = De link is onderweg naar { $email }.

checks-new = Nieuwe scholen
checks-new-lead = Opgegeven door leerkrachten. Kijk of de naam de officiële is, en of de school er niet al was.
checks-none = Er is geen nieuwe school om na te kijken.
checks-by = Opgegeven door { $name }, { $when }. { $people ->
        [one] Eén persoon.
       *[other] { $people } mensen.
    }
checks-look = Nakijken
checks-look-label = { $school } nakijken
checks-who = Opgegeven door
checks-double = Is het een van deze?
checks-double-hint = Dan gaan de mensen naar die school over, als “gezegd”, en deze verdwijnt.
checks-double-none = Nee, het is een aparte school
checks-check = Het klopt
checks-merge = Samenvoegen
checks-checked = { $school } is nagekeken.
checks-merged = Hij hoort nu bij { $school }.
## The first run, the installation's screen

error-wrong-setup-code = Dit is niet de code. Ze staat waar de server is gestart, en is bij elke start anders.
error-account-blocked = Dit account is afgesloten. Vraag het aan wie deze TwinSpace beheert.
error-not-your-own-account = Dit kan niet met je eigen account.
error-mail-not-sent = De mailserver nam de mail niet aan.
error-mail-not-reached = De mailserver is niet te bereiken. Kloppen de naam en de poort?
error-mail-no-safe-line = Er is geen veilige verbinding met de mailserver: hij biedt geen TLS aan, of toont een certificaat dat deze machine niet vertrouwt.
error-mail-login-refused = De mailserver weigerde gebruikersnaam en wachtwoord.
error-mail-sender-refused = De mailserver laat ons niet onder deze naam versturen.
error-mail-try-later = De mailserver vraagt om het later opnieuw te proberen.
error-mail-no-such-mailbox = De mailserver kent deze mailbox niet.
mail-or-copy = Of kopieer dit adres naar je browser:
mail-trial-subject = Mail van { $installation } komt aan
mail-trial-text =
    Deze mail laat alleen zien dat mail van { $installation } bij jou aankomt.

    Je hoeft niets te doen.
setup-title = Welkom bij jouw TwinSpace
setup-steps = Stappen
setup-step-code = Code
setup-step-organisation = Organisatie
setup-step-person = Jij
setup-step-mail = Mail
setup-step-projects = Projecten
setup-next = Verder
setup-back = Terug
setup-code-title = Beheer jij deze server?
setup-code-lead = Dan kun je zijn code lezen. Ze verscheen waar de server is gestart.
setup-code = Code
setup-code-hint = Een code geldt tot ze gebruikt is. Elke start geeft een nieuwe.
setup-code-missing = Typ de code.
setup-organisation-title = Wie beheert dit?
setup-organisation-lead = Leerkrachten en leerlingen zien beide namen.
setup-organisation = Jouw organisatie
setup-organisation-hint = Een school, een stad, een ministerie, een scholennetwerk …
setup-organisation-missing = Typ de naam van je organisatie.
setup-called = Hoe deze plek heet
setup-called-hint = Het staat op de aanmeldpagina en in elke mail.
setup-called-missing = Geef ze een naam.
setup-person-title = Wie ben jij?
setup-person-lead = Jij wordt de eerste beheerder van de installatie. Je ziet accounts en scholen, en geen enkele projectruimte.
setup-name = Je naam
setup-name-missing = Typ je naam.
setup-username-hint = Hiermee meld je je aan.
setup-username-wrong = Kleine letters, cijfers, punten en streepjes; twee of meer.
setup-email = E-mailadres
setup-email-hint = Voor een nieuw wachtwoord, als je dit kwijt bent.
setup-email-wrong = Typ een e-mailadres.
setup-mail-title = Hoe gaat mail de deur uit?
setup-mail-lead = TwinSpace schrijft alleen volwassenen: links om binnen te komen, uitnodigingen, nieuws over projecten.
setup-mail-by = Mail gaat via { $server }
setup-mail-from = Afzender: { $sender }
setup-mail-unsafe = De verbinding met de mailserver is niet veilig.
setup-mail-none = Er is nog geen mailserver
setup-mail-folder = Mails worden als bestanden bewaard in
setup-mail-how = Wil je ze echt versturen? Zet TWINSPACE_SMTP_HOST en TWINSPACE_MAIL_FROM en start de server opnieuw. Dat kan ook later.
setup-mail-try = Stuur me een mail
setup-mail-sent = Verstuurd naar { $address }. Kijk of hij aankomt.
setup-mail-laid = Hij ligt in { $folder }.
setup-projects-title = Wie keurt projecten goed?
setup-projects-lead = Je kunt dit later veranderen.
setup-approval-support = Ondersteuningsorganisaties
setup-approval-support-text = De ondersteuningsorganisaties van beide landen bekijken elk project voor de ruimte opengaat.
setup-approval-none = Niemand hoeft dat
setup-approval-none-text = Leerkrachten openen zelf ruimtes. Goed voor één school of een kleine groep scholen.
setup-finish = Klaar
installation-title = Deze installatie
installation-tab-overview = Overzicht
installation-tab-people = Mensen
installation-tab-schools = Scholen
installation-tab-support = Ondersteuning
installation-tab-mail = Mail
installation-only = Alleen wie deze TwinSpace beheert, ziet deze pagina.
installation-name-title = Naam en projecten
installation-saved = Opgeslagen.
installation-stands = Hoe het ervoor staat
installation-health = Gezondheid
installation-health-ok = Alles antwoordt
installation-health-bad = Iets antwoordt niet: { $parts }
installation-health-asking = Even kijken …
installation-address = Adres
installation-unsafe = Geen veilige verbinding
installation-version = Versie
installation-database = Database
installation-files = Bestanden
installation-files-disk = Op de schijf van deze machine
installation-people-count = { $adults ->
        [one] { $adults } volwassene
       *[other] { $adults } volwassenen
    }, { $pupils ->
        [one] { $pupils } leerling
       *[other] { $pupils } leerlingen
    }
installation-schools-count = { $count ->
        [one] { $count } school
       *[other] { $count } scholen
    }
installation-spaces-count = { $count ->
        [one] { $count } ruimte
       *[other] { $count } ruimtes
    }
installation-here = In gebruik
installation-people-title = Mensen
installation-people-lead = Je ziet accounts, nooit wat mensen schrijven.
installation-people-search = Iemand zoeken
installation-people-search-hint = Een naam, het begin van een gebruikersnaam, of een heel e-mailadres.
installation-people-none = Niemand gevonden.
installation-people-more = Er zijn er meer. Typ nog iets van de naam.
installation-people-start = Typ twee letters of meer.
installation-people-invite = Een volwassene toevoegen
installation-people-invite-lead = Die krijgt een mail met een link, een week geldig, en kiest zelf een wachtwoord.
installation-people-name = Naam
installation-people-name-missing = Typ de naam.
installation-people-invite-do = Toevoegen en mailen
installation-people-invited = { $name } heeft een account, en krijgt een mail.
installation-people-link = Link voor een nieuw wachtwoord sturen
installation-people-link-sent = { $name } krijgt een mail.
installation-people-block = Account afsluiten
installation-people-block-title = Het account van { $name } afsluiten?
installation-people-block-text = { $name } wordt nu overal afgemeld en kan zich niet meer aanmelden. Wat er geschreven is, blijft. Je kunt het account weer openen.
installation-people-blocked = Het account van { $name } is afgesloten.
installation-people-unblock = Account weer openen
installation-people-unblocked = { $name } kan zich weer aanmelden.
installation-people-mark-operator = beheert deze installatie
installation-people-mark-blocked = afgesloten
installation-people-mark-pupil = leerling
installation-people-mark-desk = ondersteuning { $country }
installation-people-used = Laatst gebruikt { $when }
installation-people-never = Nog nooit aangemeld
installation-people-menu = Wat te doen met { $name }
installation-people-state-claimed = zegt het zelf
installation-people-state-refused = geweigerd
installation-school-claims = Wie zegt bij een school te horen
installation-school-claims-lead = Bevestig alleen wie je kent, of over wie iemand van de school je heeft ingelicht: een bevestigde leerkracht mag de leerlingen wachtwoorden en kaartjes geven.
installation-school-claim = { $name } zegt: ik hoor bij { $school }, { $town }
installation-school-claim-since = sinds { $when }
installation-school-confirm = Bevestigen
installation-school-confirmed = { $name } hoort nu bij de school.
installation-school-refuse = Weigeren
installation-school-refused = Het is geweigerd.
installation-school-title = Scholen
installation-school-search = Een school zoeken
installation-school-none = Zo’n school is hier niet.
installation-school-empty = Er is hier nog geen school bekend.
installation-school-counts = { $adults ->
        [one] { $adults } leerkracht
       *[other] { $adults } leerkrachten
    }, { $pupils ->
        [one] { $pupils } leerling
       *[other] { $pupils } leerlingen
    }
installation-school-more = Meer tonen
installation-school-add = Een school toevoegen
installation-school-add-do = Toevoegen
installation-school-added = { $name } is toegevoegd.
installation-school-name = Officiële naam
installation-school-town = Plaats
installation-school-country = Land
installation-school-zone = Tijdzone
installation-school-hue = Kleur
installation-desks-title = Ondersteuningsorganisaties
installation-desks-lead = Eén voor elk land. Hun mensen beslissen over registraties, scholen en projecten van hun land, en zien niets van een ruimte.
installation-desks-none = Er is er nog geen. Zolang beslis jij voor elk land.
installation-desk-open = Een organisatie toevoegen
installation-desk-name = Hoe ze heet
installation-desk-do = Toevoegen
installation-desk-people = { $count ->
        [0] Daar zit nog niemand
        [one] { $count } persoon
       *[other] { $count } mensen
    }
installation-desk-appoint = Iemand aanstellen
installation-desk-appoint-title = Wie zit aan het bureau van { $country }?
installation-desk-appoint-do = Aanstellen
installation-desk-appointed = { $name } zit nu aan dit bureau.
installation-desk-dismiss = { $name } ontslaan
installation-desk-dismissed = { $name } zit daar niet meer.
installation-mail-title = Mail die wacht
installation-mail-waiting = { $count ->
        [0] Er wacht geen mail.
        [one] Eén mail wacht om te vertrekken.
       *[other] { $count } mails wachten om te vertrekken.
    }
installation-mail-failing = Nog niet vertrokken
installation-mail-failing-lead = Ze worden vanzelf opnieuw geprobeerd, met steeds langere pauzes.
installation-mail-buried = Opgegeven
installation-mail-buried-lead = Ze zijn acht keer geprobeerd, of kunnen niet aankomen. Vanzelf gebeurt er niets meer.
installation-mail-buried-none = Er is niets opgegeven.
installation-mail-to = aan { $reader }
installation-mail-tries = { $count ->
        [one] één keer geprobeerd
       *[other] { $count } keer geprobeerd
    }
installation-mail-next = volgende poging { $when }
installation-mail-again = Opnieuw proberen
installation-mail-all-again = Alle mails opnieuw proberen
installation-mail-drop = Weggooien
installation-mail-again-done = Het wordt opnieuw geprobeerd.
installation-mail-dropped = Het is weggegooid.
installation-mail-work = Ander werk: { $method }
installation-mail-mail = Mail “{ $kind }”
installation-mail-why-NotReached = De mailserver is niet te bereiken.
installation-mail-why-NoSafeLine = Geen veilige verbinding met de mailserver.
installation-mail-why-LoginRefused = De mailserver weigerde gebruikersnaam en wachtwoord.
installation-mail-why-SenderRefused = De mailserver weigert onze afzender.
installation-mail-why-TryLater = De mailserver vroeg om later terug te komen.
installation-mail-why-NoSuchMailbox = Zo’n mailbox bestaat niet.
installation-mail-why-other = Het mislukte: { $error }.
mail-account-made-subject = Je account bij { $installation }
mail-account-made-text =
    Iemand die { $installation } beheert, maakte een account voor je.

    Kies een wachtwoord, en je bent binnen. De link is een week geldig.
mail-account-made-button = Kies een wachtwoord
mail-account-link-subject = Een nieuw wachtwoord voor { $installation }
mail-account-link-text =
    Wie { $installation } beheert, stuurt je deze link. Daarmee kies je een nieuw wachtwoord. Hij is een dag geldig, en werkt één keer.

    Heb je hier niet om gevraagd? Laat het dan zo: je wachtwoord blijft zoals het is.
mail-account-link-button = Kies een nieuw wachtwoord
## Class cards: the sheet

cards-sheet-title = Klaskaarten, { $school }
cards-sheet-how = Scan de code met een telefoon of tablet. Tik daarna op je vier plaatjes.
cards-sheet-username = Gebruikersnaam
cards-sheet-pin = Jouw vier plaatjes, in deze volgorde
cards-sheet-ask = Je leerkracht kent je vier plaatjes.
cards-sheet-qr = Code om je aan te melden
cards-sheet-apart = De plaatjes van de kaarten
cards-sheet-keep = Voor de leerkracht. Bewaar dit blad apart van de kaarten.
cards-sheet-name = Naam
cards-sign-sun = zon
cards-sign-moon = maan
cards-sign-star = ster
cards-sign-tree = boom
cards-sign-fish = vis
cards-sign-bird = vogel
cards-sign-boat = boot
cards-sign-house = huis
cards-sign-heart = hart
cards-sign-key = sleutel
cards-sign-apple = appel
cards-sign-umbrella = paraplu

## Class cards, pupils, groups, invitations: what can go wrong

error-wrong-card = Deze kaart en deze plaatjes horen niet bij elkaar. Kijk op je kaart en probeer opnieuw. Lukt het dan nog niet, vraag je leraar om een nieuwe kaart.
error-changed-meanwhile = Iemand heeft dit net gewijzigd. Probeer opnieuw.
error-username-guessable = Gebruikersnamen van leerlingen eindigen op vier toevallige letters of cijfers. Neem de naam die wordt voorgesteld.
error-too-many-groups = In een ruimte passen { $most } groepen.
error-invited-already = Iemand met dit adres is al uitgenodigd. Je kunt de mail opnieuw sturen.
error-too-many-invitations = Er wachten al { $most } uitnodigingen. Trek er eerst een paar in.
error-link-is-dead = Deze link werkt niet meer. Vraag een nieuwe.
why-pupils-by-own-teachers = Alleen bevestigde leerkrachten van de eigen school van de leerling zorgen voor wachtwoorden, namen en kaarten.
why-no-tokens-by-card = Met een klaskaart maak je geen sleutel voor een programma: meld je aan met een wachtwoord.
why-pupils-by-confirmed-teachers = Alleen wie bevestigd is als leerkracht van deze school, voegt er leerlingen van toe.
why-card-outside-hours = Deze kaart werkt alleen tijdens de lessen.
mail-invited-subject = { $by } nodigt je uit voor { $space }
mail-invited-text =
    { $by } nodigt je uit om samen te werken in “{ $space }”.

    Open de link binnen zeven dagen. Hij werkt één keer, en alleen voor jou: geef deze mail niet door.
mail-invited-button = De uitnodiging bekijken
