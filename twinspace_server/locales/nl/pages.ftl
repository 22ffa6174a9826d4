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
gallery-hide-hint = Iedereen leest dit op de plek van de foto. Alleen leerkrachten kunnen de foto terughalen.
gallery-hide-missing = Zeg waarom.
gallery-hidden = Een leerkracht heeft deze foto verborgen.
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
        [teacher] alle { $count } leerkrachten
        [pupil] alle { $count } leerlingen
       *[guest] alle { $count } gasten
    }
rights-all-of-school =
    { $role ->
        [teacher] alle { $count } leerkrachten van { $school }
        [pupil] alle { $count } leerlingen van { $school }
       *[guest] alle { $count } gasten van { $school }
    }
rights-some-of-role =
    { $role ->
        [teacher] nog { $count } leerkrachten
        [pupil] nog { $count } leerlingen
       *[guest] nog { $count } gasten
    }
rights-some-of-school =
    { $role ->
        [teacher] nog { $count } leerkrachten van { $school }
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
        [teacher] Dezelfde als alle leerkrachten
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
        [teacher] een leerkracht
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
why-of-held-first = Een leerkracht kijkt eerst naar wat deze persoon schrijft.
why-of-room-over = Deze sessie is voorbij. Wat gezegd is, is nog te lezen.
why-of-room-without-any-teacher = Hier kan geschreven worden zodra er een leerkracht in deze kamer is.
why-of-room-without-each-teacher = Hier kan geschreven worden zodra er van elke school een leerkracht in deze kamer is.
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
place-more = Meer
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
