
## Frame

frame-skip = Direct naar de inhoud
frame-close = Sluiten
frame-cancel = Annuleren
frame-missing = Vul dit in.
frame-choose = Kies er eerst een.
frame-save = Bewaren
frame-undo = Terugdraaien
frame-retry = Opnieuw proberen
frame-loading = Bezig met laden…
frame-menu = Menu
frame-open-menu = Menu openen
frame-close-menu = Menu sluiten
frame-my-spaces = Mijn ruimtes
frame-my-account = Mijn account
frame-sign-out = Afmelden
frame-account-menu = { $name }: accountmenu
frame-light = Lichte kleuren gebruiken
frame-dark = Donkere kleuren gebruiken
frame-title = { $screen } – TwinSpace
frame-insecure = Deze server gebruikt geen beveiligde verbinding. Gebruik hem alleen op het netwerk van je school.
frame-demo = Dit is een demo. De mensen en scholen zijn verzonnen.
frame-window-lost = Dit venster kon niet geladen worden
frame-offline = Er is geen verbinding. Controleer het internet en probeer het opnieuw.
frame-unavailable = De server is druk of start net op. Probeer het zo meteen opnieuw.
frame-internal = Er ging bij ons iets mis. Geef dit nummer aan je leerkracht: { $ref }
frame-internal-bare = Er ging bij ons iets mis. Probeer het zo meteen opnieuw.
frame-wait-seconds =
    { $seconds ->
        [one] Dat was te vaak. Wacht één seconde.
       *[other] Dat was te vaak. Wacht { $seconds } seconden.
    }
frame-wait-minutes =
    { $minutes ->
        [one] Dat was te vaak. Wacht één minuut.
       *[other] Dat was te vaak. Wacht { $minutes } minuten.
    }
frame-lost-title = Deze pagina is er niet
frame-lost-text = Misschien zit er een fout in het adres, of mag jij deze pagina niet zien.
frame-lost-back = Naar mijn ruimtes
frame-leave-unsent =
    { $count ->
        [one] Eén bericht van jou is nog niet verstuurd. Meld je je nu af, dan ben je het kwijt.
       *[other] { $count } berichten van jou zijn nog niet verstuurd. Meld je je nu af, dan ben je ze kwijt.
    }
frame-leave-anyway = Toch afmelden

## Sign in

signin-title = Aanmelden
signin-lead = Twee scholen, één gesprek.
signin-name = Gebruikersnaam of e-mailadres
signin-password = Wachtwoord
signin-show = Wachtwoord tonen
signin-caps = Caps Lock staat aan.
signin-do = Aanmelden
signin-doing = Bezig met aanmelden…
signin-name-missing = Typ je gebruikersnaam of e-mailadres.
signin-password-missing = Typ je wachtwoord.
signin-wrong = Deze naam en dit wachtwoord horen niet bij elkaar. Kijk na wat je hebt getypt.
signin-forgotten = Wachtwoord vergeten?
signin-demo = Probeer het als
signin-demo-teacher = Leerkracht
signin-demo-pupil = Leerling
signin-demo-outsider = Leerkracht elders
signin-demo-support = Keurt goed
signin-demo-operator = Beheerder
signin-demo-hint = Het wachtwoord is getoond toen de server startte.
signin-again = Meld je opnieuw aan
signin-again-lead = Je was afgemeld. Alles op het scherm staat er nog.
signin-somebody-else = Ik ben iemand anders
signin-language = Taal

## Spaces

spaces-title = Mijn ruimtes
spaces-morning = Goedemorgen, { $name }
spaces-afternoon = Goedemiddag, { $name }
spaces-evening = Goedenavond, { $name }
spaces-unread =
    { $count ->
        [one] één nieuw
       *[other] { $count } nieuw
    }
spaces-people =
    { $count ->
        [one] één persoon
       *[other] { $count } mensen
    }
spaces-last = Laatste bericht { $when }
spaces-quiet = Nog niets gezegd
spaces-closed = Gesloten: je kunt lezen, niet schrijven
spaces-administrator = Beheerder
spaces-teacher = Leerkracht
spaces-pupil = Leerling
spaces-guest = Gast
spaces-empty-title = Je zit nog niet in een ruimte
spaces-empty-member = Vraag je leerkracht om je toe te voegen. Je gebruikersnaam is:
spaces-empty-teacher = Een ruimte gaat open met een project. Zoek een partner bij Mijn contacten, en begin samen een project. Of laat je uitnodigen in de ruimte van een collega.
spaces-empty-claimed = { $school } moet nog bevestigen dat je daar werkt. Je hoort het bij je bel en per mail. Rondkijken en contacten zoeken kan nu al.
spaces-empty-operator = Jij beheert deze server: scholen, mensen en ondersteuning vind je onder “Deze installatie”. Ruimtes beginnen leerkrachten zelf, met een project.

## Space

space-places = Kamers
space-folders = Mappen
space-team = Team
space-new = Nieuw …
space-room-title = Naam
space-make = Maken
space-screen-lost-title = Deze pagina kon niet geladen worden
space-screen-lost-text = De verbinding viel weg terwijl ze werd opgehaald. Probeer het opnieuw.
space-title-missing = Geef een naam.
space-binned = “{ $title }” ligt in de prullenbak.
space-restored = “{ $title }” is terug.
space-restore = Terugzetten
space-bin-open = Prullenbak
space-bin-empty = De prullenbak is leeg.
space-place-menu = { $title }: meer
space-unread =
    { $count ->
        [one] één nieuw bericht
       *[other] { $count } nieuwe berichten
    }
space-empty-title = Nog geen kamers
space-empty-administrator = Maak de eerste kamer en zeg hallo tegen de andere klas.
space-empty-member = Een leerkracht opent binnenkort een kamer.
space-lost-title = Je zit niet meer in deze ruimte
space-lost-text = Misschien heeft een leerkracht je van de lijst gehaald. Vraag het na als je denkt dat het een vergissing is.
space-place-lost-title = Deze plek is er niet meer
space-place-lost-text = Misschien ligt hij in de prullenbak, of mag jij hem niet lezen.
space-closed = Deze ruimte is gesloten. Je kunt nog alles lezen.
space-skies = { $count ->
        [one] De school en hoe laat het er nu is
       *[other] De scholen en hoe laat het er nu is
    }
space-other-schools =
    { $count ->
        [one] nog één school
       *[other] nog { $count } scholen
    }
space-all-schools = Alle scholen nu
space-own-time = Jouw tijd
space-sky-night = nacht
space-sky-dawn = ochtend
space-sky-day = dag
space-sky-dusk = avond
space-sky-label = { $town }, { $school }: { $time }, { $sky }
space-sky-label-town = { $town }: { $time }, { $sky }

## Account

account-title = Mijn account
account-language = Taal
account-theme = Kleuren
account-theme-system = Zoals het toestel
account-theme-light = Licht
account-theme-dark = Donker
account-clock = Klok
account-clock-auto = Zoals gewoonlijk
account-clock-24 = 24 uur
account-clock-12 = 12 uur
account-user-name = Gebruikersnaam
account-devices = Waar je aangemeld bent
account-devices-lead = Ken je een toestel niet? Beëindig het en vraag je leerkracht een nieuw wachtwoord.
account-this-device = Dit toestel
account-used = Laatst gebruikt: { $when }
account-end = Beëindigen
account-end-device = { $name } beëindigen
account-ended = { $name } is afgemeld.
account-everywhere = Overal afmelden
account-everywhere-sure = Je wordt op elk toestel afgemeld, ook op dit. Ook sleutels werken dan niet meer.
account-tokens = Sleutels voor programma's
account-tokens-lead = Een programma met zo'n sleutel kan alles wat jij kunt. Geef hem nooit aan iemand.
account-tokens-none = Je hebt geen sleutels.
account-token-new = Nieuwe sleutel
account-token-name = Waarvoor is hij?
account-token-days = Hoe lang mag hij werken?
account-token-days-option =
    { $days ->
        [one] één dag
       *[other] { $days } dagen
    }
account-token-make = Sleutel maken
account-token-once = Kopieer de sleutel nu. Hij wordt maar één keer getoond.
account-token-value = De sleutel
account-token-copy = Kopiëren
account-token-copied = Gekopieerd.
account-token-until = Werkt tot { $date }
account-token-end = Intrekken
account-token-ended = De sleutel “{ $name }” werkt niet meer.
account-token-name-missing = Zeg waarvoor de sleutel is.

## Team

team-title = Team
team-lead = Wie meedoet in deze ruimte
team-no-school = Zonder school
team-you = jij
team-administrator = Beheerder
team-here = nu hier
team-count =
    { $count ->
        [one] één persoon
       *[other] { $count } mensen
    }
team-add-lead = Iemand die hier al een account heeft.
team-add = Iemand toevoegen
team-add-do = Toevoegen
team-user-name = Gebruikersnaam
team-user-name-hint = De naam waarmee de persoon zich aanmeldt.
team-user-name-missing = Typ de gebruikersnaam.
team-role = Rol
team-role-teacher = Leerkracht
team-role-pupil = Leerling
team-role-guest = Gast
team-school = School
team-administrator-mark = Beheerder: mag mensen toevoegen en kamers maken
team-added = { $name } zit in het team.
team-member-menu = { $name }: meer
team-change = Rol wijzigen
team-change-title = De rol van { $name }
team-changed = Bewaard voor { $name }.
team-remove = Uit de ruimte halen
team-remove-title = { $name } uit de ruimte halen?
team-remove-text = { $name } kan hier vanaf nu niet meer lezen of schrijven. Wat geschreven is, blijft staan.
team-removed = { $name } zit niet meer in het team.
team-leave = Deze ruimte verlaten
team-leave-title = Deze ruimte verlaten?
team-leave-text = Je kunt hier niet meer lezen of schrijven. Wat je schreef, blijft staan. Een leerkracht kan je opnieuw toevoegen.
team-left-toast = Je hebt de ruimte verlaten.

## Chat

chat-log = Berichten in { $room }
chat-here-count =
    { $count ->
        [0] Er is niemand
        [one] Er is één persoon
       *[other] Er zijn { $count } mensen
    }
chat-here = Nu hier
chat-not-here = nu niet hier
chat-teacher = Leerkracht
chat-guests = Gasten
chat-you = jij
chat-write = Schrijf een bericht
chat-send = Verstuur
chat-emoji = Voeg een emoji toe
chat-emoji-panel = Emoji
chat-older = Oudere berichten
chat-newer = Nieuwere berichten
chat-newest = Ga naar het nieuwste bericht
chat-newest-new =
    { $count ->
        [one] Eén nieuw bericht
       *[other] { $count } nieuwe berichten
    }
chat-new-since = Nieuw sinds je weg was
chat-empty = Hier heeft nog niemand iets gezegd
chat-empty-invite = Zeg hallo. Iemand aan de andere kant leest het.
chat-empty-wait = Als iemand iets schrijft, zie je het hier.
chat-typing-one = { $name } typt…
chat-typing-two = { $name } en { $other } typen…
chat-typing-many = Er typen een paar mensen…
chat-waiting = Wacht
chat-refused = Niet verstuurd
chat-refused-stale = Het heeft een maand gewacht. Klopt het nog?
chat-try-again = Probeer opnieuw
chat-discard = Gooi weg
chat-edit = Verander
chat-reply = Antwoord
chat-react-with = Reageer met { $emoji }
chat-more-emoji = Meer emoji
chat-withdraw = Trek terug
chat-hide = Verberg
chat-restore = Toon weer
chat-copy = Kopieer de tekst
chat-copied = Gekopieerd.
chat-link = Kopieer de link
chat-see-original = Toon het origineel
chat-close-original = Berg het origineel op
chat-actions = { $name }, { $time }: wat je met dit bericht kunt doen
chat-edited = veranderd
chat-withdrawn = Dit bericht is teruggetrokken.
chat-hidden = Een leerkracht heeft dit bericht verborgen.
chat-reason = Reden: { $reason }
chat-editing = Je verandert je bericht
chat-cancel = Annuleer
chat-save = Bewaar
chat-count = { $used } van { $limit } tekens
chat-too-long =
    { $over ->
        [one] Eén teken te veel
       *[other] { $over } tekens te veel
    }
chat-read-only = Je kunt hier lezen, maar niet schrijven.
chat-closed = Deze ruimte is gesloten. Je kunt alles nog lezen.
chat-offline = Je bent offline. Wat je schrijft wordt bewaard en gaat vanzelf weg.
chat-withdraw-title = Dit bericht terugtrekken?
chat-withdraw-text = Niemand kan het dan nog lezen. Er blijft een regel staan die dat zegt. Leraren kunnen nog zien wat je schreef.
chat-hide-title = Dit bericht verbergen?
chat-hide-text = Leerlingen kunnen het dan niet meer lezen. Ze zien dat een leerkracht het heeft verborgen, en waarom.
chat-hide-reason = Reden
chat-hide-reason-hint = Bijvoorbeeld: Dit doet iemand pijn. Wees aardig.
chat-hide-reason-missing = Zeg waarom. De schrijver wil het weten.
chat-reacted =
    { $count ->
        [one] { $emoji } één persoon: { $names }
       *[other] { $emoji } { $count } mensen: { $names }
    }
chat-quoted = { $name } schreef: { $text }. Ga naar dit bericht
chat-quote-away = Een bericht dat niet getoond kan worden
chat-said = { $name }: { $text }
chat-said-many =
    { $count ->
        [one] Eén nieuw bericht
       *[other] { $count } nieuwe berichten
    }
chat-message-away = Dit bericht is er niet meer.
chat-failed = De berichten konden niet worden geladen.
chat-somebody = Iemand
chat-original-edited = Voordat het veranderd werd, { $time }
chat-original-withdrawn = Voordat het teruggetrokken werd, { $time }
chat-original-hidden = Voordat het verborgen werd, { $time }

## Why

# Elk is één schakel van de regels achter een beslissing, over de persoon om wie het gaat (dat kan de lezer zijn).
rights-act =
    { $right ->
        [read] lezen
        [add] iets toevoegen
        [edit] iets wijzigen
        [delete] iets verwijderen
       *[publish] publiceren
    }
rights-act-not =
    { $right ->
        [read] niet lezen
        [add] niets toevoegen
        [edit] niets wijzigen
        [delete] niets verwijderen
       *[publish] niet publiceren
    }
rights-role =
    { $role ->
        [teacher] leerkrachten
        [pupil] leerlingen
       *[guest] gasten
    }
why-not-a-member = Alleen wie bij deze ruimte hoort, mag erin.
why-no-such-place = Die plek bestaat niet in deze ruimte.
why-in-bin = “{ $place }” zit in de prullenbak, of in iets dat in de prullenbak zit.
why-closed = Deze ruimte is gesloten. Je kunt er nog wel alles lezen.
why-desk-owner = Dit is het eigen bureau van deze persoon.
why-administrator = Beheerders mogen alles in hun ruimte.
why-above-unreadable = “{ $place }” is voor deze persoon niet te lezen, en dus is ook alles wat erin zit niet te zien.
why-teachers-read-along = Leerkrachten mogen overal lezen waar leerlingen kunnen schrijven.
why-root-row-lacks = Voor deze persoon is ingesteld: in de hele ruimte { rights-act-not }.
why-own-row = In de rechtentabel van “{ $place }” staat een regel voor deze persoon: die mag er { rights-act }.
why-own-row-lacks = In de rechtentabel van “{ $place }” staat een regel voor deze persoon: die mag er { rights-act-not }.
why-role-row = Volgens de rechtentabel van “{ $place }” mogen { rights-role } er { rights-act }.
why-role-row-lacks = Volgens de rechtentabel van “{ $place }” mogen { rights-role } er { rights-act-not }.
why-no-row = In de rechtentabel van “{ $place }” staat niets over { rights-role }. Dan mogen ze er niets.
why-nothing-without-read = Wie hier niet mag lezen, mag ook al het andere niet.
why-own-item = Wat je zelf hebt gemaakt, mag je wijzigen en verwijderen zolang je hier iets mag toevoegen.
why-own-item-needs-add = Wat je zelf hebt gemaakt, mag je alleen wijzigen of verwijderen zolang je hier iets mag toevoegen.
why-teachers-moderate = Leerkrachten houden toezicht op elke plek die ze mogen lezen.
why-staff-only = Alleen leerkrachten en beheerders houden hier toezicht.
why-no-moderation-in-desk = Op een eigen bureau is geen toezicht nodig.
why-administrators-only = Alleen beheerders van deze ruimte mogen dit.
why-root-stays = De ruimte zelf kan niet naar de prullenbak.
why-delete-all-inside = Hierin zit iets dat deze persoon niet mag verwijderen. Een beheerder kan het wel.
why-above-in-bin = De plek eromheen zit in de prullenbak. Zet die eerst terug.
why-not-in-bin = Dit zit niet in de prullenbak.

## Errors of rights, places and members

error-too-many-places = Deze ruimte is vol: er passen { $most } plekken in, ook die in de prullenbak tellen mee.
error-too-deep = Dit wordt te diep: er kunnen hoogstens { $most } plekken in elkaar zitten.
error-root-keeps-table = De ruimte zelf heeft altijd een rechtentabel.
error-row-unknown = In de rechtentabel staat een regel voor iemand die niet bij deze ruimte hoort ({ $row }).
error-row-without-read = Een regel van de rechtentabel staat iets toe zonder lezen ({ $row }). Wie niet mag lezen, mag ook al het andere niet.
error-row-not-rights = In een regel van de rechtentabel staat iets dat geen recht is ({ $row }).
error-too-many-rows = De rechtentabel is te lang: er passen { $most } regels in.
error-root-stays = De ruimte zelf kan niet naar de prullenbak.
error-closed = Deze ruimte is gesloten. Je kunt er nog wel alles lezen.
error-not-closed = Deze ruimte is niet gesloten.
error-already-member = Deze persoon hoort al bij de ruimte.
error-own-school-alone = Alleen een leerkracht kan een eigen school meebrengen, en dan geen andere.
error-own-school-unsure = Je kunt deze school niet meebrengen: ze moet nagekeken zijn en jou bevestigd hebben.
error-inviter-no-administrator = Wie je uitnodigde, beheert deze ruimte niet meer. Vraag een nieuwe uitnodiging.
error-last-administrator = Een ruimte heeft minstens één beheerder nodig. Maak eerst iemand anders beheerder.
error-administrator-must-be-adult = Alleen een leerkracht of een gast kan beheerder zijn.
error-guest-has-no-school = Een gast hoort hier niet bij een school. Kies geen school, of een andere rol.

## Errors of the door

error-bad-input = Dit deel is niet te begrijpen: { $path }.
error-bad-json = Dit is geen geldige JSON.
error-not-json-rpc = Dit is geen JSON-RPC 2.0-bericht.
error-binary-frame = Hier worden alleen tekstframes begrepen.
error-socket-only = Dit werkt alleen over de live verbinding.
error-unknown-method = Zo’n opdracht of vraag bestaat niet.
error-signed-out = Meld je eerst aan.
error-wrong-credentials = Deze naam en dit wachtwoord horen niet bij elkaar. Kijk na wat je typte.
error-not-found = Dit is hier niet.
error-not-allowed = Je mag dit hier niet doen.
error-conflict = Dit kan niet zoals het er nu voor staat.
error-key-reused = Deze sleutel is al voor iets anders gebruikt.
error-too-many = Dat ging te snel. Wacht even.
error-too-many-calls = Te veel tegelijk. Wacht even.
error-too-many-tries = Te vaak fout geprobeerd. Wacht { $seconds } seconden.
error-too-many-sockets = Je hebt hier te veel vensters open. Sluit er een.
error-too-many-spaces = Je luistert naar te veel ruimtes tegelijk.
error-too-large = Dit is te groot.
error-foreign-origin = Dit kan alleen vanaf onze eigen pagina’s.
error-unavailable = De server kan dit nu niet bewaren. Er is niets gebeurd. Probeer het zo opnieuw.
error-busy = Er melden zich nu heel veel mensen aan. Probeer het over een paar seconden opnieuw.
error-internal = Er ging bij ons iets mis. Het nummer is { $ref }.
error-empty-text = Schrijf eerst iets.
error-text-too-long = Deze tekst is te lang.

## Errors of people, schools and chat

error-name-taken = Deze gebruikersnaam is al bezet.
error-unknown-person = Er is niemand met deze naam.
error-unknown-school = Deze school doet hier niet mee.
error-unknown-group = Deze groep is er niet meer, of er zit niemand in.
error-unknown-country = Er is geen land met deze code.
error-unknown-zone = Zo’n tijdzone bestaat niet.
error-school-needed = Leerkrachten en leerlingen hebben een school nodig.
error-role-needs-adult = Alleen volwassenen kunnen leerkracht of gast zijn.
error-role-needs-pupil = Volwassenen kunnen geen leerling zijn.
error-operator-must-be-adult = Alleen een volwassene kan de server beheren.
error-not-for-desks = Dit werkt alleen in de ruimte van een project.
error-not-for-the-root = De ruimte zelf krijgt een andere naam bij haar instellingen.
error-already-closed = Deze ruimte is al gesloten.
error-row-twice = Twee rijen gaan over hetzelfde: { $row }.
error-one-direction = Vraag één richting tegelijk.
error-unknown-message = Dit bericht staat niet in deze kamer.
error-message-withdrawn = Dit bericht is teruggenomen.
error-message-hidden = Dit bericht is verborgen.
error-message-said = Dit bericht is niet verborgen.
error-not-an-emoji = Een reactie is één emoji.
error-too-many-reactions = Een bericht kan { $most } verschillende reacties dragen.

why-operators-only = Dit mogen alleen de mensen die deze server beheren.
why-not-your-message = Dit bericht is niet van jou.

## Kinds of places

chat-kind = Chatkamer
chat-kind-hint = Bijvoorbeeld: Onze rivieren, Vragen, Alleen leerkrachten

## Booked sessions, gates and rooms of two

error-table-is-fixed = Wie wat mag in deze kamer volgt uit wie er meedoet. Dat kun je hier niet veranderen.
error-hours-backwards = Deze uren eindigen voor ze beginnen.
error-no-such-time = Die tijd bestaat daar niet op de kalender of de klok.
error-minutes-or-end = Zeg ofwel hoeveel minuten het duurt, ofwel wanneer het eindigt.
error-ends-before-start = Het eindigt voor het begint.
error-session-too-long = Een sessie duurt hoogstens twaalf uur.
error-in-the-past = Dat is al voorbij.
error-too-far-ahead = Dat is meer dan een jaar ver weg.
error-nobody-invited = Nodig minstens één ander uit.
error-too-many-invited = Er kunnen hoogstens { $most } mensen meedoen.
error-session-over = Deze sessie is voorbij.
error-session-not-over = Deze sessie is nog niet voorbij.
error-session-open = Deze sessie is begonnen. Je kunt ze verlengen of beëindigen, niet meer veranderen.
error-session-not-open = Deze sessie is nu niet open.
error-not-with-oneself = Kies iemand anders.
error-room-in-bin = Deze kamer ligt in de prullenmand. Een beheerder kan ze terugzetten.

why-room-proposed = Deze sessie is nog niet bevestigd.
why-room-cancelled = Deze sessie gaat niet door.
why-room-ended = Deze sessie is beëindigd.
why-room-not-yet = Deze sessie is nog niet begonnen.
why-room-over = Deze sessie is voorbij. Je kunt nog lezen wat er gezegd is.
why-room-policy = In deze ruimte praten deze twee niet alleen met elkaar.
why-room-outside-hours = Deze kamer is op dit uur gesloten.
why-room-without-any-teacher = Je kunt hier schrijven zodra er een leerkracht in deze kamer is.
why-room-without-each-teacher = Je kunt hier schrijven zodra er van elke school een leerkracht in deze kamer is.
why-guests-and-pupils-apart = Gasten en leerlingen praten niet alleen met elkaar.
why-not-invited = Je bent niet uitgenodigd voor deze sessie.
why-teachers-book = Sessies worden door leerkrachten geboekt.
why-teachers-only = Alleen leerkrachten zeggen wie erbij moet zijn.
why-own-school-only = Lesuren worden door leerkrachten van die school ingesteld.

sessions-title = Chatsessies
sessions-lead = Een uur waarin jullie klassen samen chatten. De kamer gaat vanzelf open en dicht.
sessions-book = Een chatsessie boeken
sessions-coming = Gepland
sessions-over = Voorbij
sessions-more = Oudere tonen
sessions-none = Er is niets geboekt.
sessions-asked = { $count ->
    [one] Eén wacht op je antwoord
   *[other] { $count } wachten op je antwoord
}
sessions-asks = { $name } vraagt een chatsessie: “{ $subject }”, { $time }.
sessions-see = Antwoorden
sessions-accept = Aanvaarden
sessions-decline = Afslaan
sessions-word = Een woordje erbij (als je wilt)
sessions-accepted = aanvaard
sessions-declined = afgeslagen
sessions-you-accepted = Je hebt aanvaard.
sessions-you-declined = Je hebt afgeslagen.
sessions-by = Gevraagd door { $name }
sessions-answers = { $accepted } aanvaard, { $declined } afgeslagen
sessions-cancel = Afzeggen
sessions-subject = Waarover gaat het?
sessions-start = Dag en uur
sessions-zone = Volgens de klok van { $zone }
sessions-minutes = Minuten
sessions-minutes-wrong = Een getal van 5 tot 480.
sessions-slots = Iedereen is op school:
sessions-people = Met wie?
sessions-everybody = Iedereen
sessions-groups = Groepen
sessions-in-group = met { $group }
sessions-groups-hint = Wie in de groep zit als je het vraagt, wordt uitgenodigd.
sessions-teachers = Voor leerlingen kunnen schrijven, moet er zijn
sessions-teachers-each = een leerkracht van elke school
sessions-teachers-any = een leerkracht
sessions-teachers-none = niemand
sessions-note = Opmerking
sessions-ask = Vragen
sessions-booked = “{ $subject }” is geboekt. Iedereen is gevraagd.
sessions-state-proposed = Nog niet bevestigd
sessions-state-lapsed = Niemand heeft bevestigd
sessions-state-cancelled = Gaat niet door
sessions-state-ended = Beëindigd
sessions-state-policy = Gesloten
sessions-state-before = Bevestigd
sessions-state-soon = Gaat zo open
sessions-state-open = Nu open
sessions-state-quiet = Open, wacht op leerkrachten
sessions-state-outside = Op dit uur gesloten
sessions-state-over = Voorbij
sessions-soon = { $count ->
    [one] Gaat open over één minuut
   *[other] Gaat open over { $count } minuten
}
sessions-open-until = { $count ->
    [one] Open tot { $time }, nog één minuut
   *[other] Open tot { $time }, nog { $count } minuten
}
sessions-extend = { $count } minuten langer
sessions-end = Nu beëindigen
sessions-transcript = Download wat er gezegd is
sessions-transcript-letters = Met letters als namen
sessions-attended = Wie er was
sessions-line-withdrawn = Teruggenomen
sessions-line-hidden = Verborgen door een leerkracht
sessions-save = Als pagina bewaren…
sessions-save-title = Als pagina bewaren
sessions-save-lead = Wat er gezegd is wordt een pagina waarmee de klassen verder kunnen. Wie daar mag lezen, kan hem lezen, ook de namen.
sessions-save-where = Waar
sessions-save-nowhere = Er is geen map waarin je een pagina mag toevoegen. Een beheerder kan er een maken.
sessions-save-names = Wie iets zei
sessions-save-with-names = met namen
sessions-save-with-letters = met letters: A, B, C
sessions-saved = Bewaard. Naar de pagina:
sessions-page-who = Wie
sessions-page-said = Wat er gezegd is
sessions-page-silent = Er is niets gezegd.
sessions-missing = Nog niet hier: een leerkracht van { $schools }.
sessions-read-along = { $names } kunnen hier alles lezen.
sessions-pair = Met elkaar chatten

## Pinboard

error-unknown-note = Dit briefje hangt niet op dit bord.
error-unknown-column = Dit bord heeft die kolom niet.
error-note-shown = Iedereen ziet dit briefje al.
error-note-held = Dit briefje wacht op een leerkracht.
error-note-refused = Dit briefje is niet doorgelaten.
error-note-hidden = Dit briefje is verborgen.
error-note-let-through = Een leerkracht liet deze woorden door, dus ze blijven zo. Haal het briefje weg en hang een nieuw op.
error-board-full = Op een bord passen { $most } briefjes. Haal er eerst een paar weg.
error-too-many-held = Er wachten { $most } briefjes van jou. Een leerkracht moet er eerst naar kijken.
why-not-your-note = Dit briefje is niet van jou.

pinboard-kind = Prikbord
pinboard-kind-hint = Bijvoorbeeld: Wat we vonden, Ideeën, Vragen voor vrijdag
pinboard-view = Hoe je de briefjes ziet
pinboard-view-list = Op volgorde
pinboard-view-board = Bord
pinboard-view-columns = Kolommen
pinboard-more = Meer voor dit bord
pinboard-pin = Hang een briefje op
pinboard-pin-first = Hang het eerste briefje op
pinboard-pin-title = Een nieuw briefje
pinboard-edit-title = Verander het briefje
pinboard-edit = Veranderen
pinboard-text = Wat er op het briefje staat
pinboard-text-hint = Een idee, een vondst, een vraag …
pinboard-text-missing = Schrijf eerst iets op het briefje.
pinboard-text-fixed = Een leerkracht liet deze woorden door, dus ze blijven zo. Je kunt wel een andere kleur kiezen.
pinboard-left =
    { $count ->
        [one] Nog één teken
       *[other] Nog { $count } tekens
    }
pinboard-colour = Kleur
pinboard-colour-sun = Geel
pinboard-colour-rose = Roze
pinboard-colour-leaf = Groen
pinboard-colour-sky = Blauw
pinboard-colour-plum = Paars
pinboard-colour-sand = Wit
pinboard-column = Kolom
pinboard-no-column = Geen kolom
pinboard-note-of = Briefje van { $name }, { $time }
pinboard-actions = Briefje van { $name }, { $time }: wat je ermee kunt doen
pinboard-edited = veranderd
pinboard-to-column = Naar “{ $column }”
pinboard-to-none = Uit de kolommen halen
pinboard-moved-to = Verplaatst naar { $column }
pinboard-moved = Verplaatst: { $x } van links, { $y } van boven
pinboard-said = { $text }
pinboard-said-one = { $name } hing op: { $text }
pinboard-said-many = { $count } nieuwe briefjes
pinboard-grip = Verplaats het briefje van { $name }: { $text }
pinboard-keys = Verplaats het met de pijltjes; met Shift gaat het verder. Escape zet het terug.
pinboard-lane-keys = Stuur het naar een andere kolom met de pijltjes links en rechts.
pinboard-link = Kopieer de link
pinboard-link-copied = Gekopieerd.
pinboard-delete = Weghalen
pinboard-deleted-toast = Het briefje is van het bord.
pinboard-deleted = Weggehaalde briefjes
pinboard-deleted-none = Er is niets om terug te hangen.
pinboard-deleted-by = Van { $author }. Weggehaald door { $name }, { $when }
pinboard-recover = Terughangen
pinboard-recover-this = Hang terug: { $text }
pinboard-hide = Verbergen
pinboard-hide-title = Dit briefje verbergen?
pinboard-hide-text = Niemand kan het nog lezen. Iedereen ziet dat een leerkracht het verborg, en de reden.
pinboard-hide-hint = Bijvoorbeeld: Dit doet iemand pijn. Wees lief voor elkaar.
pinboard-hidden = Een leerkracht heeft dit briefje verborgen.
pinboard-restore = Weer tonen
pinboard-reason = Reden: { $reason }
pinboard-why = Reden
pinboard-why-missing = Zeg waarom. De schrijver wil het weten.
pinboard-earlier = Wat er eerst stond
pinboard-earlier-edited = Veranderd
pinboard-earlier-hidden = Verborgen
pinboard-held = Wacht op jou
pinboard-held-mine = Wacht op een leerkracht
pinboard-held-toast = Een leerkracht kijkt naar je briefje. Tot dan zien alleen jij en de leerkrachten het.
pinboard-hold-note = Op dit bord kijkt een leerkracht naar elk briefje voordat de anderen het zien.
pinboard-hold-hint = Een leerkracht kijkt ernaar voordat de anderen het zien.
pinboard-waiting =
    { $count ->
        [one] Er wacht één briefje op een leerkracht.
       *[other] Er wachten { $count } briefjes op een leerkracht.
    }
pinboard-let-through = Doorlaten
pinboard-through-toast = Iedereen kan het nu zien.
pinboard-refuse = Nog niet
pinboard-refuse-title = Nog niet doorlaten?
pinboard-refuse-text = Alleen de schrijver en de leerkrachten zien je reden. De schrijver kan het briefje veranderen en het opnieuw proberen.
pinboard-refuse-hint = Bijvoorbeeld: Laat het adres weg.
pinboard-refused = Niet doorgelaten
pinboard-again = Verander het
pinboard-settings = Instellingen van dit bord
pinboard-changes = Wie mag briefjes veranderen en verplaatsen?
pinboard-changes-own = Iedereen die van zichzelf
pinboard-changes-everybody = Iedereen allemaal
pinboard-hold = Een leerkracht kijkt eerst
pinboard-hold-text = Anderen zien het briefje van een leerling pas als een leerkracht het heeft doorgelaten.
pinboard-columns = Kolommen
pinboard-columns-text = Met kolommen kun je het bord gesorteerd zien. Briefjes van een kolom die je weghaalt, blijven op het bord.
pinboard-column-number = Naam van kolom { $number }
pinboard-column-add = Voeg een kolom toe
pinboard-column-up = Zet { $column } hoger
pinboard-column-down = Zet { $column } lager
pinboard-column-remove = Haal { $column } weg
pinboard-help = Briefjes verplaatsen
pinboard-help-tab = gaat van briefje naar briefje
pinboard-help-arrows = verplaatsen een briefje op het bord, of naar de volgende kolom
pinboard-help-shift = gaat in één keer verder
pinboard-help-escape = zet het terug waar het hing
pinboard-help-enter = hangt op wat je schrijft
pinboard-help-pointer = Met een muis pak je een briefje waar je wilt. Met een vinger pak je het bij de greep bovenaan.
pinboard-empty = Hier hangt nog niets
pinboard-empty-invite = Hang een idee, een vondst of een vraag op. Beide scholen zien het meteen.
pinboard-empty-wait = Als iemand een briefje ophangt, zie je het hier.
pinboard-read-only = Je kunt hier lezen, maar niets ophangen.
pinboard-closed = Deze ruimte is gesloten. Je kunt alles nog lezen.
pinboard-offline = Je bent offline. Wat je doet, wordt bewaard en gaat vanzelf uit.
pinboard-failed = De briefjes konden niet geladen worden.

## Forum

error-topic-missing = Zeg welk onderwerp je bedoelt.
error-topic-closed = Dit onderwerp is gesloten: er kunnen geen antwoorden meer bij.
error-unknown-post = Het aangehaalde bericht staat niet in dit onderwerp.
error-post-said = Dit bericht is niet verborgen.
error-post-withdrawn = Dit bericht is teruggenomen.
error-post-hidden = Dit bericht is verborgen.
error-not-the-opening-post = Alleen het openingsbericht heeft de titel.
error-too-many-pinned = Een forum heeft hoogstens { $most } vastgezette onderwerpen.
error-same-forum = Het onderwerp staat al in dit forum.
error-not-a-folder = Alleen een map, of de ruimte zelf, kan andere plekken bevatten.

forum-kind = Forum
forum-kind-hint = Bijvoorbeeld: Vragen over de rivier, Recepten, Elkaar helpen
forum-start = Nieuw onderwerp
forum-start-do = Begin het onderwerp
forum-title = Waar gaat het over?
forum-title-hint = Een korte vraag werkt het best: “Hoe warm is jullie rivier?”
forum-title-missing = Zeg waar het over gaat.
forum-text = Je bericht
forum-text-missing = Schrijf eerst iets.
forum-edit-title = Verander je bericht
forum-show = Toon
forum-all = Alle onderwerpen
forum-news = Met nieuws
forum-followed = Gevolgd
forum-new = Nieuw:
forum-answers =
    { $count ->
        [0] nog geen antwoorden
        [one] één antwoord
       *[other] { $count } antwoorden
    }
forum-last = laatst door { $name }
forum-pinned = Vastgezet
forum-closed = Gesloten
forum-follows = Je volgt dit onderwerp
forum-follow = Volg
forum-followed-now = Je volgt dit onderwerp nu. Alleen jij weet dat.
forum-followed-no-more = Je volgt dit onderwerp niet meer.
forum-pin = Zet bovenaan vast
forum-unpin = Zet niet meer vast
forum-close = Sluit het onderwerp
forum-reopen = Open het onderwerp weer
forum-closed-text = Dit onderwerp is gesloten. Je kunt het nog lezen.
forum-move = Verplaats naar een ander forum
forum-move-title = Dit onderwerp verplaatsen
forum-move-text = Het gaat met alle antwoorden mee. Wie het andere forum mag lezen, kan het dan daar lezen.
forum-move-where = Naar welk forum?
forum-move-do = Verplaats
forum-moved = “{ $title }” staat nu in { $forum }.
forum-delete = Verwijder het onderwerp
forum-binned = “{ $title }” is verwijderd.
forum-bin = Verwijderde onderwerpen
forum-bin-empty = Hier is niets verwijderd.
forum-unbin = Zet terug
forum-unbin-title = Zet “{ $title }” terug
forum-read-all = Markeer alles als gelezen
forum-topic-menu = Wat je met “{ $title }” kunt doen
forum-older-topics = Oudere onderwerpen
forum-older = Eerdere antwoorden
forum-newer = Latere antwoorden
forum-newest = Naar het nieuwste
forum-quote = Haal aan
forum-quote-drop = Haal niet aan
forum-answer = Je antwoord
forum-answer-hint = Schrijf een antwoord. Ctrl + Enter verstuurt het.
forum-answer-send = Antwoord
forum-empty = Nog niemand heeft iets gevraagd
forum-empty-invite = Begin het eerste onderwerp. Iemand aan de andere kant weet een antwoord.
forum-empty-wait = Zodra iemand een onderwerp begint, staat het hier.
forum-no-news = Je hebt alles gelezen
forum-no-news-text = Onderwerpen met nieuwe antwoorden verschijnen hier.
forum-none-followed = Je volgt hier geen onderwerp
forum-none-followed-text = Open een onderwerp en kies Volg. Alleen jij weet dat.
forum-title-hidden = Een onderwerp dat een leerkracht heeft verborgen
forum-title-withdrawn = Een onderwerp dat is teruggenomen
forum-gone = Dit onderwerp is hier niet meer
forum-gone-text = Het is verwijderd of verplaatst, of je mag het niet zien.
forum-failed = Het forum kon niet worden geladen.
forum-offline = Je bent offline. Je kunt lezen wat hier staat; je antwoord wordt bewaard tot je terug bent.

## Search

error-search-too-short = Zoek op minstens twee letters.
error-search-too-long = Zoek op hoogstens { $most } woorden tegelijk.

search-open = Zoek (/)
search-title = Zoek in deze ruimte
search-words = Woorden om te zoeken
search-hint = Woorden, namen, plaatsen…
search-begin = Typ enkele woorden. Je vindt berichten, briefjes, onderwerpen, brieven en wat in de kalender staat: alles wat je hier mag lezen.
search-short = Typ nog een letter.
search-count =
    { $count ->
        [0] Niets gevonden
        [one] Eén ding gevonden
       *[other] { $count } dingen gevonden
    }{ $more ->
        [yes] , en er is meer
       *[no] { "" }
    }
search-nothing = Niets gevonden voor “{ $words }”.
search-nothing-hint = Probeer minder woorden, of alleen het begin van een woord.
search-offline = Je bent offline. Om te zoeken heb je verbinding nodig.
search-older = Toon oudere

## Agenda: fouten

error-days-or-times = Gebruik hele dagen, of gebruik tijden: niet allebei.
error-zone-for-days = Hele dagen hebben geen tijdzone.
error-zone-needed = Bij een tijd hoort een tijdzone.
error-no-such-day = Die dag of die tijd bestaat niet.
error-day-out-of-bounds = Een agenda gaat hier van { NUMBER($first, useGrouping: 0) } tot { NUMBER($last, useGrouping: 0) }.
error-ends-before-it-starts = Het eindigt voor het begint.
error-too-long = Dit duurt te lang: hoogstens { $days } dagen.
error-repeat-not-understood = Deze manier van herhalen is niet te begrijpen: { $part }.
error-repeat-misses-start = De eerste dag past niet bij de manier waarop het zich herhaalt.
error-repeat-cannot-move = Deze reeks kan niet naar een andere dag. Verplaats één dag, of verander hoe ze zich herhaalt.
error-starts-needed = Zeg er ook het begin bij.
error-unknown-occurrence = Dan gebeurt het niet.
error-too-many-skips = Er zijn te veel dagen uit deze reeks gehaald.
error-too-many-days = Vraag hoogstens { $most } dagen tegelijk.
error-calendar-full = Deze agenda is vol: er passen { $most } activiteiten in.
error-session-is-booked = Dit is een geboekte sessie. Verander ze waar ze geboekt is.
error-ics-unreadable = Dit is geen agendabestand (.ics).
error-ics-empty = Er staan geen activiteiten in dit bestand.
error-ics-too-many = Er staan te veel activiteiten in dit bestand: hoogstens { $most } tegelijk.
error-ics-too-much = Er staat te veel tekst in dit bestand.
error-ics-field =
    { $problem ->
        [missing] Activiteit { $event }: { $field } ontbreekt.
        [twice] Activiteit { $event }: { $field } staat er twee keer.
        [text_too_long] Activiteit { $event }: { $field } is te lang.
        [empty_text] Activiteit { $event }: { $field } is leeg.
        [unknown_zone] Activiteit { $event }: de tijdzone is niet bekend ({ $field }).
        [ends_before_it_starts] Activiteit { $event }: ze eindigt voor ze begint.
       *[other] Activiteit { $event }: { $field } is niet te begrijpen.
    }

## Agenda

calendar-kind = Agenda
calendar-kind-hint = Bijvoorbeeld: Ons jaar
calendar-view = Weergave
calendar-view-month = Maand
calendar-view-week = Week
calendar-view-list = Lijst
calendar-today = Vandaag
calendar-today-is = Vandaag, { $day }
calendar-back-month = Vorige maand
calendar-back-week = Vorige week
calendar-back-list = Vroeger
calendar-on-month = Volgende maand
calendar-on-week = Volgende week
calendar-on-list = Later
calendar-add = Iets plannen
calendar-add-do = Plannen
calendar-add-on = Iets plannen op { $day }
calendar-day-open = { $day }: toon de week
calendar-day-holds =
    { $count ->
        [0] { $day }: niets gepland
        [one] { $day }: 1 ding
       *[other] { $day }: { $count } dingen
    }
calendar-change = Veranderen
calendar-move = Verplaatsen
calendar-remove = Weghalen
calendar-moved = ‘{ $title }’ is verplaatst.
calendar-removed = ‘{ $title }’ is weggehaald.
calendar-move-to = Gaat naar { $day }. Enter zet het daar, Escape laat het staan.
calendar-chip = { $title }, { $kind }, { $school }, { $when }
calendar-more =
    { $count ->
        [one] nog 1
       *[other] nog { $count }
    }
calendar-type = Wat is het?
calendar-type-holiday = Vakantie
calendar-type-activity = Activiteit
calendar-type-deadline = Deadline
calendar-type-session = Live sessie
calendar-both = Alle scholen
calendar-school = Voor welke school?
calendar-title = Titel
calendar-title-missing = Geef het een titel.
calendar-description = Beschrijving
calendar-when = Wanneer?
calendar-when-missing = Kies een dag en een uur.
calendar-ends-early = Het eindigt voor het begint.
calendar-all-day = Hele dag
calendar-first-day = Dag
calendar-last-day = Laatste dag
calendar-begins = Van
calendar-ends = Tot
calendar-zone = Op de klok van welke school?
calendar-repeat = Herhalen
calendar-repeat-until = Tot en met
calendar-repeats = Herhaalt zich
calendar-every-never = Eén keer
calendar-every-day = Elke dag
calendar-every-week = Elke week
calendar-every-fortnight = Om de twee weken
calendar-every-month = Elke maand
calendar-every-year = Elk jaar
calendar-every-other = Op een eigen manier
calendar-every-weekdays = Elke week op { $days }
calendar-until-day = tot { $day }
calendar-scope = Welke dagen bedoel je?
calendar-scope-move = Welke dagen verplaatsen?
calendar-scope-remove = Welke dagen weghalen?
calendar-scope-one = Alleen deze
calendar-scope-following = Deze en latere
calendar-scope-all = Alle
calendar-by = Gepland door { $name }
calendar-session-open = Naar de plaats van de sessie
calendar-soon = Binnenkort
calendar-soon-none = De komende weken is er niets gepland.
calendar-list-none = Hier is niets gepland.
calendar-list-more = Latere dagen
calendar-read-only = Je kan deze agenda bekijken. Leerkrachten plannen wat erin staat.
calendar-share = Agenda elders
calendar-feed = In je eigen agenda
calendar-feed-text = Met dit geheime adres toont de agenda op je telefoon wat er in deze ruimte staat. Geef het aan niemand: wie het heeft, ziet het ook.
calendar-feed-make = Maak mijn adres
calendar-feed-renew = Maak een nieuw adres
calendar-feed-end = Stop mijn adres
calendar-feed-copy = Kopiëren
calendar-feed-copied = Gekopieerd.
calendar-feed-once = Het staat hier alleen nu. Ben je het kwijt, maak dan een nieuw; het oude stopt dan.
calendar-feed-since = Je hebt een adres sinds { $moment }.
calendar-file = Als bestand
calendar-file-text = Alles wat in deze agenda staat, om te bewaren of mee te nemen naar een ander programma.
calendar-file-keep = Downloaden (.ics)
calendar-import = Vakanties inlezen
calendar-import-text = Veel landen en scholen geven hun vakanties als .ics-bestand. Hetzelfde bestand opnieuw inlezen verandert wat er al staat.
calendar-import-choose = Kies een bestand
calendar-import-done = Het bestand is ingelezen.

## Letters

letters-mailbox = Postvak
error-unknown-addressee = Hiermee bereik je hier niemand.
error-nobody-but-you = Kies nog iemand anders dan jezelf.
error-unknown-letter = Deze brief is hier niet.
error-letter-hidden = Deze brief is verborgen.
error-letter-not-hidden = Deze brief is niet verborgen.
error-too-many-drafts = Je hebt hier { $most } concepten. Verstuur er eerst een, of gooi er een weg.
error-place-stays = Het postvak hoort bij de ruimte en kan niet naar de prullenbak.
why-hidden-by-another = Iemand anders verborg deze brief; alleen die kan hem weer tonen.

## Mail

error-adults-only = Alleen volwassenen kunnen dit.
error-not-an-address = Dit is geen e-mailadres.
error-address-needed = Hiervoor hebben we een e-mailadres nodig.
error-address-taken = Er is al een account met dit e-mailadres.
mail-footer = Deze mail komt van { $installation }, { $address }. Antwoorden worden door niemand gelezen.
mail-letter-button = Lees ze
mail-letter-subject = Nieuwe brieven in { $installation }
mail-letter-text =
    Er liggen brieven voor je klaar die je nog niet las.

    Je krijgt dit omdat je erom vroeg bij je account. Daar kun je het ook stoppen.

## The mailbox and the bell, on the screen

letters-new = Nieuwe brief
letters-folders = Mappen
letters-inbox = Postvak in
letters-sent = Verstuurd
letters-drafts = Concepten
letters-supervised = Met leerlingen
letters-removed = Weggelegd
letters-supervised-note = Brieven met leerlingen erin die niet aan jou en niet van jou zijn. Leerkrachten en beheerders mogen meelezen; de leerlingen weten dat.
letters-choose = Kies een brief om hem hier te lezen.
letters-closed = Deze ruimte is gesloten. Je kunt de brieven nog lezen.
letters-read-only = Je kunt hier brieven lezen, maar er geen schrijven.
letters-empty-inbox = Nog geen brieven voor jou.
letters-empty-sent = Je hebt nog geen brieven verstuurd.
letters-empty-drafts = Er ligt niets te wachten om verstuurd te worden.
letters-empty-supervised = Nog geen brieven met leerlingen.
letters-empty-removed = Niets weggelegd.
letters-unread = Nieuw:
letters-older = Oudere brieven
letters-no-subject = Nog geen onderwerp
letters-to-nobody = Nog aan niemand
letters-to-whom = Aan { $whom }
letters-from = Brief van { $who }
letters-somebody = Iemand
letters-lost-group = een groep die er niet meer is
letters-to-everybody = Iedereen
letters-to-teachers = Alle leerkrachten
letters-to-pupils = Alle leerlingen
letters-to-guests = Alle gasten
letters-hidden = Deze brief is verborgen
letters-hidden-why = Een leerkracht verborg deze brief: { $reason }
letters-said = Alleen de leerkrachten zien wat er stond:
letters-staff-reads = Er zit een leerling in deze brief: leerkrachten en beheerders mogen hem ook lezen.
letters-staff-will-read = Er zit een leerling in deze brief. De leerkrachten en beheerders van deze ruimte mogen hem ook lezen.
letters-answer = Antwoorden
letters-answer-all = Allen antwoorden
letters-answering = Je antwoord
letters-re = Re: { $subject }
letters-menu = Meer voor deze brief
letters-mark-unread = Als ongelezen markeren
letters-remove = Wegleggen
letters-take-back = Terug in de map
letters-removed-now = Weggelegd. Anderen hebben de brief nog.
letters-hide = Verbergen
letters-restore = Weer tonen
letters-hide-title = Deze brief verbergen?
letters-hide-text = Niemand in de brief kan de woorden nog lezen. Ze zien dat hij verborgen is, en waarom.
letters-back = Terug naar de brieven
letters-lost = Deze brief is hier niet, of niet voor jou.
letters-to = Aan
letters-pick = Kiezen
letters-pick-title = Aan wie?
letters-find = Zoeken
letters-many = Scholen en rollen
letters-groups = Groepen
letters-people = Mensen
letters-nobody-found = Met die naam doet hier niemand mee.
letters-without = Zonder { $who }
letters-subject = Onderwerp
letters-text = Je brief
letters-send = Versturen
letters-discard = Weggooien
letters-need-to = Kies wie de brief krijgt.
letters-need-subject = Geef de brief een onderwerp.
letters-need-text = Schrijf eerst iets.
letters-draft-saved = Bewaard als concept
letters-draft-failed = Nog niet bewaard: er is geen verbinding
letters-mail = Laat het me per mail weten
letters-mail-text = Als er een brief voor je ligt, kunnen we je een mail sturen: dat hij er is, nooit wat erin staat.
letters-mail-on = Stuur me een mail als er brieven liggen
letters-mail-kept = Bewaard.
bell-title = Nieuws voor jou
bell-open = Nieuws voor jou
bell-read-all = Alles gelezen
bell-failed = Je nieuws kon niet worden opgehaald.
bell-empty = Niets nieuws. Brieven aan jou, antwoorden op je berichten en chatsessies staan hier.
bell-today = Vandaag
bell-yesterday = Gisteren
bell-older = Ouder
bell-is-new = Nieuw:
bell-many = { $first } en { $more } anderen
bell-other = { $who }: nieuws in { $place }

letters-reaches =
    { $count ->
        [one] Komt bij één persoon aan
       *[other] Komt bij { $count } mensen aan
    }
letters-persons =
    { $count ->
        [one] één persoon
       *[other] { $count } mensen
    }
letters-picked =
    { $count ->
        [0] Niemand gekozen
       *[other] Overnemen ({ $count })
    }
letters-sent-now =
    { $count ->
        [one] Verstuurd aan één persoon.
       *[other] Verstuurd aan { $count } mensen.
    }
bell-letter =
    { $count ->
        [one] { $who } schreef je een brief
       *[other] { $count } nieuwe brieven van { $who }
    }
bell-answer =
    { $count ->
        [one] { $who } antwoordde je in { $place }
       *[other] { $count } nieuwe antwoorden van { $who } in { $place }
    }
bell-open-new =
    { $count ->
        [one] Nieuws voor jou, één nieuw
       *[other] Nieuws voor jou, { $count } nieuw
    }
bell-new =
    { $count ->
        [one] Eén nieuwe melding
       *[other] { $count } nieuwe meldingen
    }

## Sessions: asked on the list of spaces, changed, slots
spaces-asked =
    { $count ->
        [one] Je bent gevraagd voor een chatsessie
       *[other] Je bent gevraagd voor { $count } chatsessies
    }
spaces-asked-by = { $name } vraagt je, in “{ $space }”
sessions-book-with = Een chatsessie boeken…
sessions-change = Wijzigen
sessions-change-title = De chatsessie wijzigen
sessions-changed-now = “{ $subject }” is gewijzigd. Iedereen weet het.
sessions-asks-again = Op een ander moment wordt iedereen opnieuw gevraagd.
sessions-was-changed = Gewijzigd op { $time }
sessions-is-changed = Deze sessie is gewijzigd.
sessions-hours-missing = We zoeken uren die iedereen passen zodra deze scholen hun lesuren hebben gezegd: { $schools }.
sessions-set-hours = Je lesuren invullen
sessions-no-slots = In de komende twee weken is er geen uur waarop alle scholen les hebben.
sessions-open-hours = Open om te schrijven, volgens de klok van { $town }:

## Rooms and rules
rules-title = Kamers en regels
rules-lead = Wat leerlingen hier mogen, wanneer de kamers open zijn en wanneer de scholen les hebben.
rules-lead-read = Wat leerlingen hier mogen, wanneer de kamers open zijn en wanneer de scholen les hebben. Beheerders kunnen het wijzigen.
rules-pupils = Leerlingen
rules-pupils-pair = Leerlingen mogen één op één met elkaar chatten
rules-pupils-pair-text = Twee leerlingen kunnen een eigen kamer openen. Leerkrachten van deze ruimte kunnen er alles lezen, en dat staat er ook bij. Zet je dit uit, dan kan er in die kamers niet meer geschreven worden; lezen blijft kunnen.
rules-pupils-book = Leerlingen mogen chatsessies boeken
rules-pupils-book-text = Een leerling kan anderen voor een sessie vragen. Ze gaat zoals altijd pas door als iemand van elke andere school heeft aanvaard: een leerkracht, als er een gevraagd is.
rules-teachers = Voor leerlingen in een sessie kunnen schrijven, moet er zijn
rules-teachers-text = Dit geldt voor nieuwe sessies. Een leerkracht die er een boekt, kan iets anders kiezen.
rules-yes = Mag
rules-no = Mag niet
rules-kept = Bewaard. Het geldt vanaf nu.
rules-rooms = Kamers
rules-no-rooms = Er zijn nog geen chatkamers.
rules-open-always = Altijd open
rules-any-time = Op elk uur van de dag
rules-with-any = Alleen als er een leerkracht is
rules-with-each = Alleen als er een leerkracht van elke school is
rules-change = Wijzigen
rules-set = Invullen
rules-change-room = Wijzigen wanneer “{ $title }” open is
rules-room-of = Wanneer is “{ $title }” open?
rules-room-text = Dit gaat over schrijven door leerlingen en gasten. Lezen kan iedereen altijd; leerkrachten kunnen altijd schrijven.
rules-room-kept = Bewaard voor “{ $title }”.
rules-when = Open
rules-always = Altijd
rules-in-hours = Op deze uren van de week
rules-zone = Volgens de klok van
rules-clock = Volgens de klok van { $town }
rules-week = Uren van de week
rules-no-hours = geen
rules-from = { $day }, van
rules-to = { $day }, tot
rules-hours-add = Uren toevoegen op { $day }
rules-hours-remove = De uren op { $day } vanaf { $from } weghalen
rules-hours-copy = De uren van { $day } op elke schooldag
rules-hours-wrong = Sommige uren eindigen voor ze beginnen, of zijn niet volledig. Ze hebben een rode rand.
rules-lessons = Lesuren
rules-lessons-why = Met deze uren vinden we momenten waarop alle scholen in de klas zitten.
rules-lessons-unknown = Nog niet ingevuld
rules-lessons-of = Lesuren van { $school }
rules-lessons-text = Wanneer heb je les? De uren zijn volgens de klok van { $town }. Laat pauzes weg waarin je klas niet kan chatten.
rules-lessons-kept = De lesuren van { $school } zijn bewaard.
rules-change-lessons = Wijzigen: de lesuren van { $school }
rules-set-lessons = Invullen: de lesuren van { $school }

bell-topic =
    { $count ->
        [one] { $who } schreef een nieuw antwoord bij een onderwerp dat je volgt, in { $place }
       *[other] { $count } nieuwe antwoorden van { $who } bij een onderwerp dat je volgt, in { $place }
    }
bell-session-asked = { $who } vraagt je voor een chatsessie: “{ $place }”
bell-session-accepted = { $who }: ja op je chatsessie “{ $place }”
bell-session-declined = { $who }: nee op je chatsessie “{ $place }”
bell-session-confirmed = De chatsessie “{ $place }” is bevestigd
bell-session-changed = { $who } wijzigde de chatsessie “{ $place }”
bell-session-cancelled = { $who } zegde de chatsessie “{ $place }” af
# Orde houden: time-outs, eerst nakijken, wat wacht, meldingen, het verslag
why-timed-out = Je hebt een time-out. Je kunt wel alles lezen.
why-held-first = Een leerkracht kijkt eerst na wat je schrijft. Dit kan niet op een leerkracht wachten, dus het kan nu niet.
error-not-for-staff = Leerkrachten en beheerders kunnen geen time-out krijgen.
error-only-pupils-are-held = Alleen wat leerlingen schrijven kan op een leerkracht wachten.
error-no-time-out = Deze persoon heeft geen time-out.
error-too-many-waiting = Er wachten { $most } dingen van jou. Een leerkracht moet er eerst naar kijken.
error-waiting-refused = Een leerkracht liet dit niet door.
error-too-many-reports = Je hebt { $most } meldingen waarop nog niemand antwoordde. Praat met een leerkracht.
error-report-open = Deze melding staat open.
error-report-closed = Deze melding is afgesloten.
error-own-report = Jij deed deze melding. Iemand anders beslist erover.
bell-report =
    { $count ->
        [one] { $who } meldde iets in { $place }
       *[other] { $count } meldingen in { $place }
    }
bell-report-closed = Je melding is beantwoord
bell-waiting =
    { $count ->
        [one] Er wacht iets op een leerkracht in { $place }
       *[other] Er wachten { $count } dingen op een leerkracht in { $place }
    }
bell-refused = Een leerkracht liet iets niet door dat je schreef in { $place }

# Orde houden: de schermen, de vensters die vragen, wat een leerling ziet
order-title = Toezicht
order-lead = Wat er gemeld is, wat op je wacht en wat er gedaan is.
order-failed = Dit kon niet opgehaald worden.
order-offline = Je bent offline. Wat je hier beslist gebeurt zodra er weer verbinding is.
order-reports = Meldingen
order-reports-which = Welke meldingen
order-open = Open
order-closed = Afgesloten
order-waiting = Wacht
order-restrained = Time-outs
order-record = Verslag
order-mine = Mijn meldingen
order-mine-lead = Wat je aan de leerkrachten hebt gemeld, en wat ze antwoordden.
order-mine-none = Je hebt nog niets gemeld. Klopt er iets niet? Kies ernaast “Melden…”.
order-mine-open = Een leerkracht kijkt ernaar
order-mine-closed = Beantwoord
order-mine-no-answer = Een leerkracht heeft ernaar gekeken.
order-older = Oudere
order-none-open = Geen open meldingen. Alles is rustig.
order-none-closed = Er is nog geen melding afgesloten.
order-none-waiting = Er wacht niets op je.
order-none-restrained = Niemand heeft een time-out, en bij niemand kijkt een leerkracht eerst.
order-none-record = Er moest nog niets gebeuren.
order-to-do =
    { $count ->
        [one] Eén ding om naar te kijken
       *[other] { $count } dingen om naar te kijken
    }
order-kind-message = een bericht
order-kind-note = een briefje
order-kind-post = een bericht in het forum
order-kind-letter = een brief
order-kind-calendar-event = iets in de kalender
order-kind-member = een persoon
order-kind-other = iets
order-wants-chat-say = wil iets zeggen in de chat
order-wants-chat-edit = wil een bericht veranderen
order-wants-note-pin = wil een briefje ophangen
order-wants-note-edit = wil een briefje veranderen
order-wants-forum-start = wil een onderwerp beginnen
order-wants-forum-answer = wil antwoorden in het forum
order-wants-forum-edit = wil een bericht in het forum veranderen
order-wants-letters-send = wil een brief versturen
order-wants-calendar-add = wil iets in de kalender zetten
order-wants-calendar-change = wil iets in de kalender veranderen
order-wants-session-answer = wil antwoorden op een uitnodiging
order-wants-other = wil iets schrijven
order-about = Over { $what } van { $name }
order-about-person = Over { $name }
order-about-member = Je meldt deze persoon:
order-report = Melden…
order-report-title = Dit melden
order-report-word = Wat is er mis? (Je hoeft het niet te zeggen.)
order-report-word-hint = De persoon over wie het gaat ziet niet dat jij dit meldt.
order-report-send = Melding versturen
order-report-made = Verstuurd
order-report-thanks = Dank je dat je het zegt. Een leerkracht kijkt ernaar. Het antwoord vind je bij “Mijn meldingen”.
order-report-no-reader = Op dit moment kan geen enkele leerkracht hier dit lezen.
order-report-talk = Praat met een volwassene die je vertrouwt.
order-see-mine = Mijn meldingen
order-readers =
    { $schools ->
        [0] De leerkrachten hier lezen dit.
        [one] De leerkrachten hier lezen dit.
        [2] De leerkrachten van beide scholen lezen dit.
       *[other] De leerkrachten van alle scholen hier lezen dit.
    }
order-readers-not =
    { $schools ->
        [0] De andere leerkrachten hier lezen dit, { $name } niet.
        [one] De andere leerkrachten hier lezen dit, { $name } niet.
        [2] De andere leerkrachten van beide scholen lezen dit, { $name } niet.
       *[other] De andere leerkrachten van alle scholen hier lezen dit, { $name } niet.
    }
order-reported-by = Gemeld door { $name }
order-by = Gemeld door
order-when = Wanneer
order-where = Waar
order-where-gone = Een plek die je niet kunt zien, of die weg is
order-word-of = Wat { $name } erover zegt
order-evidence = Zoals het was toen het gemeld werd
order-evidence-gone = De woorden worden niet meer bewaard: dit werd een half jaar geleden afgesloten.
order-this = Dit werd gemeld
order-no-words = (geen woorden)
order-go-there = Ga erheen
order-own = Je hebt dit zelf gemeld. Een andere leerkracht beslist erover.
order-acts = Wat je kunt doen
order-state-open = Open
order-state-closed = Afgesloten
order-report-lost = Deze melding is hier niet
order-report-lost-text = Ze bestaat niet, of je mag ze niet lezen.
order-hide = Nu verbergen
order-hide-title = Dit verbergen?
order-hide-text = Dan kunnen alleen de leerkrachten het nog lezen. Je kunt het later weer tonen.
order-hide-hint = Iedereen leest de reden op die plek.
order-hide-kind = Dit was niet aardig.
order-hide-private = Dit was te persoonlijk voor hier.
order-hide-elsewhere = Dit hoort hier niet.
order-hidden-now = Verborgen.
order-close = Afsluiten…
order-close-title = Deze melding afsluiten
order-close-what = Wat is er gedaan?
order-close-answer = Antwoord aan wie het meldde
order-close-answer-hint = Een kort, vriendelijk woord is genoeg. Het hoeft niet.
order-close-now = Melding afsluiten
order-closed-now = Afgesloten. Wie het meldde krijgt bericht.
order-closed-by = Afgesloten door { $name }, { $time }
order-reopen = Opnieuw bekijken
order-decision-nothing = Er moest niets gebeuren
order-decision-talked = We hebben erover gepraat
order-decision-hidden = Het is verborgen
order-decision-time-out = Een time-out
order-decision-passed-on = Doorgegeven aan de school
order-why = Reden
order-why-ready = Redenen om uit te kiezen
order-why-missing = Zeg waarom.
order-why-cool = Word even rustig.
order-why-kind = Wees aardig voor elkaar.
order-why-turn = Laat de anderen ook iets zeggen.
order-why-elsewhere = Dit is daar niet de plek voor.
order-time-out = Time-out…
order-time-out-title = Een time-out voor { $name }
order-time-out-text = Een aantal minuten kan deze persoon alles lezen, maar in deze ruimte niets schrijven.
order-time-out-length = Hoe lang?
order-time-out-why-hint = Dit leest de persoon zolang de time-out duurt.
order-time-out-give = Time-out geven
order-time-out-end = Time-out stoppen
order-minutes = { $minutes } minuten
order-minutes-lesson = Deze les (60)
order-minutes-own = Anders
order-minutes-how-many = Hoeveel minuten?
order-minutes-wrong = Een heel getal, hoogstens een week.
order-timed-out =
    { $minutes ->
        [one] { $name } heeft een time-out van één minuut.
       *[other] { $name } heeft een time-out van { $minutes } minuten.
    }
order-time-out-ended = { $name } kan weer schrijven.
order-hold = Eerst nakijken wat deze persoon schrijft
order-free = Niet meer eerst nakijken
order-held-now = Wat { $name } schrijft wacht vanaf nu op een leerkracht.
order-freed-now = { $name } schrijft weer zonder te wachten.
order-time-outs = Time-outs
order-held-ones = Een leerkracht kijkt eerst na
order-held-what = Wat deze persoon schrijft wacht op een leerkracht.
order-end = Stoppen
order-end-of = De time-out van { $name } stoppen
order-free-short = Niet meer
order-free-of = Niet meer eerst nakijken wat { $name } schrijft
order-quiet-until = Tot { $time }
order-quiet = Je hebt een time-out tot { $time }
order-quiet-left =
    { $minutes ->
        [one] Nog minder dan twee minuten.
       *[other] Nog { $minutes } minuten.
    }
order-quiet-stays = Je kunt alles lezen, en wat je typte blijft staan.
order-held-line = Een leerkracht kijkt eerst na wat je schrijft.
order-waits = Wacht op een leerkracht
order-waits-now = Een leerkracht kijkt hier eerst naar. Tot dan zien alleen jij en de leerkrachten het.
order-refused = Niet doorgelaten
order-mine-waiting = Wat je schreef en een leerkracht nog niet doorliet
order-take-back = Terugnemen
order-put-away = Opruimen
order-let-through = Doorlaten
order-let-through-done = Iedereen kan het nu zien.
order-refuse = Weigeren…
order-refuse-of = Weigeren wat { $name } schreef…
order-refuse-title = Dit niet doorlaten?
order-refuse-text = Niemand anders krijgt het te zien.
order-refuse-hint = Alleen de leerling die het schreef leest de reden.
order-refuse-now = Niet doorlaten
order-refuse-kind = Zeg het op een vriendelijkere manier.
order-refuse-private = Laat namen en adressen weg.
order-refuse-elsewhere = Dit hoort hier niet.
order-act-hidden = { $who } verborg { $what } van { $whom }
order-act-restored = { $who } toonde { $what } van { $whom } weer
order-act-let-through = { $who } liet iets door dat { $whom } schreef
order-act-refused = { $who } liet iets niet door dat { $whom } schreef
order-act-timed-out = { $who } gaf { $whom } een time-out
order-act-time-out-ended = { $who } stopte de time-out van { $whom }
order-act-held = { $who } kijkt eerst na wat { $whom } schrijft
order-act-freed = { $who } kijkt niet meer eerst na wat { $whom } schrijft
order-act-made = { $who } meldde iets over { $whom }
order-act-closed = { $who } sloot een melding over { $whom } af
order-act-reopened = { $who } bekeek een melding over { $whom } opnieuw
order-act-other = { $who } deed iets over { $whom }
