## My team: people, groups, classes

team-more = Meer voor het team
team-view = Wat je ziet
team-view-people = Mensen
team-view-groups = Groepen
team-find = Zoek een naam
team-find-nobody = Niemand heet hier zo.
team-order = In welke volgorde
team-order-role = Leerkrachten eerst
team-order-name = Op naam
team-order-last = Laatst aangemeld eerst
team-only-group = Alleen één groep
team-last-on = aangemeld op { $day }
team-last-never = nog nooit aangemeld
team-part-failed = De groepen en aanmeldingen konden niet geladen worden.

pupils-open = Een klas toevoegen
pupils-title = Een klas toevoegen
pupils-list = De leerlingen, één per regel
pupils-list-example =
    Pia Claes
    Noor Peeters
    Sam De Wit; 4B; sam@example.org
pupils-list-hint = Een naam is genoeg. Een klas en een mailadres mogen volgen, zoals in een rekenblad.
pupils-list-count =
    { $count ->
        [one] Eén leerling
       *[other] { $count } leerlingen
    }
pupils-list-missing = Typ of plak minstens één naam.
pupils-list-long = Dit zijn { $count } leerlingen. Voeg er hoogstens { $most } tegelijk toe.
pupils-file = Een bestand nemen (CSV)
pupils-file-large = Dit bestand is te groot voor een klaslijst.
pupils-file-empty = In dit bestand staan geen namen.
pupils-file-no-text = Dit is geen tekstbestand. Bewaar de lijst in je rekenblad als CSV, of plak ze hier.
pupils-class = Klas
pupils-class-hint = Wordt een deel van de gebruikersnamen, zoals pia-4b-x7k2.
pupils-look = Eerst bekijken
pupils-look-fine =
    { $count ->
        [one] Deze leerling kan worden toegevoegd.
       *[other] Deze { $count } leerlingen kunnen worden toegevoegd.
    }
pupils-look-wrong =
    { $wrong ->
        [one] Eén van de { $count } regels klopt nog niet.
       *[other] { $wrong } van de { $count } regels kloppen nog niet.
    }
pupils-look-table = Wat er gemaakt wordt
pupils-name = Naam
pupils-row = Regel { $number }
pupils-known = Er zit al iemand met deze naam in het team.
pupils-no-password = Ze hebben nog geen wachtwoord. Druk klaskaarten af, of stel voor elk een wachtwoord in.
pupils-as-group = Maak er de groep “{ $name }” van
pupils-back = De lijst wijzigen
pupils-add =
    { $count ->
        [one] Eén leerling toevoegen
       *[other] { $count } leerlingen toevoegen
    }
pupils-done-title = De klas zit in het team
pupils-done =
    { $count ->
        [one] Eén leerling is toegevoegd.
       *[other] { $count } leerlingen zijn toegevoegd.
    }
pupils-done-next = Druk nu hun kaarten af: met een kaart melden ze zich aan zonder iets te typen.
pupils-no-group = De groep “{ $name }” is niet gemaakt. Onder Groepen kun je dat later nog doen.
pupils-wrong-name-missing = De naam ontbreekt.
pupils-wrong-name-too-long = De naam is te lang.
pupils-wrong-name-twice = Deze naam staat twee keer in de lijst. Voeg iets toe om ze uit elkaar te houden.
pupils-wrong-class-too-long = De klas is te lang.
pupils-wrong-address-twice = Dit mailadres staat twee keer in de lijst.
pupils-wrong-address-taken = Iemand heeft al een account met dit mailadres.
pupils-wrong-not-an-address = Dit is geen mailadres.

pupil-open = Naam en wachtwoord
pupil-title = { $name }
pupil-language = Taal
pupil-language-browser = Zoals de browser
pupil-password = Een nieuw wachtwoord
pupil-password-hint = Niemand kan het oude zien. Met een nieuw wachtwoord wordt de leerling overal afgemeld.
pupil-password-none = Er is nog geen wachtwoord ingesteld.
pupil-password-new = Nieuw wachtwoord
pupil-password-length = Minstens 10 tekens. Drie woorden onthoud je makkelijk.
pupil-password-say = Ingesteld. Zeg het aan je leerling; het wordt niet opnieuw getoond.
pupil-password-propose = Stel er een voor
pupil-password-do = Wachtwoord instellen
pupil-password-set = { $name } heeft een nieuw wachtwoord.
pupil-card = Klaskaart
pupil-card-printed = Afgedrukt op { $day }.
pupil-card-used = Laatst gebruikt op { $day }.
pupil-card-unused = Nog niet gebruikt.
pupil-card-none = Nog geen kaart.
pupil-card-stopped = Ze is te vaak met verkeerde plaatjes gebruikt en opent niets meer. Druk een nieuwe kaart af: die heeft een andere code en andere plaatjes.

cards-open-title = Klaskaarten afdrukken
cards-title = Klaskaarten afdrukken
cards-lead = Elke leerling krijgt een kaart met een code om te scannen en vier plaatjes om aan te tikken.
cards-for =
    { $count ->
        [0] Voor wie?
        [one] Voor één leerling
       *[other] Voor { $count } leerlingen
    }
cards-all = Iedereen
cards-without = Wie er geen heeft die werkt
cards-none = Niemand
cards-people = Mijn leerlingen
cards-has = heeft een kaart
cards-nobody = Je hebt nog geen leerlingen in deze ruimte. Voeg eerst je klas toe.
cards-pin = De vier plaatjes
cards-pin-shown = Op de kaart
cards-pin-shown-hint = Het makkelijkst voor jonge leerlingen. Wie een kaart vindt, kan ze gebruiken.
cards-pin-apart = Op een lijst voor mij
cards-pin-apart-hint = Leerlingen leren hun plaatjes uit het hoofd. Veiliger.
cards-when = Wanneer de kaarten werken
cards-when-always = Altijd
cards-when-always-hint = Ook thuis.
cards-when-days = Op schooldagen
cards-when-days-hint = Maandag tot vrijdag, van 7.30 tot 18 uur in { $town }.
cards-when-lessons = Tijdens de lessen
cards-when-lessons-hint = Van de eerste les van een dag tot de laatste.
cards-replaced =
    { $count ->
        [one] Eén leerling heeft al een kaart. Die werkt niet meer, en wie ze nu gebruikt, wordt afgemeld.
       *[other] { $count } leerlingen hebben al een kaart. Die werken niet meer, en wie er nu een gebruikt, wordt afgemeld.
    }
cards-do =
    { $count ->
        [0] Kaarten maken
        [one] Eén kaart maken
       *[other] { $count } kaarten maken
    }
cards-doing = De kaarten worden gemaakt…
cards-ready = Je kaarten zijn klaar
cards-ready-text =
    { $count ->
        [one] Er staat één kaart op een A4-blad.
       *[other] Er staan { $count } kaarten op A4-bladen, acht op elk blad.
    }
cards-next-print = Druk het blad af.
cards-next-cut = Knip langs de lijnen en geef elke leerling een kaart.
cards-next-apart = Knip langs de lijnen. Hou het laatste blad met de plaatjes voor jezelf.
cards-next-scan = Leerlingen scannen de code en tikken op hun vier plaatjes.
cards-kept-nowhere = Dit blad wordt nergens bewaard. Raak je het kwijt, druk de kaarten dan opnieuw af.
cards-open = Openen en afdrukken
cards-keep = Downloaden
cards-file = klaskaarten.pdf
cards-print-these = Hun kaarten afdrukken
cards-one = Een kaart afdrukken
cards-again = Een nieuwe kaart afdrukken
cards-take = De kaart afnemen
cards-stopped = kaart werkt niet meer
cards-taken = De kaart van { $name } opent niets meer.

card-title = Tik op je plaatjes
card-lead = Tik op de vier plaatjes van je kaart, in dezelfde volgorde.
card-chosen =
    { $count ->
        [0] Nog geen plaatje gekozen
        [one] Eén van de vier plaatjes gekozen
       *[other] { $count } van de vier plaatjes gekozen
    }
card-signs = Plaatjes
card-back = Het laatste plaatje terugnemen
card-scan = Scan je kaart
card-scan-text = Richt de camera van je telefoon of tablet op de code van je kaart.
card-other = Aanmelden met een gebruikersnaam

invite-open = Een collega uitnodigen
invite-title = Een collega of gast uitnodigen
invite-lead = Je stuurt een mail met een link die één keer werkt, zeven dagen lang.
invite-email = Mailadres
invite-email-missing = Typ het mailadres.
invite-as = Als
invite-teacher-hint = Van een school van deze ruimte.
invite-partner = Leerkracht van een andere school
invite-partner-hint = De eigen school doet dan mee in deze ruimte.
invite-partner-before = Wie zo meedoet, brengt de eigen school mee: die wordt een partnerschool van deze ruimte, en iedereen hier ziet dat. Het moet een nagekeken school zijn die deze persoon bevestigd heeft. Is dat niet zo, dan kan die als gast komen.
invite-with-school = met de eigen school
invite-guest-hint = Iemand van buiten: een expert, een ouder, een school die niet meedoet.
invite-do = De uitnodiging sturen
invite-sent = Er is een mail onderweg naar { $email }.
invite-pending =
    { $count ->
        [one] Er wacht één uitnodiging
       *[other] Er wachten { $count } uitnodigingen
    }
invite-until = tot { $day }
invite-over = de link is verlopen
invite-again = Opnieuw sturen
invite-again-to = De uitnodiging aan { $email } opnieuw sturen
invite-back = Intrekken
invite-back-from = De uitnodiging van { $email } intrekken
invite-taken-back = De uitnodiging van { $email } opent niets meer.

invited-title = Je uitnodiging
invited-to = Je bent uitgenodigd in “{ $space }”
invited-by =
    { $role ->
        [guest] { $by } nodigt je uit als gast.
       *[other] { $by } nodigt je uit als leerkracht.
    }
invited-by-school =
    { $role ->
        [guest] { $by } nodigt je uit als gast.
       *[other] { $by } nodigt je uit als leerkracht van { $school }.
    }
invited-by-own-school = { $by } nodigt je uit als leerkracht, met je eigen school.
invited-school-joins = Als je meedoet, wordt { $school } een partnerschool van deze ruimte. Iedereen daar ziet de school en je naam.
invited-which-school = Met welke school?
invited-join-with = Meedoen met { $school }
invited-no-school = Je kunt je school meebrengen zodra die jou bevestigd heeft en de school nagekeken is. Je ziet het bij je account. Deze link blijft zeven dagen goed; vraag daarna een nieuwe.
invited-my-schools = Mijn scholen
invited-register-first = Meld je aan als leerkracht van je school. Heeft de school je bevestigd, open dan deze link opnieuw: je school doet dan met jou mee in deze ruimte.
invited-register = Aanmelden met mijn school
invited-as-guest = Als gast komen
invited-as-guest-hint = Of kom als gast, zonder je school. Je kunt later nog met je school uitgenodigd worden.
invited-dead = Deze link werkt niet meer
invited-dead-text = Hij werkt één keer, zeven dagen lang. Vraag aan wie je uitnodigde om hem opnieuw te sturen.
invited-to-sign-in = Naar het aanmelden
invited-join-as = Meedoen als { $name }
invited-not-pupils = Uitnodigingen per mail zijn voor volwassenen.
invited-sign-in = Je hebt al een account. Meld je aan en doe mee.
invited-account = Maak een account voor { $email }.
invited-name = Je naam
invited-username-hint = Kleine letters en cijfers. Je meldt je ermee aan.
invited-password = Wachtwoord
invited-make = Mijn account maken en meedoen
invited-made = Je doet mee!
invited-username-other = “{ $wished }” was al in gebruik, daarom staan er vier letters achter. Je kunt je ook met je mailadres aanmelden.
invited-go-in = Naar binnen

groups-mix = Gemengde groepen maken
groups-mix-title = Gemengde internationale groepen
groups-mix-lead = Elke groep krijgt leerlingen van elke school, zo gelijk mogelijk verdeeld. Schud tot het je bevalt.
groups-mix-nobody = Er zijn nog niet genoeg leerlingen. Voeg eerst de klassen toe.
groups-mix-count = Groepen
groups-fewer = Eén groep minder
groups-more = Eén groep meer
groups-shuffle = Opnieuw schudden
groups-size =
    { $count ->
        [0] leeg
        [one] 1 persoon
       *[other] { $count } personen
    }
groups-name = Groep { $number }
groups-name-1 = Otters
groups-name-2 = Reigers
groups-name-3 = Vossen
groups-name-4 = Dolfijnen
groups-name-5 = Uilen
groups-name-6 = Bevers
groups-name-7 = Zwaluwen
groups-name-8 = Egels
groups-name-9 = Zeehonden
groups-name-10 = Bijen
groups-name-11 = Ooievaars
groups-name-12 = Eekhoorns
groups-with-folder = Geef elke groep een map
groups-with-room = Geef elke groep een chatkamer
groups-with-folder-one = Geef de groep een map
groups-with-room-one = Geef de groep een chatkamer
groups-with-hint = Alleen de groep en de leerkrachten zien wat erin staat.
groups-make =
    { $count ->
        [one] Eén groep maken
       *[other] { $count } groepen maken
    }
groups-made =
    { $count ->
        [one] Eén groep staat klaar.
       *[other] { $count } groepen staan klaar.
    }
groups-new = Nieuwe groep
groups-new-do = De groep maken
groups-made-one = “{ $name }” staat klaar.
groups-change = De groep wijzigen
groups-changed = “{ $name }” is gewijzigd.
groups-called = Naam van de groep
groups-called-missing = Geef de groep een naam.
groups-called-taken = Er is al een groep met deze naam.
groups-hue = Kleur
groups-members =
    { $count ->
        [0] Nog niemand erin
        [one] Eén persoon erin
       *[other] { $count } personen erin
    }
groups-people = De mensen van het team
groups-delete = De groep opheffen
groups-delete-title = “{ $name }” opheffen?
groups-delete-text = De mensen blijven in het team. Ook de map en de kamer van de groep blijven, met alles wat erin staat.
groups-deleted = “{ $name }” is geen groep meer.
groups-empty = Nog geen groepen
groups-empty-text = Meng de klassen van alle scholen met één klik, of maak zelf een groep.
groups-empty-wait = Als je leerkrachten groepen maken, zie je ze hier.
groups-without = In geen enkele groep
groups-nobody = Nog niemand
groups-menu = { $name }: meer
groups-places = Plekken van { $name }
groups-folder = Map
groups-room = Chatkamer
groups-move = { $name } verplaatsen
groups-move-to = Naar { $group }
groups-take-out = Uit deze groep
groups-moved = { $name } zit in { $group }.
groups-taken-out = { $name } zit niet meer in de groep.
## Contacts and projects

error-school-first = Zeg eerst van welke school je bent. Dan kunnen anderen jou vinden, en jij hen.
error-too-many-undecided = Je wacht al op { $most } antwoorden. Trek er eerst een paar in.
error-contact-needed = Dit kan alleen met iemand uit je contacten.
error-partner-needed = Kies het contact met wie je het project begint.
error-not-to-edit-now = Het formulier kan nu niet veranderd worden: anderen bekijken het.
error-not-to-withdraw-now = Dit project kan niet meer ingetrokken worden.
error-nothing-asked = Er is niets meer om op te antwoorden.
error-decided-already = Hierover is al beslist.
error-reason-needed = Zeg in een of twee zinnen waarom.
error-school-not-confirmed = Het is nog niet bevestigd dat jullie allebei bij je school horen. Een collega of de beheerder van deze server kan dat doen.
error-other-country = Kies een school uit hetzelfde land: wat voor project het is, ligt vast sinds de aanmelding.
error-too-many-schools-together = Aan één project doen hoogstens { $most } scholen mee.
error-founder-must-teach = Alleen een leerkracht van een van de scholen kan oprichter worden.
error-founder-already = Dit is al een van de oprichters.
error-no-project-yet = Niemand heeft het project van deze ruimte al beschreven.
error-ages-reversed = De oudste kan niet jonger zijn dan de jongste.
error-end-before-start = Het einde ligt vóór het begin.
error-project-too-long = Een project duurt hoogstens drie jaar. Later verlengen kan.
error-not-a-day = Die dag bestaat niet.
bell-claim = { $who } zegt bij jouw school te horen
bell-claim-to-check = { $who } hoort bij een school die hier nog geen leerkracht heeft: kijk je het na?
bell-attachment-confirmed = Je school heeft je bevestigd
bell-attachment-refused = Je school werd niet bevestigd
bell-contact-asked = { $who } wil graag een contact van je zijn
bell-contact-accepted = { $who } is nu een contact van je
bell-project-asked = { $who } vraagt je om samen een project te beginnen
bell-project-accepted = { $who } begint het project met je
bell-project-declined = { $who } begint het project niet met je
bell-project-withdrawn = { $who } heeft een project ingetrokken
bell-project-question = Een ondersteuningsorganisatie wil meer weten over je project
bell-project-refused = Een ondersteuningsorganisatie heeft je project niet goedgekeurd
bell-project-to-decide = Een project wacht op je beslissing
bell-project-opened = Je project is goedgekeurd en de ruimte is open
bell-project-invited = { $who } vraagt je om mee te doen aan een project
bell-project-joined = { $who } doet nu mee aan je project
bell-project-closed = { $who } heeft een project gesloten
bell-project-reopened = { $who } heeft een project heropend
mail-contact-asked-subject = { $name } wil graag een contact van je zijn
mail-contact-asked-text =
    { $name } wil graag een contact van je zijn in { $installation }. Contacten kunnen samen een project beginnen.

    Antwoord onder “Mijn contacten”: { $address }/contacts
mail-project-asked-subject = Begin je mee aan een project: { $title }
mail-project-asked-text =
    Een contact van je heeft het project “{ $title }” aangemeld en wil het samen met jou beginnen.

    Lees het en antwoord onder “Mijn projecten”: { $address }/projects
mail-project-declined-subject = Afgewezen: { $title }
mail-project-declined-text =
    Het project “{ $title }” is afgewezen.

    Waarom, en wat je nu kunt doen, staat onder “Mijn projecten”: { $address }/projects
mail-project-question-subject = Een vraag over { $title }
mail-project-question-text =
    Een ondersteuningsorganisatie wil eerst meer weten over het project “{ $title }”.

    Lees de vraag en antwoord onder “Mijn projecten”: { $address }/projects
mail-project-opened-subject = Goedgekeurd: { $title }
mail-project-opened-text =
    Het project “{ $title }” is goedgekeurd en de ruimte is open. Je bent er beheerder.

    Ga naar binnen onder “Mijn projecten”: { $address }/projects
mail-project-to-decide-subject = Er wacht een project op je in { $installation }
mail-project-to-decide-text =
    Er is een project aangemeld met een school uit je land. Het wacht op je beslissing.

    Je vindt het aan je bureau: { $address }/support
mail-project-invited-subject = Doe je mee aan een project: { $title }
mail-project-invited-text =
    Een contact van je vraagt je om met je school mee te doen aan het project “{ $title }”.

    Lees het en antwoord onder “Mijn projecten”: { $address }/projects
contacts-title = Mijn contacten
contacts-lead = Leerkrachten die je kent. Met een contact kun je een project beginnen.
contacts-search = Leerkrachten zoeken
contacts-search-hint = Op naam, school of plaats
contacts-found = { $count ->
        [0] Niemand gevonden
        [one] Eén leerkracht gevonden
       *[other] { $count } leerkrachten gevonden
    }
contacts-found-none = Misschien met minder letters, of op de plaats van de school? Alleen volwassenen die gezegd hebben van welke school ze zijn, zijn te vinden.
contacts-found-more = Er zijn er meer. Typ er een woord bij om de juiste te vinden.
contacts-school-first-title = Zeg van welke school je bent
contacts-school-first = Dan kunnen anderen jou vinden, en jij hen. Dat doe je bij je account.
contacts-add = Vragen
contacts-add-label = { $name } vragen als contact
contacts-ask-title = { $name } vragen
contacts-ask-text = { $name } krijgt bericht, en kan ja of nee zeggen.
contacts-ask-word = Een woordje erbij
contacts-ask-word-hint = Wie ben je, en wat zou je samen willen doen? Je mag het leeg laten.
contacts-ask-do = Versturen
contacts-asked = Verstuurd. Je ziet hier wanneer { $name } ja zegt.
contacts-waiting-mark = Gevraagd
contacts-is-contact = Je contact
contacts-asks-you-mark = Vraagt jou
contacts-requests = { $count ->
        [one] Iemand wil een contact van je zijn
       *[other] { $count } mensen willen een contact van je zijn
    }
contacts-accept = Ja, graag
contacts-accept-label = Ja, graag: { $name }
contacts-decline = Nee
contacts-decline-label = Nee, niet met { $name }
contacts-decline-hint = Als je nee zegt, krijgt de ander daar geen bericht van.
contacts-accepted = { $name } is nu een contact van je.
contacts-mine = Je contacten
contacts-project = Project beginnen
contacts-project-label = Een project beginnen met { $name }
contacts-menu = Wat je kunt doen met { $name }
contacts-remove = Uit mijn contacten halen
contacts-remove-title = { $name } uit je contacten halen?
contacts-remove-text = Jullie staan dan niet meer in elkaars lijst. Projecten die jullie delen, gaan door.
contacts-remove-do = Weghalen
contacts-removed = { $name } is geen contact meer van je.
contacts-waiting = Nog geen antwoord
contacts-since = sinds { $when }
contacts-take-back = Intrekken
contacts-take-back-label = Je vraag aan { $name } intrekken
contacts-empty-title = Nog geen contacten
contacts-empty = Zoek een collega die je kent, of iemand van een school waarmee je wilt samenwerken, en vraag het. Zegt die ja, dan kunnen jullie samen een project beginnen.
contacts-failed = Je contacten konden niet opgehaald worden.
frame-my-contacts = Mijn contacten
frame-my-projects = Mijn projecten
frame-support = Ondersteuning
projects-title = Mijn projecten
projects-lead = Van het eerste idee tot de ruimte voor jullie klassen.
projects-new = Nieuw project
projects-failed = Je projecten konden niet opgehaald worden.
projects-empty-title = Nog geen project
projects-empty = Een project begint met twee leerkrachten. Zoek een contact, beschrijf samen wat jullie klassen gaan doen, en verstuur het.
projects-empty-contacts = Zoek eerst een contact
projects-european = Europees
projects-national = Nationaal
projects-state-awaiting-partner = Wacht op de partner
projects-state-awaiting-support = Wacht op goedkeuring
projects-state-more-information = Een vraag voor jullie
projects-state-opening = Gaat open
projects-state-active = Actief
projects-state-closed = Gesloten
projects-state-declined = Afgewezen
projects-state-withdrawn = Ingetrokken
projects-state-invited = Jij bent gevraagd
projects-next-wait-partner = { $name } moet eerst ja zeggen. Jij hoeft nu niets te doen.
projects-next-answer-partner = { $name } vraagt je om dit project samen te beginnen.
projects-next-support = { $count ->
        [one] De ondersteuningsorganisatie van { $countries } bekijkt het. Je hoort het hier.
       *[other] De ondersteuningsorganisaties van { $countries } bekijken het. Je hoort het hier.
    }
projects-next-question = De ondersteuningsorganisatie van { $countries } wil meer weten.
projects-next-opening = Iedereen heeft ja gezegd. De ruimte gaat zo open.
projects-next-active = De ruimte staat open voor jullie klassen.
projects-next-closed = Alles is nog te lezen. Beheerders kunnen het heropenen.
projects-next-declined = Het ging niet door. Je kunt het opnieuw schrijven en nog eens versturen.
projects-next-withdrawn = Het is ingetrokken voor het begon.
projects-next-invited = Je bent gevraagd om met je school mee te doen.
projects-do-answer = Lezen en antwoorden
projects-do-reply = De vraag beantwoorden
projects-do-space = Naar de ruimte
projects-do-diary = Projectdagboek
projects-diary = Projectdagboek
projects-diary-about = Wat we samen doen, verteld door beide klassen. Iedereen kan een pagina toevoegen; leerkrachten kunnen hem publiceren.
projects-diary-first = Hoe we beginnen
projects-diary-lead = Dit is de eerste pagina van ons dagboek. Beide klassen schrijven hier wat ze samen doen: wat goed ging, wat vreemd was, wat ze ontdekten.
projects-diary-ask = Wie zijn we? Waar wonen we? Wat willen we van elkaar te weten komen?
projects-diary-more = Schrijf over deze regels heen, en voeg een pagina toe zodra er iets te vertellen is.
projects-do-read = Lezen in de ruimte
projects-do-again = Opnieuw schrijven
projects-do-look = Bekijken
projects-open-label = { $do }: { $title }
projects-path = Hoe ver het is
projects-path-registered = Aangemeld
projects-path-partner = Partner zegt ja
projects-path-support = Akkoord
projects-path-open = Ruimte open
projects-path-done = klaar
projects-path-now = nu
projects-about = Over het project
projects-subjects = Vakken
projects-ages = Leeftijd van de leerlingen
projects-ages-range = { $from } tot { $to } jaar
projects-languages = Talen
projects-dates = Van – tot
projects-dates-range = { $start } – { $end }
projects-kind = Soort
projects-kind-hint-european = Opgericht door scholen uit twee landen. Dat blijft zo, wie er ook bij komt.
projects-kind-hint-national = Opgericht in één land. Dat blijft zo, wie er ook bij komt.
projects-people = Partners
projects-mark-founder = Oprichter
projects-mark-administrator = Beheerder
projects-mark-member = Lid
projects-mark-invited = Gevraagd, nog geen antwoord
projects-left = is weg
projects-said-no = heeft nog niet geantwoord
projects-story = Wat er gebeurd is
projects-step-registered = { $name } meldde het project aan
projects-step-accepted = { $name } zei ja
projects-step-declined = { $name } zei nee
projects-step-withdrawn = { $name } trok het in
projects-step-edited = { $name } veranderde de gegevens
projects-step-approved = Goedgekeurd: { $name }
projects-step-question = Vroeg meer uitleg: { $name }
projects-step-answered = { $name } antwoordde
projects-step-opened = De ruimte ging open
projects-step-closed = { $name } sloot het
projects-step-reopened = { $name } heropende het
projects-step-joined = { $name } kwam erbij
projects-step-left = { $name } ging weg
projects-step-handed-over = { $name } gaf de plaats van een oprichter door
projects-step-refused = Niet goedgekeurd: { $name }
projects-decisions = Goedkeuring
projects-said-waiting = bekijkt het nog
projects-said-approved = keurde het goed
projects-said-question = wil meer weten
projects-said-declined = wees het af
projects-organisation = Ondersteuningsorganisatie, { $country }
projects-accept = Ja, samen beginnen
projects-accept-lead = Lees het eerst. Zeg je ja, dan gaat het naar de ondersteuningsorganisaties.
projects-accept-lead-free = Lees het eerst. Zeg je ja, dan gaat de ruimte meteen open.
projects-accepted = Je hebt ja gezegd.
projects-decline = Nee
projects-decline-title = Nee zeggen tegen “{ $title }”?
projects-decline-text = Dan is dit formulier afgelopen. { $name } kan een nieuw schrijven.
projects-decline-word = Een woordje aan { $name }
projects-decline-do = Nee zeggen
projects-declined = Je hebt nee gezegd.
projects-withdraw = Intrekken
projects-withdraw-title = “{ $title }” intrekken?
projects-withdraw-text = Dan beslist niemand er meer over. Later opnieuw aanmelden kan.
projects-withdraw-word = Waarom? Je mag het leeg laten.
projects-withdrawn = Ingetrokken.
projects-edit = Formulier veranderen
projects-edit-anew = Wie het al heeft goedgekeurd, beslist opnieuw als je iets verandert.
projects-answer-title = Antwoord
projects-answer-label = Jullie antwoord
projects-answer-do = Antwoord versturen
projects-answered = Verstuurd. Ze bekijken het opnieuw.
projects-change = Gegevens veranderen
projects-changed = Bewaard.
projects-invite = Partner vragen
projects-invite-title = Een partner vragen om mee te doen
projects-invite-text = Je kunt alleen je contacten vragen. Wie ja zegt, doet mee als leerkracht, met de eigen school.
projects-invite-none = Al je contacten doen al mee, of je hebt er nog geen.
projects-invite-who = Wie?
projects-invite-do = Vragen
projects-invited = { $name } is gevraagd.
projects-uninvite = Intrekken
projects-uninvited = { $name } is niet meer gevraagd.
projects-uninvite-label = De vraag aan { $name } intrekken
projects-join = Ja, meedoen
projects-join-lead = Je doet mee als leerkracht. Je school doet vanaf dan mee.
projects-join-school = Met welke school?
projects-joined = Je doet mee.
projects-refuse = Nee
projects-refused = Je hebt nee gezegd.
projects-menu = Wat je kunt doen met { $name }
projects-make-administrator = Beheerder maken
projects-make-member = Beheer afnemen
projects-marked = Veranderd voor { $name }.
projects-hand-over = Oprichter maken…
projects-hand-over-title = { $name } oprichter maken
projects-hand-over-text = { $name } krijgt de plaats van een oprichter en wordt beheerder. Wiens plaats?
projects-hand-over-do = Doorgeven
projects-handed-over = { $name } is nu oprichter.
projects-remove = Uit het project halen…
projects-remove-title = { $name } eruit halen?
projects-remove-text = Vanaf nu krijgt { $name } niets meer uit de ruimte. Wat al geschreven is, blijft.
projects-remove-do = Eruit halen
projects-removed = { $name } is eruit gehaald.
projects-close = Project sluiten
projects-close-title = “{ $title }” sluiten?
projects-close-text = Vanaf dan is alles te lezen en kan niemand nog iets veranderen. Heropenen kan altijd.
projects-closed = Het project is gesloten.
projects-reopen = Project heropenen
projects-reopened = Het project gaat verder.
projects-new-title = Nieuw project
projects-new-lead = Samen met een contact. Die leest het eerst, daarna de ondersteuningsorganisaties van beide landen.
projects-new-lead-free = Samen met een contact. Zegt die ja, dan gaat de ruimte meteen open.
projects-form-partner = Met wie?
projects-form-alone = In mijn eentje
projects-form-alone-hint = De ruimte gaat meteen open.
projects-form-no-contact = Je hebt nog geen contacten. Alleen twee contacten kunnen een project beginnen.
projects-form-no-school = Zeg eerst van welke school je bent, bij je account.
projects-form-school = Met welke van je scholen?
projects-form-claimed = nog niet bevestigd
projects-form-title = Titel
projects-form-title-hint = Kort, zodat leerlingen hem terugvinden.
projects-form-description = Wat gaan jullie klassen samen doen?
projects-form-description-hint = Wie doet wat, en wat komt eruit? De ondersteuningsorganisaties lezen dit.
projects-form-subjects = Vakken
projects-form-subjects-hint = Eén tot zes
projects-form-ages = Hoe oud zijn de leerlingen?
projects-form-from = Jongste
projects-form-to = Oudste
projects-form-languages = In welke talen werken jullie?
projects-form-languages-hint = Eén tot vijf
projects-form-start = Begint
projects-form-end = Eindigt
projects-form-end-past = Die dag is al voorbij.
projects-form-missing-some = Er ontbreekt nog iets: { $what }
projects-form-send = Versturen
projects-form-kept = Wat je schrijft, blijft in deze browser bewaard tot je het verstuurt.
projects-registered = Verstuurd. { $name } wordt nu gevraagd.
projects-registered-alone = De ruimte gaat zo open.
projects-lost-title = Dit project is er niet
projects-lost-text = Misschien doe je er niet meer aan mee.
projects-back = Al mijn projecten
projects-subject-art = Beeldende vorming
projects-subject-biology = Biologie
projects-subject-chemistry = Scheikunde
projects-subject-citizenship = Burgerschap
projects-subject-drama = Drama
projects-subject-economics = Economie
projects-subject-environment = Milieu
projects-subject-geography = Aardrijkskunde
projects-subject-history = Geschiedenis
projects-subject-informatics = Informatica
projects-subject-languages = Vreemde talen
projects-subject-literature = Literatuur
projects-subject-mathematics = Wiskunde
projects-subject-media = Media
projects-subject-music = Muziek
projects-subject-philosophy = Filosofie en ethiek
projects-subject-physics = Natuurkunde
projects-subject-primary = Hele basisschool
projects-subject-religion = Godsdienst
projects-subject-sport = Sport
projects-subject-technology = Techniek
projects-subject-vocational = Beroepsvakken
support-title = Ondersteuning
support-lead = { $countries }
support-lead-operator = Jij beslist voor landen zonder ondersteuningsorganisatie.
support-tab-registrations = Registraties
support-tab-schools = Scholen
support-tab-projects = Projecten
support-tab-record = Logboek
support-search = Zoeken
support-search-hint = Titel, oprichter of school
support-waiting = Te beslissen
support-decided = Beslist
support-which = Welke projecten
support-none-waiting = Er wacht niets op je
support-none-waiting-text = Hebben beide oprichters een project verstuurd, dan verschijnt het hier.
support-none-decided = Nog niets beslist
support-none-found = Niets gevonden met deze woorden.
support-failed = Je bureau kon niet opgehaald worden.
support-more = Er zijn er meer. Zoek ze met een woord.
support-founders = Oprichters
support-attachment-confirmed = school bevestigd
support-attachment-claimed = school nog niet bevestigd
support-attachment-refused = school niet bevestigd
support-your-turn = Jouw beslissing voor { $country }
support-others = Het andere land
support-approve = Goedkeuren
support-approve-title = “{ $title }” goedkeuren?
support-approve-text = Als alle landen het goedkeuren, gaat de ruimte open en krijgen de oprichters bericht.
support-approve-word = Een woordje erbij. Je mag het leeg laten.
support-ask = Meer vragen
support-ask-title = Een vraag over “{ $title }”
support-ask-text = Beide oprichters lezen je vraag. Het project komt bij je terug met hun antwoord.
support-ask-word = Je vraag
support-decline = Afwijzen
support-decline-title = “{ $title }” afwijzen?
support-decline-text = Dan is dit formulier afgelopen. De oprichters lezen je redenen en kunnen een nieuw schrijven.
support-decline-word = Je redenen
support-word-missing = Schrijf een of twee zinnen.
support-done-approve = Goedgekeurd.
support-done-ask = De vraag is onderweg.
support-done-decline = Afgewezen.
support-their-answer = Hun antwoord
support-your-question = Je vraag
support-record-lead = Alles wat aan dit bureau beslist is. Er gaat nooit iets uit.
support-record-empty = Aan dit bureau is nog niets beslist.
support-record-older = Oudere
support-record-what = Wat
support-record-by = Door
support-record-when = Wanneer
support-record-why = Waarom
support-record-approved = Goedgekeurd
support-record-question = Meer gevraagd
support-record-declined = Afgewezen
support-record-confirmed = Bevestigd
support-record-refused = Geweigerd
support-record-subject-project = Project
support-record-subject-school = School
support-record-subject-registration = Aanmelding
support-record-subject-attachment = Iemand van een school
support-record-other = Gedaan
support-record-subject-other = Iets anders
## My account, my data, erasing, settings of a space

account-part-profile = Profiel
account-part-safety = Veiligheid
account-part-data = Mijn gegevens
account-looks = Taal en uiterlijk
self-data = Wat hier van jou bewaard wordt
self-data-lead = Je kunt een kopie krijgen van alles wat hier van jou bewaard wordt.
self-name-former = oud-leerling
self-name-nobody = iemand die weg is
error-erased-already = Dit account wordt al gewist.
error-another-user-name = Dat is niet de gebruikersnaam van dit account.
error-last-operator = Jij bent de enige die deze installatie beheert. Maak eerst iemand anders beheerder.
error-last-administrator-of = “{ $space }” zou zonder beheerder achterblijven. Maak eerst iemand anders beheerder.
why-erased-by-own-teachers = Een leerkracht van jouw school kan je account wissen. Vraag het daar.
self-readme =
    Dit is alles wat { $installation } van jou bewaart.

    data/    Wat over jou is vastgelegd en wat jij hebt geschreven, één bestand per soort. Het is JSON: elke teksteditor opent het en andere programma's kunnen het lezen.
    data/where.json    Hoe de ruimtes en kamers heten waarvan de id's in de andere bestanden staan.
    files/    Jouw bestanden en foto's.

    Tijdstippen zijn in UTC. Woorden van anderen staan er niet in.
error-portrait-not-square = Deze foto is geen klein vierkant. Kies hem opnieuw.
error-cover-shape = Deze foto heeft niet de vorm die boven een ruimte te zien is. Kies hem opnieuw.
error-unknown-language = Deze taal kennen we niet.
why-name-by-own-teachers = Een leerkracht van jouw school past je naam aan. Vraag het daar.
bell-space-ending = Deze ruimte wordt over een maand gewist
error-space-erased = Deze ruimte is gewist.
self-data-words = Wat je schreef: in chats, forums, brieven, pagina’s en kalenders.
self-data-files = Je bestanden en foto’s.
self-data-account = Je account, je scholen en ruimtes, en de apparaten die je gebruikte.
self-data-copy = Kopie downloaden
self-erase = Mijn account wissen
self-erase-lead = Alles wat alleen jij gebruikt, gaat voorgoed weg: je naam, je toegang, kladjes en apparaten. Je kiest wat er gebeurt met wat je voor anderen maakte.
self-erase-lead-pupil = Een leerkracht van jouw school kan je account wissen en je eerst een kopie geven. Vraag het daar.
self-erase-alone = Maak eerst iemand anders beheerder van deze ruimtes:
self-erase-me = Mijn account wissen…
self-erase-title = { $name } wissen
self-erase-always = Naam, toegang, foto, kladjes, leesposities en apparaten gaan altijd weg, meteen en op elk apparaat. Niemand kan ze terughalen.
self-erase-what = Wat gebeurt er met wat voor anderen is gemaakt?
self-erase-thread = Gesprekken leesbaar houden
self-erase-thread-text = Wat in chats, forums, brieven en op prikborden is gezegd, blijft staan, zonder naam. Bestanden, foto’s, stukken van pagina’s en al het andere gaan weg.
self-erase-former = Alles bewaren, met “oud-leerling” erbij
self-erase-former-text = Woorden, bestanden en foto’s blijven. Alleen de naam wordt vervangen.
self-erase-remove = Alles weghalen
self-erase-remove-text = Alle woorden, bestanden en foto’s gaan weg. Waar iets stond, blijft een spoor zonder woorden.
self-erase-type = Typ de gebruikersnaam
self-erase-type-hint = Die is { $username }.
self-erase-type-missing = Typ de gebruikersnaam, zodat niemand per ongeluk wordt gewist.
self-erase-now = Voorgoed wissen
self-erased = { $name } wordt gewist. Dat is binnen een minuut klaar.
self-erased-me = Je account wordt gewist. Tot ziens.
self-about = Over mij
self-about-lead = Zo zien anderen in je ruimtes je.
self-about-lead-pupil = Zo zien anderen in je ruimtes je. Een leerkracht van jouw school past je naam aan.
self-kept = Bewaard.
self-photo = Foto
self-photo-who = Iedereen die met jou in een ruimte zit, ziet hem, en verder niemand.
self-photo-who-pupil = Anderen zien hem alleen in ruimtes waarvoor je school toestemming van je ouders heeft. Overal elders zien ze je initialen.
self-photo-choose = Foto kiezen
self-photo-other = Andere foto
self-photo-drop = Weghalen
self-photo-gone = Je initialen zijn weer te zien.
self-photo-kept = Je foto is nu te zien.
self-photo-unreadable = Dit bestand is geen foto die hier getoond kan worden.
self-photo-frame = Deel van de foto dat anderen zien
self-photo-how = Sleep de foto, of gebruik de pijltjestoetsen. Zoom met plus en min.
self-photo-zoom = Zoom
self-photo-drop-here = Kies een foto, of laat hem hier los
self-photo-back = Een andere
self-photo-take = Deze foto gebruiken
self-name = Naam
self-name-hint = Zoals collega’s en leerlingen je kennen.
self-speaks = Talen die ik spreek
self-speaks-more = Taal toevoegen
self-speaks-less = { $language } weghalen
self-zone = Tijdzone
self-zone-browser = Zoals de browser ({ $zone })
self-notices = Per e-mail
self-notices-lead = Alles staat bij je bel. Een deel kan ook per e-mail komen.
self-mail-to = Het gaat naar { $address }.
self-mail-none = Je account heeft geen e-mailadres.
self-mail-give = Toevoegen
settings-title = Instellingen
settings-lead = Wat je hier kiest, geldt meteen voor iedereen in deze ruimte.
settings-lead-read = Beheerders kiezen dit voor de ruimte.
settings-about = Over deze ruimte
settings-name = Naam
settings-name-missing = Een ruimte heeft een naam nodig.
settings-description = Waarover gaat ze?
settings-cover = Foto
settings-cover-text = Hij staat boven de lijst van plekken, en op de kaart van deze ruimte bij Mijn ruimtes. Alleen leden zien hem.
settings-cover-none = Zonder foto zie je de luchten van de scholen.
settings-cover-choose = Foto kiezen
settings-cover-other = Andere foto
settings-cover-drop = Weghalen
settings-cover-gone = De luchten van de scholen zijn weer te zien.
settings-cover-kept = De foto is nu te zien.
settings-cover-frame = Deel van de foto dat te zien is
settings-cover-how = Sleep de foto, of gebruik de pijltjestoetsen. Zoom met plus en min.
settings-cover-drop-here = Kies een foto, of laat hem hier los
settings-cover-take = Deze foto gebruiken
settings-colours = Kleuren van de scholen
settings-colours-text = Kleur en vorm tonen wie spreekt. Kies je een kleur van een andere school, dan wisselen de twee.
settings-rules = Kamers en regels
settings-rules-text = Wat leerlingen mogen, wanneer kamers open zijn en wanneer scholen les hebben.
settings-end = Hoelang ze bewaard wordt
settings-end-text =
    { $months ->
        [one] Een maand nadat de ruimte is gesloten, wordt alles erin gewist.
       *[other] { $months } maanden nadat de ruimte is gesloten, wordt alles erin gewist. Beheerders horen het een maand vooraf.
    }
settings-ends-at = Deze ruimte is gesloten. Ze wordt gewist op { $date }.
settings-end-after = Wissen na
settings-months =
    { $months ->
        [one] 1 maand
       *[other] { $months } maanden
    }
settings-goes = Wat dan weggaat
settings-goes-message =
    { $count ->
        [one] regel in chats
       *[other] regels in chats
    }
settings-goes-post =
    { $count ->
        [one] bericht in forums
       *[other] berichten in forums
    }
settings-goes-letter =
    { $count ->
        [one] brief
       *[other] brieven
    }
settings-goes-note =
    { $count ->
        [one] briefje
       *[other] briefjes
    }
settings-goes-file =
    { $count ->
        [one] bestand
       *[other] bestanden
    }
settings-goes-calendar-event =
    { $count ->
        [one] datum in kalenders
       *[other] data in kalenders
    }
settings-goes-place =
    { $count ->
        [one] kamer of map
       *[other] kamers en mappen
    }
settings-goes-member =
    { $count ->
        [one] lidmaatschap
       *[other] lidmaatschappen
    }
settings-goes-bytes = Bestanden nemen { $size } in.
settings-pupils = Gegevens van mijn leerlingen
settings-pupils-text = Als ouders erom vragen: een kopie van alles wat van een leerling van jouw school bewaard wordt, of alles voorgoed wissen.
pupil-data-copy = Kopie van wat bewaard is
pupil-data-erase = Voorgoed wissen…
settings-copy = Kopie
settings-copy-of = Kopie van wat van { $name } bewaard wordt
settings-erase = Wissen…
settings-erase-of = { $name } wissen
settings-not-confirmed = Dat kunnen alleen leerkrachten die hun school heeft bevestigd.
settings-project = Het project
settings-project-text = Partners en gegevens van het project, het dagboek, en het project sluiten of heropenen.
settings-project-open = Naar het project
settings-leave-text = Je hoort niets meer van deze ruimte. Wat je maakte, blijft.
claims-title-desk = Mensen die wachten op een woord van hun school

## Registering with an address for which a provider has vouched

register-email-vouched = Van je eenmalige aanmelding. Er gaat een mail naartoe; open die, en je komt op beide manieren in dit account.
