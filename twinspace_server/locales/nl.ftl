
## Frame

frame-skip = Direct naar de inhoud
frame-close = Sluiten
frame-cancel = Annuleren
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
spaces-empty-operator = Jij beheert deze server. Maak twee scholen, de leerkrachten en een eerste ruimte met deze drie opdrachten:

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
team-remove = Verwijderen
team-remove-title = { $name } verwijderen?
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
chat-here-school = { $school }: { $count } hier
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
chat-react = Reageer
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
chat-replying = Antwoord aan { $name }
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
sessions-slots = Iedereen is op school:
sessions-people = Met wie?
sessions-everybody = Iedereen
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
letters-mail-address = E-mailadres
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

## Public pages

public-skip = Naar de hoofdzaak
public-nav = Delen van deze site
public-above = Waar dit staat
public-languages = Taal van het kader
public-contents = Wat we laten zien
public-empty = Hier is nog niets.
public-published = Gepubliceerd op { $date }.
public-first-names = Mensen staan hier alleen met hun voornaam.
public-feed = Volgen (Atom)
public-members = Voor leden
public-kind-home = Begin
public-kind-page = Pagina
public-kind-gallery = Fotogalerij
public-kind-archive = Bestanden
public-kind-folder = Map
public-gone-title = Hier is niets
public-gone-text = Misschien zit er een fout in het adres, of wat hier stond is niet meer openbaar.
public-a-pupil = een leerling
# Foto’s en afbeeldingen: wat er mis is met een gekozen bestand
error-picture-broken = Deze afbeelding is beschadigd en gaat niet open. Sla de afbeelding opnieuw op, of kies een andere.
error-picture-too-large = Deze afbeelding is te groot. Een afbeelding mag hoogstens { $most } megapixel hebben. Maak hem eerst kleiner.
error-animation-too-long = Deze animatie is te lang of te groot. Maak hem eerst korter of kleiner.
error-type-not-allowed = Dit soort bestand kan hier niet. Afbeeldingen mogen JPEG, PNG, GIF, WebP of AVIF zijn.
error-pictures-busy = Er worden heel veel afbeeldingen klaargemaakt. Probeer het over een paar seconden nog eens.

# Fotogalerijen: wat er mis is
error-only-pictures = In een fotogalerij passen alleen afbeeldingen. Zet andere bestanden in een bestandsarchief.

# Fotogalerijen: het scherm
gallery-kind = Fotogalerij
gallery-kind-hint = Foto’s die beide scholen samen bekijken.
gallery-pictures = Foto’s
gallery-count = { $count ->
    [one] { $count } foto
   *[other] { $count } foto’s
}
gallery-view = Wat je ziet
gallery-view-pictures = Foto’s
gallery-view-words = Bijschriften
gallery-add = Foto’s toevoegen
gallery-take = Foto maken
gallery-made-smaller = { $count ->
    [one] Een foto is op dit apparaat eerst kleiner gemaakt: van { $from } naar { $to }.
   *[other] { $count } foto’s zijn op dit apparaat eerst kleiner gemaakt: van { $from } naar { $to }.
}
gallery-not-a-picture = { $name } is geen afbeelding. Hier kunnen alleen afbeeldingen hangen.
gallery-choose-some = Selecteren
gallery-choose = Selecteren: { $what }
gallery-choose-all = Alles selecteren
gallery-choose-none = Niets selecteren
gallery-choose-done = Klaar
gallery-chosen = { $count ->
    [0] Tik op de foto’s die je wilt
    [one] { $count } foto geselecteerd
   *[other] { $count } foto’s geselecteerd
}
gallery-chosen-what = Wat je met de geselecteerde foto’s doet
gallery-open = { $what }. Van { $name }. Groot bekijken
gallery-menu = Wat je kunt doen met: { $what }
gallery-words = Bijschrift en beschrijving
gallery-earlier = Naar voren
gallery-later = Naar achteren
gallery-place = Verplaatsen naar…
gallery-place-title = Deze foto verplaatsen
gallery-place-number = Het nummer, van 1 tot { $count }
gallery-place-after = De foto komt na “{ $what }”.
gallery-place-first = De foto komt vooraan.
gallery-place-do = Verplaatsen
gallery-moved = { $what } is nu foto { $at } van { $count }.
gallery-keys = Zet de focus op een foto en druk op Shift met een pijltje om hem te verplaatsen. Slepen kan ook.
gallery-cover = Voorkant van deze galerij
gallery-cover-choose = Als voorkant kiezen
gallery-cover-set = Dit is nu de voorkant.
gallery-send = Naar een andere plek…
gallery-send-title = { $count ->
    [one] Waar gaat deze foto heen?
   *[other] Waar gaan deze { $count } foto’s heen?
}
gallery-send-where = Plekken
gallery-send-nowhere = Er is geen andere galerij en geen archief waar je iets mag toevoegen.
gallery-send-do = Verplaatsen
gallery-sent = { $count ->
    [one] Verplaatst naar { $title }.
   *[other] { $count } foto’s verplaatst naar { $title }.
}
gallery-download = Downloaden
gallery-delete = Verwijderen
gallery-delete-chosen = Deze verwijderen
gallery-deleted = { $count ->
    [one] De foto is verwijderd.
   *[other] { $count } foto’s zijn verwijderd.
}
gallery-hide = Verbergen…
gallery-hide-title = Deze foto verbergen?
gallery-hide-reason = Waarom?
gallery-hide-hint = Iedereen leest dit op de plek van de foto. Alleen leraren kunnen de foto terughalen.
gallery-hide-missing = Zeg waarom.
gallery-hidden = Een leraar heeft deze foto verborgen.
gallery-show = Weer tonen
gallery-wordless = Nog niemand heeft gezegd wat er op deze foto staat
gallery-reminder = { $count ->
    [one] Eén foto heeft geen beschrijving voor mensen die hem niet kunnen zien.
   *[other] { $count } foto’s hebben geen beschrijving voor mensen die ze niet kunnen zien.
}
gallery-reminder-do = Schrijven
gallery-only-wordless = { $count ->
    [one] Alleen de ene zonder beschrijving
   *[other] Alleen de { $count } zonder beschrijving
}
gallery-all-worded = Elke foto heeft nu een beschrijving. Dank je.
gallery-caption = Bijschrift
gallery-caption-hint = Wat wil je erover vertellen?
gallery-no-caption = Nog geen bijschrift
gallery-alt = Wat er op de foto staat
gallery-alt-hint = Voor mensen die hem niet kunnen zien: wie of wat zie je, en waar?
gallery-alt-missing = ontbreekt nog
gallery-saved = Bewaard
gallery-not-saved = Nog niet bewaard
gallery-large = Foto’s van { $title }
gallery-zoom = Inzoomen
gallery-previous = Vorige foto
gallery-next = Volgende foto
gallery-of = Foto { $at } van { $count }
gallery-by = { $name } · { $date }
gallery-picture-failed = Deze foto kon niet geladen worden.
gallery-empty = Hier hangt nog niets
gallery-empty-invite = Voeg de eerste foto’s toe: van je apparaat, met de camera, of sleep ze hierheen. Grote foto’s worden kleiner gemaakt, en waar ze genomen zijn blijft bij jou.
gallery-empty-wait = De eerste foto’s verschijnen hier vanzelf.
gallery-read-only = Je kunt de foto’s hier bekijken, maar er geen toevoegen.
gallery-closed = Deze ruimte is gesloten. Je kunt de foto’s nog wel bekijken.
gallery-offline = Er is nu geen verbinding. Je ziet de foto’s zoals ze waren; de rest wacht.
gallery-failed = De foto’s konden niet geladen worden

# Bestanden: wat ermee mis kan gaan
error-file-too-large = Dit bestand is { $size } MB. Een bestand mag hoogstens { $limit } MB zijn.
error-file-over-limit = Dit bestand is groter dan { $limit } MB, en dat mag niet.
error-space-full = Deze ruimte bewaart hoogstens { $limit } MB aan bestanden, en is vol. Verwijder bestanden die niemand nodig heeft; wat verwijderd is, telt nog 30 dagen mee.
error-no-room = De server heeft geen plaats meer om dit te bewaren. Er is niets bewaard. Zeg het aan wie hem beheert, en probeer het later opnieuw.
error-file-name-missing = Dit bestand heeft geen naam die bewaard kan worden. Geef het eerst een naam.
error-file-empty = Er staat niets in dit bestand.
error-file-kind = Bestanden die op { $ending } eindigen, worden hier niet bewaard. Zet het in een ZIP als anderen het nodig hebben.
error-file-not-so = In dit bestand zit iets anders dan de naam zegt. Open het op je toestel en sla het opnieuw op.
error-name-too-long = De naam van een bestand mag hoogstens { $most } tekens hebben.
error-not-a-form = Er is geen heel bestand aangekomen. Stuur het opnieuw.
error-one-file-at-a-time = Stuur één bestand tegelijk.
error-too-many-uploads = Je stuurt veel bestanden tegelijk. Het volgende kan zo meteen.
error-unknown-upload = Dit bestand is niet verstuurd, of te lang geleden. Stuur het opnieuw.
error-unknown-version = Deze versie wordt niet meer bewaard.
error-unknown-file = Dit bestand is er niet meer.
error-same-version = Deze versie is al de huidige.
error-same-place = Het staat daar al.
error-no-files-here = Hier kunnen geen bestanden liggen.
error-place-full = Op één plaats kunnen { $most } bestanden liggen. Maak een andere plaats voor meer.
error-file-hidden = Dit bestand is verborgen.
error-file-shown = Dit bestand is niet verborgen.
error-bundle-too-large = In één ZIP passen hoogstens { $most } bestanden en { $limit } MB. Kies er minder.

## Wat aan briefjes en berichten hangt
error-picture-wanted = Kies een afbeelding.
attached-files = Wat eraan hangt
attached-open = { $name } openen
attached-away = { $count ->
    [one] Een bestand dat je niet mag zien, of dat weg is
   *[other] { $count } bestanden die je niet mag zien, of die weg zijn
  }
attached-add-picture = Afbeelding toevoegen
attached-add-file = Bestand toevoegen
attached-attach = Toevoegen
attached-take-off = { $name } weghalen
attached-choose-picture = Kies een afbeelding
attached-choose-file = Kies een bestand
attached-from = Waarvandaan
attached-here = Hier
attached-device = Van dit toestel
attached-no-picture = Hier zijn geen afbeeldingen.
attached-no-file = Hier zijn geen bestanden.
attached-nowhere = Deze ruimte heeft nog geen galerij en geen archief. Een leerkracht kan er een maken.

## Pages

error-page-renewed = Deze pagina is op de server opnieuw geopend. Laad ze opnieuw.
error-gap = Iets waarop deze wijziging voortbouwt, is niet aangekomen.
error-not-yours = Deze wijziging doet alsof ze van iemand anders is.
error-bad-update = Dit is geen wijziging die de editor maakt.
error-page-full = Deze pagina is vol. Begin een tweede, of haal er iets uit.
error-unknown-node = Dat past niet op een pagina.
error-too-many-versions = Een pagina bewaart hoogstens { $most } versies.
page-kind = Webpagina
page-kind-hint = Bijvoorbeeld: Wat de rivieren ons leerden, Ons dagboek
page-text = De tekst van { $title }
page-placeholder = Schrijf hier …
page-empty = Hier staat nog niets.
page-more = Meer voor deze pagina
page-here = Ook op deze pagina
page-loading = Openen …
page-saved = Bewaard
page-saving = Bewaren …
page-unsaved = Nog niet bewaard: je bent offline
page-offline = Offline
page-reading = Je leest mee
page-outdated = Deze pagina gebruikt iets dat nieuwer is dan je open venster.
page-reload = Programma opnieuw laden
page-too-large = Dat is te veel in één keer. Zet het er stuk voor stuk in.
page-print = Afdrukken
page-history = Geschiedenis
page-draft = Deze woorden zijn niet bewaard
page-draft-copy = Kopiëren
page-draft-copied = Gekopieerd.
page-draft-insert = Onderaan zetten
page-draft-drop = Ik heb ze niet nodig
page-why-not-allowed = Je mag niet meer op deze pagina schrijven. Je laatste woorden blijven hier tot je ze sluit.
page-why-timed-out = Een leerkracht heeft je gevraagd even te pauzeren. Je laatste woorden blijven hier tot je ze sluit.
page-why-held-first = Een leerkracht leest eerst wat je schrijft, en dat gaat niet op een pagina. Je woorden blijven hier tot je ze sluit.
page-why-closed = De ruimte is gesloten. Je laatste woorden blijven hier tot je ze sluit.
page-why-too-large = Dat was te veel in één keer. Zet het er stuk voor stuk in.
page-why-page-full = De pagina is vol. Haal er iets uit, of begin een tweede pagina.
page-why-other = De server nam ze niet aan. Je kunt ze kopiëren, of het nog eens proberen.
page-tools = Gereedschap voor tekst
page-undo = Ongedaan maken
page-redo = Opnieuw doen
page-heading = Kop
page-subheading = Kleinere kop
page-quote = Citaat
page-bold = Vet
page-italic = Cursief
page-underline = Onderstrepen
page-strike = Doorstrepen
page-link = Link
page-list = Lijst
page-numbers = Genummerde lijst
page-picture = Afbeelding
page-file = Bestand
page-video = Video via een link
page-table = Tabel
page-columns = Twee kolommen, één per school
page-line = Scheidingslijn
page-row-add = Rij toevoegen
page-column-add = Kolom toevoegen
page-row-remove = Rij verwijderen
page-column-remove = Kolom verwijderen
page-table-remove = Tabel verwijderen
page-columns-remove = Kolommen verwijderen
page-insert = Invoegen
page-link-address = Adres
page-link-wrong = Daar kan geen link naartoe. Een adres begint met https://
page-link-place = Of een plek in deze ruimte
page-link-choose = Kies …
page-link-words = Woorden om te tonen
page-link-remove = Link verwijderen
page-video-address = Adres van de video
page-video-title = Wat erop te zien is
page-alt = Wat de afbeelding toont
page-alt-hint = Voor wie ze niet kan zien.
page-history-back = Terug naar de pagina
page-versions = Versies
page-versions-none = Nog geen vroegere versie. Er wordt er een bewaard als iemand na tien minuten verder schrijft.
page-versions-older = Oudere versies
page-version-now = Nu
page-version-kept = Vanzelf bewaard
page-version-named = Met een naam bewaard
page-version-before-restore = Voor er een versie werd teruggezet
page-version-published = Toen ze werd gepubliceerd
page-version-keep = Deze versie bewaren
page-version-name = Hoe ze heet
page-version-name-hint = Bijvoorbeeld: Voor de zomer
page-version-drop = Deze versie voorgoed wissen
page-version-dropped = De versie is gewist.
page-compare-now = Wat er nu staat, en wat nieuw is sinds de laatste versie.
page-compare-then = Wat er sinds deze versie veranderd is: nieuwe woorden zijn onderstreept, verdwenen woorden doorgestreept.
page-restore = Deze versie terugzetten
page-restored = De versie staat terug. Wat er stond, is ook bewaard.
page-writers = Wie dit schreef
page-put-by = Woorden van { $words }, hier gezet door { $put }
# Bestanden onderweg, in archieven, galerijen en pagina’s
uploads-title = Bestanden onderweg
uploads-drop = Laat de bestanden hier los
uploads-left =
    { $count ->
        [one] Eén bestand is onderweg.
       *[other] { $count } bestanden zijn onderweg.
    }
uploads-failed =
    { $count ->
        [one] Eén bestand is niet aangekomen.
       *[other] { $count } bestanden zijn niet aangekomen.
    }
uploads-done = Alles is aangekomen.
uploads-all = Alle bestanden samen
uploads-progress = Hoe ver { $name } is
uploads-waiting = Wacht op zijn beurt
uploads-again = { $name } opnieuw sturen
uploads-cancel = { $name } niet sturen
uploads-away = { $name } vergeten
uploads-tidy = Deze lijst wegdoen
uploads-too-large = Dit bestand is { $size }. Een bestand mag hoogstens { $limit } zijn.
uploads-space-full = Deze ruimte bewaart hoogstens { $limit } aan bestanden, en dit past er niet meer bij. Verwijder bestanden die niemand nodig heeft.

# Bestandsarchieven
archive-kind = Bestandsarchief
archive-kind-hint = Bijvoorbeeld: Materiaal, Klaar, Onze metingen
archive-add = Bestanden toevoegen
archive-add-first = Voeg het eerste bestand toe
archive-more = Meer voor dit archief
archive-zip = Alles downloaden als ZIP
archive-deleted-files = Verwijderde bestanden
archive-deleted-about = Wat verwijderd is, kan 30 dagen lang teruggezet worden.
archive-deleted-none = Hier is de laatste 30 dagen niets verwijderd.
archive-deleted-by = { $name } heeft het { $when } verwijderd · { $size }
archive-restore = Terugzetten
archive-restore-this = { $name } terugzetten
archive-offline = Er is geen verbinding. Je ziet wat er eerder was; wat je verstuurt, gaat verder als ze terug is.
archive-failed = Deze bestanden kunnen nu niet getoond worden
archive-read-only = Je kunt hier lezen en downloaden, maar niets toevoegen.
archive-closed = Deze ruimte is gesloten. Je kunt lezen en downloaden.
archive-empty = Nog geen bestanden
archive-empty-invite = Kies er een paar, of laat ze ergens op deze pagina los. Wie hier mag lezen, heeft ze meteen.
archive-empty-wait = Zodra iemand er een toevoegt, zie je het hier.
archive-files =
    { $count ->
        [one] Eén bestand
       *[other] { $count } bestanden
    }
archive-name = Naam
archive-size = Grootte
archive-who = Wie
archive-when = Wanneer
archive-do = Wat er kan
archive-sort = Sorteren op: { $by }
archive-sorted-up = Gesorteerd op { $by }, van voren af aan
archive-sorted-down = Gesorteerd op { $by }, van achteren af aan
archive-choose = { $name } kiezen
archive-choose-all = Alles kiezen
archive-choose-none = Niets kiezen
archive-chosen-title = Gekozen bestanden
archive-chosen =
    { $count ->
        [one] Eén bestand gekozen · { $size }
       *[other] { $count } bestanden gekozen · { $size }
    }
archive-zip-chosen = Downloaden als ZIP
archive-more-of = Meer voor { $name }
archive-download = Downloaden
archive-describe = Naam en beschrijving…
archive-describe-title = Naam en beschrijving
archive-name-missing = Een bestand heeft een naam nodig.
archive-description = Beschrijving
archive-alt = Wat er op de afbeelding staat
archive-alt-hint = Voor wie ze niet kan zien.
archive-replace = Vervangen door een nieuwere versie…
archive-replace-this = Nieuwere versie van { $name }
archive-versions = Eerdere versies…
archive-versions-title = Versies
archive-version = Versie { $number }
archive-version-now = Versie { $number }, de huidige
archive-version-by = { $name } · { $when } · { $size }
archive-version-download = Versie { $number } downloaden
archive-version-back = Terughalen
archive-version-back-this = Versie { $number } terughalen
archive-move = Verplaatsen…
archive-move-title =
    { $count ->
        [one] Waar moet dit bestand heen?
       *[other] Waar moeten deze { $count } bestanden heen?
    }
archive-move-where = Plaatsen waar bestanden kunnen liggen
archive-move-nowhere = Er is geen andere plaats waar je bestanden mag toevoegen.
archive-move-do = Verplaatsen
archive-moved =
    { $count ->
        [one] Eén bestand ligt nu in { $place }.
       *[other] { $count } bestanden liggen nu in { $place }.
    }
archive-hide = Verbergen
archive-hide-title = Dit bestand verbergen?
archive-hide-text = Alleen de leerkrachten kunnen het nog openen. Dat hier iets was, blijft te zien.
archive-hide-why = Waarom
archive-hide-hint = Dit leest iedereen.
archive-hide-missing = Zeg in een paar woorden waarom.
archive-hidden = Een leerkracht heeft dit bestand verborgen.
archive-show = Weer tonen
archive-delete = Verwijderen
archive-deleted =
    { $count ->
        [one] Eén bestand is verwijderd.
       *[other] { $count } bestanden zijn verwijderd.
    }
archive-picture = Afbeelding: { $name }
archive-preview-about = { $name } · { $when } · { $size }
archive-preview-back = Het vorige bestand
archive-preview-next = Het volgende bestand
archive-preview-at = { $at } van { $count }
archive-preview-failed = Dit bestand kan nu niet getoond worden. Download het.
archive-text-more = Dit is alleen het begin. Download het bestand voor de rest.

## Rights tables, previews, and seeing the space as somebody else

error-rights-changed-meanwhile = Iemand anders heeft deze tabel intussen veranderd. Kijk er eerst opnieuw naar.
error-person-or-role = Vraag naar een persoon of naar een rol.

rights-menu = Rechten…
rights-title = Rechten in { $place }
rights-who = Wie
rights-read = lezen
rights-add = toevoegen
rights-edit = bewerken
rights-delete = wissen
rights-publish = publiceren
rights-all = alles
rights-everything = alles
rights-unseen = ziet dit niet
rights-why = Waarom?
rights-why-me = Wat mag ik hier?
rights-why-of = Waarom mag { $name } dit?
rights-why-at = Waarom, in { $place }?
rights-role-rows =
    { $role ->
        [teacher] Leraren
        [pupil] Leerlingen
       *[guest] Gasten
    }
rights-elsewhere = Zonder school
rights-unknown = Iemand die er niet meer is
rights-left = niet meer in de ruimte
rights-administrator = beheerder: altijd alle rechten
rights-remove = De rij van { $name } verwijderen
rights-whose = Welke tabel hier geldt
rights-inherits = Zoals eromheen
rights-inherits-from = De tabel van “{ $place }” geldt ook hier, ook als die verandert.
rights-own-table = Een eigen tabel
rights-own-table-hint = Wat je hier aankruist, geldt hier en in alles erin dat geen eigen tabel heeft.
rights-shown-from = Je ziet de tabel van “{ $place }”.
rights-open-above = De tabel van { $place } openen
rights-root-hint = Deze tabel geldt overal in de ruimte waar geen andere geldt. Een rij voor één persoon beperkt die persoon overal.
rights-read-only = Je kunt deze tabel bekijken. Beheerders veranderen haar.
rights-closed = Deze ruimte is gesloten: de tabellen kun je bekijken, niet veranderen.
rights-fixed = Deze rechten horen bij dit soort kamer: wie uitgenodigd is, en niemand anders. Ze kunnen niet veranderd worden.
rights-add-hint = Een rij voor één persoon gaat voor de rij van de rol.
rights-add-person = Een persoon toevoegen
rights-find = Een persoon zoeken
rights-add-do = Toevoegen
rights-add-one = { $name } toevoegen
rights-has-row = heeft een rij
rights-found = { $count ->
        [0] Niemand gevonden
        [one] Eén persoon gevonden
       *[other] { $count } personen gevonden
    }
rights-more-found = En nog { $count }: typ meer van de naam.
rights-nobody-found = Zo heet hier niemand.
rights-keys = In de tabel ga je met de pijltjestoetsen van vakje naar vakje; het vraagteken zegt waarom.
rights-look = Bekijk wat er verandert…
rights-back = Terug naar de tabel
rights-send = Deze rechten instellen
rights-saved = De rechten in { $place } zijn ingesteld
rights-dropped = De wijzigingen zijn niet verstuurd
rights-meanwhile = Iemand anders heeft deze tabel veranderd terwijl je ernaar keek.
rights-meanwhile-take = Toon de nieuwe tabel
rights-meanwhile-keep = Zet mijn wijzigingen erbovenop
rights-preview-title = Wat dit verandert
rights-preview-same = Niets: de tabel is zoals ze was.
rights-preview-nobody = Er verandert niets voor wie hier nu is.
rights-loses = { $count ->
        [one] { $who } verliest { $rights }.
       *[other] { $who } verliezen { $rights }.
    }
rights-gains = { $count ->
        [one] { $who } krijgt { $rights }.
       *[other] { $who } krijgen { $rights }.
    }
rights-all-of-role =
    { $role ->
        [teacher] alle { $count } leraren
        [pupil] alle { $count } leerlingen
       *[guest] alle { $count } gasten
    }
rights-all-of-school =
    { $role ->
        [teacher] alle { $count } leraren van { $school }
        [pupil] alle { $count } leerlingen van { $school }
       *[guest] alle { $count } gasten van { $school }
    }
rights-some-of-role =
    { $role ->
        [teacher] nog { $count } leraren
        [pupil] nog { $count } leerlingen
       *[guest] nog { $count } gasten
    }
rights-some-of-school =
    { $role ->
        [teacher] nog { $count } leraren van { $school }
        [pupil] nog { $count } leerlingen van { $school }
       *[guest] nog { $count } gasten van { $school }
    }
rights-in-places = { $count ->
        [one] op één plaats
       *[other] op { $count } plaatsen
    }
rights-and-more = en nog { $count }
rights-more-shifts = En nog { $count } wijzigingen.
rights-name-everybody = Noem alle { $count } personen
rights-act-of =
    { $right ->
        [read] lezen
        [add] dingen toevoegen
        [edit] dingen van anderen bewerken
        [delete] dingen van anderen wissen
        [publish] publiceren
       *[moderate] de orde bewaren
    }
rights-may = { $name } mag hier { rights-act-of }
rights-may-not = { $name } mag hier niet { rights-act-of }
rights-they-may = { $name } mogen hier { rights-act-of }
rights-they-may-not = { $name } mogen hier niet { rights-act-of }
rights-i-may = Jij mag hier { rights-act-of }
rights-i-may-not = Jij mag hier niet { rights-act-of }
rights-own-mine = { $right ->
        [edit] Wat je zelf maakte, mag je bewerken.
       *[delete] Wat je zelf maakte, mag je wissen.
    }
rights-own-theirs = { $right ->
        [edit] Wat iemand zelf maakte, mag die bewerken.
       *[delete] Wat iemand zelf maakte, mag die wissen.
    }
rights-why-title = { $name } in { $place }
rights-why-title-me = Wat ik mag in { $place }
rights-why-role-note = Dit gaat over iemand zonder eigen rij, zoals het nu is.
rights-as-it-is = Zo is het nu, vóór je wijzigingen.
rights-member-menu = Rechten…
rights-member-title = Rechten van { $name }
rights-member-administrator = { $name } is beheerder. Beheerders hebben overal in hun ruimte altijd alle rechten; geen tabel neemt die weg.
rights-member-whose = Welke rechten { $name } in deze ruimte heeft
rights-member-role =
    { $role ->
        [teacher] Dezelfde als alle leraren
        [pupil] Dezelfde als alle leerlingen
       *[guest] Dezelfde als alle gasten
    }
rights-member-role-hint = De tabellen van de plaatsen zeggen wat { $name } mag.
rights-member-own = Een rij alleen voor { $name }
rights-member-own-hint = Wat niet aangekruist is, wordt overal in deze ruimte geweigerd, behalve waar een plaats een rij voor juist deze persoon heeft.
rights-member-saved = De rechten van { $name } zijn ingesteld
rights-member-where = Wat { $name } waar mag
rights-see-as = De ruimte zien als
rights-see-as-menu = De ruimte zien zoals zij
rights-see-as-back = Terug
rights-you-see-as = Je ziet dit als { $name }.
rights-you-see-as-hint = Je kunt alleen kijken. Er wordt niets in hun naam verstuurd en niets geldt als gelezen.
rights-somebody = Iemand
rights-some =
    { $role ->
        [teacher] een leraar
        [pupil] een leerling
       *[guest] een gast
    }
rights-stranger = een vreemde
rights-places-of = Plaatsen zoals { $name } ze krijgt
rights-may-here = Wat { $name } hier mag:
rights-inside = Wat erin zit
rights-sees-nothing = Hier is niets dat { $name } ziet
rights-sees-nothing-stranger = Een vreemde ziet wat gepubliceerd is, en verder niets.

# About somebody else than the reader.
why-of-closed = Deze ruimte is gesloten. Alles erin is nog te lezen.
why-of-own-item = Wat deze persoon hier maakte, mag die bewerken en wissen, zolang toevoegen hier mag.
why-of-own-item-needs-add = Wat deze persoon hier maakte, mag die alleen bewerken of wissen zolang toevoegen hier mag.
why-of-timed-out = Deze persoon heeft een time-out. Lezen kan nog.
why-of-held-first = Een leraar kijkt eerst naar wat deze persoon schrijft.
why-of-room-over = Deze sessie is voorbij. Wat gezegd is, is nog te lezen.
why-of-room-without-any-teacher = Hier kan geschreven worden zodra er een leraar in deze kamer is.
why-of-room-without-each-teacher = Hier kan geschreven worden zodra er van elke school een leraar in deze kamer is.
why-of-not-invited = Deze persoon was niet voor deze sessie uitgenodigd.

## The tree: folders, moving, the bin

why-binned-it = Wie iets in de prullenbak legt, mag het er ook weer uit halen.
why-move-changes-rights = Door deze verplaatsing zouden anderen hier iets anders kunnen zien of doen. Alleen een beheerder mag dit daarheen verplaatsen.
error-nothing-to-change = Er is niets opgegeven dat kan veranderen.
error-into-itself = Een plek kan niet in zichzelf of in iets wat erin staat worden gezet.
error-there-already = Ze staat daar al.

## Publiceren en toestemming

error-not-publishable = Alleen pagina’s, galerijen, archieven en mappen kun je publiceren.
error-not-public = Dit is op dit moment niet openbaar.
error-nothing-public = Van deze ruimte is nog niets openbaar.
error-end-not-ahead = Kies een einde dat nog moet komen, binnen tien jaar.
error-publish-yourself = Je mag dit zelf publiceren.
error-already-proposed = Dit is al voorgesteld.
error-already-answered = Dit voorstel is al beantwoord.
why-consent-by-own-teachers = Leerkrachten van de eigen school houden bij wat van een leerling getoond mag worden.
why-consent-by-oneself = Volwassenen beslissen zelf wat van hen getoond mag worden.
why-publishing-needs-an-adult = Publiceren kan alleen een volwassene. Je kunt het voorstellen.
why-shows-files-of-others = Het toont bestanden van een plek waar jij niet mag publiceren.
why-published-stays = Dit is openbaar. Haal het eerst terug, of vraag het aan iemand die hier mag verwijderen.
bell-proposal = { $who } stelt voor om “{ $place }” te publiceren
bell-proposal-answered = Er is een antwoord op je voorstel om “{ $place }” te publiceren

publish-open = Publiceren
publish-open-public = Openbaar
publish-propose-open = Publicatie voorstellen
publish-title = “{ $title }” publiceren
publish-step-what = Wat
publish-step-look = Wat een vreemde ziet
publish-step-do = Publiceren
publish-next = Verder
publish-back = Terug
publish-looking = We kijken met de ogen van een vreemde…
publish-what-lead = Vreemden lezen het op een eigen adres, zoals het nu is. Wat je later verandert, blijft binnen tot je opnieuw publiceert.
publish-language = Het is geschreven in
publish-language-hint = Het woord voor een leerling die niet genoemd mag worden, is ook in deze taal.
publish-fine = Niets staat in de weg.
publish-names =
    { $count ->
        [one] Eén naam wordt ingekort
       *[other] { $count } namen worden ingekort
    }
publish-name-line = “{ $was }” wordt “{ $shown }”
publish-held =
    { $count ->
        [one] Eén bestand wordt achtergehouden
       *[other] { $count } bestanden worden achtergehouden
    }
publish-held-nobody-said = Niemand heeft gezegd wie erop staat.
publish-held-no-consent = Niet iedereen erop mag openbaar te zien zijn: { $people }.
publish-held-gone = Het is er niet meer, of jij mag het niet zien.
publish-held-not-yours = Het staat op een plek waar jij niet mag publiceren.
publish-held-unnamed = Een bestand
publish-say-who = Zeggen wie erop staat
publish-links =
    { $count ->
        [one] Eén link leidt vreemden nergens heen
       *[other] { $count } links leiden vreemden nergens heen
    }
publish-links-hint = Ze leiden naar plekken die niet openbaar zijn. De woorden blijven, de link valt weg.
publish-alts =
    { $count ->
        [one] Eén foto heeft geen beschrijving
       *[other] { $count } foto’s hebben geen beschrijving
    }
publish-alts-hint = Wie een foto niet kan zien, hoort de beschrijving.
publish-mails =
    { $count ->
        [one] Eén mailadres is straks voor iedereen leesbaar
       *[other] { $count } mailadressen zijn straks voor iedereen leesbaar
    }
publish-inside = De openbare pagina van de map toont wat erin openbaar is
publish-inside-none = Er is nog niets in openbaar.
publish-inside-public = openbaar
publish-inside-not = niet openbaar
publish-frame = Hoe een vreemde het ziet
publish-frame-phone = Zoals op een telefoon
publish-do-lead = Kijk nog eens: namen, gezichten, adressen. Daarna is het openbaar.
publish-until = Eindigt vanzelf
publish-until-none = Nooit
publish-until-day = Op een dag
publish-until-label = Laatste dag
publish-until-wrong = Kies een dag die nog moet komen.
publish-do = Publiceren
publish-again = Opnieuw publiceren
publish-done = “{ $title }” is nu openbaar.
publish-blocked = Je kunt dit niet publiceren: het toont bestanden van een plek waar jij niet mag publiceren.
publish-state-public = Openbaar sinds { $date }
publish-state-until = tot { $date }
publish-state-changed = Sindsdien hier veranderd. Vreemden lezen nog wat gepubliceerd werd.
publish-copy = Adres kopiëren
publish-copied = Het adres is gekopieerd.
publish-visit = Bekijken
publish-qr = QR-code
publish-qr-alt = QR-code met het adres van “{ $title }”
publish-qr-hint = Om af te drukken of op het bord te tonen. Het adres blijft hetzelfde als je opnieuw publiceert.
publish-take-back = Terughalen
publish-take-back-title = “{ $title }” terughalen?
publish-take-back-text = De pagina, de bestanden en de foto’s zijn meteen dicht voor vreemden. Het adres blijft ervoor bewaard.
publish-taken-back = “{ $title }” is niet meer openbaar.
publish-propose = Voorstellen
publish-propose-title = Voorstellen om “{ $title }” te publiceren
publish-propose-lead = Iemand die mag publiceren, bekijkt het en antwoordt je.
publish-propose-word = Een woordje erbij
publish-proposed = Voorgesteld. Je hoort ervan.
publish-nothing = Jij mag dit niet publiceren. Vraag het aan een beheerder van de ruimte.
publish-list-title = Alles wat openbaar is
publish-list-lead = Wat vreemden van deze ruimte kunnen lezen.
publish-list-empty = Van deze ruimte is niets openbaar. Publiceer een pagina, een galerij, een archief of een map vanuit het eigen menu.
publish-list-home = De openbare beginpagina
publish-list-by = door { $name }
publish-list-held =
    { $count ->
        [one] Eén bestand wordt nu niet getoond: iemands toestemming ontbreekt.
       *[other] { $count } bestanden worden nu niet getoond: iemands toestemming ontbreekt.
    }
publish-list-menu = Wat je met { $title } kunt doen
publish-list-failed = Wat openbaar is, kon niet opgehaald worden.
publish-search-engines = Zoekmachines mogen het vinden
publish-search-engines-hint = Uit: alleen wie het adres heeft, vindt het.
publish-search-engines-saved = Bewaard.
publish-queue = Wacht op publicatie
publish-queue-line = { $name } stelt voor om “{ $title }” te publiceren
publish-queue-look = Bekijken en publiceren
publish-queue-no = Nee zeggen
publish-queue-no-title = Waarom nog niet?
publish-queue-no-word = Wat moet er eerst veranderen?
publish-queue-answered = Beantwoord.
publish-queue-mine = Jouw voorstellen
publish-queue-withdraw = Intrekken
publish-queue-open = Nog niet beantwoord
publish-queue-published = Gepubliceerd
publish-queue-refused = Nog niet
publish-queue-withdrawn = Ingetrokken
publish-check-title = Foto’s om na te kijken
publish-check-lead = Op deze foto’s staat iemand die binnen de ruimte niet op foto’s te zien mag zijn.
who-title = Wie staat er op deze foto?
who-lead = Vink iedereen aan die te herkennen is. Anders krijgen vreemden de foto nooit te zien.
who-nobody = Niemand is te herkennen
who-save = Zo is het
who-saved = Genoteerd wie erop staat.
who-no-public = mag niet openbaar te zien zijn
who-no-inside = mag niet op foto’s te zien zijn
who-missing = Vink iemand aan, of zeg dat niemand te herkennen is.
consent-title = Wat van { $name } getoond mag worden
consent-open = Wat getoond mag worden
consent-lead-pupil = Zoals de ouders op papier getekend hebben, voor deze ruimte.
consent-lead-own = Je beslist zelf, voor deze ruimte.
consent-photo-inside = Mag te zien zijn op foto’s in de ruimte
consent-photo-public = Mag te zien zijn op openbare foto’s
consent-name-public = Mag openbaar bij de voornaam genoemd worden
consent-hint = Iets terugnemen werkt meteen, ook op wat al openbaar is.
consent-since = Laatst bijgehouden door { $name } op { $date }
consent-saved = Bijgehouden voor { $name }.
consent-closed = De ruimte is gesloten: je kunt terugnemen, niet toestaan.

# Bestanden onderweg, in archieven, galerijen en pagina’s

# Bestandsarchieven
error-not-a-picture = Alleen van foto’s en films zeg je wie erop staat.

# Bestandsarchieven
place-rights = Rechten
place-add = Toevoegen
place-properties = Eigenschappen
place-hours = Wanneer open
place-move = Verplaatsen
place-delete = Verwijderen
place-actions = Wat je kunt doen met “{ $title }”
place-path = Waar dit staat
place-new-folder = Nieuwe map
place-add-title = Iets toevoegen
place-add-five = Om te bewaren en te tonen
place-add-rooms = Om elkaar te ontmoeten
place-add-where = Waar komt het?
place-top = { $space } (bovenaan)
place-description = Waar dient het voor?
place-description-left = { $count ->
        [one] Nog één teken
       *[other] Nog { $count } tekens
    }
place-sign = Een teken om het te herkennen
place-properties-title = Eigenschappen van “{ $title }”
place-changed = Bewaard.
place-move-title = “{ $title }” verplaatsen
place-move-where = Waarheen?
place-move-do = Daarheen verplaatsen
place-move-same = Niemands rechten veranderen hierdoor.
place-move-warning = Door deze verplaatsing kunnen sommigen iets anders zien of doen.
place-move-not-yours = Door deze verplaatsing zouden anderen iets anders kunnen zien of doen. Alleen een beheerder mag dit daarheen verplaatsen.
place-moved = “{ $title }” staat nu in “{ $to }”.
folder-kind = Map
folder-kind-hint = Bevat andere plekken en geeft ze hun orde en hun rechten.
folder-inside = { $count ->
        [one] één plek erin
       *[other] { $count } plekken erin
    }
folder-empty = Hier staat nog niets
folder-empty-invite = Zet er het eerste in: foto’s, bestanden, een pagina of nog een map.
folder-empty-wait = Zodra hier iets in komt, zie je het meteen.
folder-add-first = Het eerste toevoegen
bin-lead = Wat verwijderd is, blijft hier 30 dagen, met alles erin en met zijn rechten. Daarna is het voorgoed weg.
bin-lead-mine = Wat jij hebt verwijderd, blijft hier 30 dagen, met alles erin. Daarna is het voorgoed weg.
bin-by = { $who } legde dit hier { $when }.
bin-somebody = Iemand die hier niet meer is
bin-from = Het stond in “{ $place }”
bin-from-top = Het stond bovenaan
bin-days = { $count ->
        [0] gaat vandaag weg
        [one] nog één dag
       *[other] nog { $count } dagen
    }
bin-parent-binned = “{ $place }”, waar het stond, ligt ook in de prullenbak.
bin-elsewhere = Ergens anders terugzetten…
bin-elsewhere-title = Waar moet “{ $title }” heen?
bin-restore-label = “{ $title }” terugzetten
bin-erase-label = “{ $title }” voorgoed verwijderen
bin-erase = Voorgoed verwijderen
bin-erase-title = “{ $title }” voorgoed verwijderen?
bin-erase-text = { $count ->
        [one] Het gaat weg met alles erin. Niemand kan het terughalen.
       *[other] Het gaat weg met alles erin, samen { $count } plekken. Niemand kan het terughalen.
    }
bin-erase-do = Voorgoed verwijderen
bin-erased = “{ $title }” is weg.
bin-more = Oudere tonen
bin-empty-text = Wat verwijderd is, kan van hier worden teruggezet.
place-sign-none = Geen teken
place-sign-bird = Vogel
place-sign-book = Boek
place-sign-bulb = Lamp
place-sign-camera = Camera
place-sign-compass = Kompas
place-sign-fish = Vis
place-sign-flask = Kolf
place-sign-globe = Wereldbol
place-sign-heart = Hart
place-sign-house = Huis
place-sign-languages = Talen
place-sign-leaf = Blad
place-sign-map = Kaart
place-sign-mountain = Berg
place-sign-music = Muziek
place-sign-palette = Palet
place-sign-puzzle = Puzzel
place-sign-rocket = Raket
place-sign-school = School
place-sign-star = Ster
place-sign-sun = Zon
place-sign-tree = Boom
place-sign-trophy = Beker
place-sign-waves = Golven

## Support organisations

error-no-such-desk = Dit land heeft hier nog geen ondersteunende organisatie.

## Veilig aanmelden: de tweede stap, passkeys, aanmelden bij een ander

error-wrong-code = Deze code klopt niet, of is al gebruikt. Wacht op de volgende en probeer opnieuw.
error-wrong-password = Dit is je wachtwoord niet.
error-wrong-passkey = Deze passkey is hier niet bekend.
error-sign-in-over = Dat duurde te lang, of er is te vaak fout geprobeerd. Begin opnieuw met aanmelden.
error-confirm-first = Laat eerst zien dat jij het echt bent.
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
error-school-in-use = Deze school heeft al mensen in een ruimte en kan dus niet bij een andere worden gevoegd.

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
register-done-text = Je hoort er nu officieel bij.
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
hue-leaf = Blad
hue-plum = Pruim
hue-sky = Lucht

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
account-teaching-lead = Alleen voor de statistiek; niemand krijgt het te zien.
account-wishes-lead = Ze helpen anderen om jou te vinden.
account-kept = Het is bewaard.
attachment-claimed = Wacht op een woord van de school.
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
setup-password-hint = Tien tekens of meer. Een korte zin is goed, en makkelijk te onthouden.
setup-password-short = Dit is te kort: tien tekens of meer.
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
setup-approval-support = Ondersteunende organisaties
setup-approval-support-text = De ondersteunende organisaties van beide landen bekijken elk project voor de ruimte opengaat.
setup-approval-none = Niemand hoeft dat
setup-approval-none-text = Leerkrachten openen zelf ruimtes. Goed voor één school of een kleine groep scholen.
setup-finish = Klaar
installation-title = Deze installatie
installation-lead = { $version } op { $address }
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
installation-people = Mensen
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
installation-school-hue-lagoon = Lagune
installation-school-hue-marigold = Goudsbloem
installation-school-hue-coral = Koraal
installation-school-hue-leaf = Blad
installation-school-hue-plum = Pruim
installation-school-hue-sky = Hemel
installation-school-missing = Vul dit in.
installation-desks-title = Ondersteunende organisaties
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
installation-desk-change = Naam veranderen
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

error-wrong-card = Deze kaart en deze plaatjes horen niet bij elkaar. Kijk op je kaart en probeer opnieuw.
error-changed-meanwhile = Iemand heeft dit net gewijzigd. Probeer opnieuw.
error-username-guessable = Gebruikersnamen van leerlingen eindigen op vier toevallige letters of cijfers. Neem de naam die wordt voorgesteld.
error-too-many-groups = In een ruimte passen { $most } groepen.
error-invited-already = Iemand met dit adres is al uitgenodigd. Je kunt de mail opnieuw sturen.
error-too-many-invitations = Er wachten al { $most } uitnodigingen. Trek er eerst een paar in.
error-link-is-dead = Deze link werkt niet meer. Vraag een nieuwe.
why-pupils-by-own-teachers = Alleen bevestigde leerkrachten van de eigen school van de leerling zorgen voor wachtwoorden, namen en kaarten.
why-pupils-by-confirmed-teachers = Alleen wie bevestigd is als leerkracht van deze school, voegt er leerlingen van toe.
why-card-outside-hours = Deze kaart werkt alleen tijdens de lessen.
mail-invited-subject = { $by } nodigt je uit voor { $space }
mail-invited-text =
    { $by } nodigt je uit om samen te werken in “{ $space }”.

    Open de link binnen zeven dagen. Hij werkt één keer, en alleen voor jou: geef deze mail niet door.
mail-invited-button = De uitnodiging bekijken

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
cards-without = Wie er geen heeft
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

invite-open = Een volwassene uitnodigen
invite-title = Een volwassene uitnodigen
invite-lead = Je stuurt een mail met een link die één keer werkt, zeven dagen lang.
invite-email = Mailadres
invite-email-missing = Typ het mailadres.
invite-as = Als
invite-teacher-hint = Van een school van deze ruimte.
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
invited-password-hint = Minstens 10 tekens. Lange zijn goed.
invited-password-short = Neem minstens 10 tekens.
invited-missing = Vul dit in.
invited-make = Mijn account maken en meedoen

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
groups-hue = Kleur
groups-hue-lagoon = Lagune
groups-hue-marigold = Goudsbloem
groups-hue-coral = Koraal
groups-hue-leaf = Bladgroen
groups-hue-plum = Pruim
groups-hue-sky = Hemelsblauw
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
bell-contact-asked = { $who } wil graag een contact van je zijn
bell-contact-accepted = { $who } is nu een contact van je
bell-project-asked = { $who } vraagt je om samen een project te beginnen
bell-project-accepted = { $who } begint het project met je
bell-project-declined = { $who } begint het project niet met je
bell-project-withdrawn = { $who } heeft een project ingetrokken
bell-project-question = Een ondersteunende organisatie wil meer weten over je project
bell-project-refused = Een ondersteunende organisatie heeft je project niet goedgekeurd
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
    Een ondersteunende organisatie wil eerst meer weten over het project “{ $title }”.

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
contacts-search-clear = Zoekveld leegmaken
contacts-country = Land
contacts-anywhere = Overal
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
        [one] De ondersteunende organisatie van { $countries } bekijkt het. Je hoort het hier.
       *[other] De ondersteunende organisaties van { $countries } bekijken het. Je hoort het hier.
    }
projects-next-question = De ondersteunende organisatie van { $countries } wil meer weten.
projects-next-opening = Iedereen heeft ja gezegd. De ruimte gaat zo open.
projects-next-active = De ruimte staat open voor jullie klassen.
projects-next-closed = Alles is nog te lezen. Beheerders kunnen het heropenen.
projects-next-declined = Het ging niet door. Je kunt het opnieuw schrijven en nog eens versturen.
projects-next-withdrawn = Het is ingetrokken voor het begon.
projects-next-invited = Je bent gevraagd om met je school mee te doen.
projects-do-answer = Lezen en antwoorden
projects-do-reply = De vraag beantwoorden
projects-do-space = Naar de ruimte
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
projects-organisation = Ondersteunende organisatie, { $country }
projects-accept = Ja, samen beginnen
projects-accept-lead = Lees het eerst. Zeg je ja, dan gaat het naar de ondersteunende organisaties.
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
projects-close-do = Sluiten
projects-closed = Het project is gesloten.
projects-reopen = Project heropenen
projects-reopened = Het project gaat verder.
projects-new-title = Nieuw project
projects-new-lead = Samen met een contact. Die leest het eerst, daarna de ondersteunende organisaties van beide landen.
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
projects-form-description-hint = Wie doet wat, en wat komt eruit? De ondersteunende organisaties lezen dit.
projects-form-subjects = Vakken
projects-form-subjects-hint = Eén tot zes
projects-form-ages = Hoe oud zijn de leerlingen?
projects-form-from = Jongste
projects-form-to = Oudste
projects-form-languages = In welke talen werken jullie?
projects-form-languages-hint = Eén tot vijf
projects-form-start = Begint
projects-form-end = Eindigt
projects-form-missing = Vul dit nog in.
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
support-lead-operator = Jij beslist voor landen zonder ondersteunende organisatie.
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
    data/where.json    Hoe de ruimten en kamers heten waarvan de id's in de andere bestanden staan.
    files/    Jouw bestanden en foto's.

    Tijdstippen zijn in UTC. Woorden van anderen staan er niet in.
error-portrait-not-square = Deze foto is geen klein vierkant. Kies hem opnieuw.
error-unknown-language = Deze taal kennen we niet.
why-name-by-own-teachers = Een leerkracht van jouw school past je naam aan. Vraag het daar.
bell-space-ending = Deze ruimte wordt over een maand gewist
error-space-erased = Deze ruimte is gewist.
self-data-words = Wat je schreef: in chats, forums, brieven, pagina’s en kalenders.
self-data-files = Je bestanden en foto’s.
self-data-account = Je account, je scholen en ruimten, en de apparaten die je gebruikte.
self-data-copy = Kopie downloaden
self-erase = Mijn account wissen
self-erase-lead = Alles wat alleen jij gebruikt, gaat voorgoed weg: je naam, je toegang, kladjes en apparaten. Je kiest wat er gebeurt met wat je voor anderen maakte.
self-erase-lead-pupil = Een leerkracht van jouw school kan je account wissen en je eerst een kopie geven. Vraag het daar.
self-erase-alone = Maak eerst iemand anders beheerder van deze ruimten:
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
self-about-lead = Zo zien anderen in je ruimten jou.
self-about-lead-pupil = Zo zien anderen in je ruimten jou. Een leerkracht van jouw school past je naam aan.
self-kept = Bewaard.
self-photo = Foto
self-photo-who = Iedereen die met jou in een ruimte zit, ziet hem, en verder niemand.
self-photo-who-pupil = Anderen zien hem alleen in ruimten waarvoor je school toestemming van je ouders heeft. Overal elders zien ze je initialen.
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
settings-colours = Kleuren van de scholen
settings-colours-text = Kleur en vorm tonen wie spreekt. Kies je een kleur van een andere school, dan wisselen de twee.
settings-hue-lagoon = Lagune
settings-hue-marigold = Goudsbloem
settings-hue-coral = Koraal
settings-hue-leaf = Blad
settings-hue-plum = Pruim
settings-hue-sky = Hemel
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
settings-copy = Kopie
settings-copy-of = Kopie van wat van { $name } bewaard wordt
settings-erase = Wissen…
settings-erase-of = { $name } wissen
settings-not-confirmed = Dat kunnen alleen leerkrachten die hun school heeft bevestigd.
settings-leave-text = Je hoort niets meer van deze ruimte. Wat je maakte, blijft.
claims-title-desk = Mensen die wachten op een woord van hun school

## Registering with an address for which a provider has vouched

register-email-vouched = Dit adres is al bevestigd.
register-go-on = Verder
