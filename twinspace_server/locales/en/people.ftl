## My team: people, groups, classes

team-more = More for the team
team-view = What to show
team-view-people = People
team-view-groups = Groups
team-find = Find a name
team-find-nobody = Nobody here is called that.
team-order = In which order
team-order-role = Teachers first
team-order-name = By name
team-order-last = Last signed in first
team-only-group = Only one group
team-last-on = signed in { $day }
team-last-never = never signed in
team-part-failed = Groups and sign-ins could not be loaded.

pupils-open = Add a class
pupils-title = Add a class
pupils-list = The pupils, one on each line
pupils-list-example =
    Pia Claes
    Noor Peeters
    Sam De Wit; 4B; sam@example.org
pupils-list-hint = A name is enough. A class and a mail address may follow, as in a spreadsheet.
pupils-list-count =
    { $count ->
        [one] One pupil
       *[other] { $count } pupils
    }
pupils-list-missing = Type or paste at least one name.
pupils-list-long = These are { $count } pupils. Add at most { $most } at once.
pupils-file = Take a file (CSV)
pupils-file-large = This file is too large for a class list.
pupils-file-empty = There are no names in this file.
pupils-file-no-text = This is no text file. Save the list as CSV in your spreadsheet, or paste it here.
pupils-class = Class
pupils-class-hint = Becomes a part of the user names, such as pia-4b-x7k2.
pupils-look = Look at it first
pupils-look-fine =
    { $count ->
        [one] This pupil can be added.
       *[other] These { $count } pupils can be added.
    }
pupils-look-wrong =
    { $wrong ->
        [one] One of { $count } rows needs another look.
       *[other] { $wrong } of { $count } rows need another look.
    }
pupils-look-table = What will be made
pupils-name = Name
pupils-row = Line { $number }
pupils-known = Somebody of this name is in the team already.
pupils-no-password = They have no password yet. Print class cards, or set a password for each.
pupils-as-group = Make them the group “{ $name }”
pupils-back = Change the list
pupils-add =
    { $count ->
        [one] Add one pupil
       *[other] Add { $count } pupils
    }
pupils-done-title = The class is in the team
pupils-done =
    { $count ->
        [one] One pupil was added.
       *[other] { $count } pupils were added.
    }
pupils-done-next = Now print their cards: with a card they sign in without typing anything.
pupils-no-group = The group “{ $name }” was not made. You can still do that later, under Groups.
pupils-wrong-name-missing = The name is missing.
pupils-wrong-name-too-long = The name is too long.
pupils-wrong-name-twice = This name stands twice in the list. Add something that tells them apart.
pupils-wrong-class-too-long = The class is too long.
pupils-wrong-address-twice = This mail address stands twice in the list.
pupils-wrong-address-taken = Somebody has an account with this mail address already.
pupils-wrong-not-an-address = This is not a mail address.

pupil-open = Name and password
pupil-title = { $name }
pupil-language = Language
pupil-language-browser = As the browser
pupil-password = A new password
pupil-password-hint = Nobody can see the old one. A new one signs the pupil out everywhere.
pupil-password-none = No password is set yet.
pupil-password-new = New password
pupil-password-length = At least 10 characters. Three words are easy to remember.
pupil-password-say = Set. Tell it to your pupil; it is not shown again.
pupil-password-propose = Propose one
pupil-password-do = Set password
pupil-password-set = { $name } has a new password.
pupil-card = Class card
pupil-card-printed = Printed on { $day }.
pupil-card-used = Last used on { $day }.
pupil-card-unused = Not used yet.
pupil-card-none = No card yet.
pupil-card-stopped = It was shown with wrong pictures too often and opens nothing any more. Print a new card: it has another code and other pictures.

cards-open-title = Print class cards
cards-title = Print class cards
cards-lead = Each pupil gets a card with a code to scan and four pictures to tap.
cards-for =
    { $count ->
        [0] For whom?
        [one] For one pupil
       *[other] For { $count } pupils
    }
cards-all = Everybody
cards-without = Who has no card that works
cards-none = Nobody
cards-people = My pupils
cards-has = has a card
cards-nobody = You have no pupils in this space yet. Add your class first.
cards-pin = The four pictures
cards-pin-shown = On the card
cards-pin-shown-hint = Easiest for young pupils. Who finds a card can use it.
cards-pin-apart = On a list for me
cards-pin-apart-hint = Pupils learn their pictures by heart. Safer.
cards-when = When the cards work
cards-when-always = Always
cards-when-always-hint = At home too.
cards-when-days = On school days
cards-when-days-hint = Monday to Friday, 7:30 to 18:00 in { $town }.
cards-when-lessons = During lessons
cards-when-lessons-hint = From the first lesson of a day to the last.
cards-replaced =
    { $count ->
        [one] One pupil has a card already. It stops working, and who uses it now is signed out.
       *[other] { $count } pupils have a card already. Those stop working, and who uses one now is signed out.
    }
cards-do =
    { $count ->
        [0] Make cards
        [one] Make one card
       *[other] Make { $count } cards
    }
cards-doing = Making the cards…
cards-ready = Your cards are ready
cards-ready-text =
    { $count ->
        [one] One card stands on a sheet of A4.
       *[other] { $count } cards stand on sheets of A4, eight on each.
    }
cards-next-print = Print the sheet.
cards-next-cut = Cut along the lines and give each pupil their card.
cards-next-apart = Cut along the lines. Keep the last page with the pictures for yourself.
cards-next-scan = Pupils scan the code and tap their four pictures.
cards-kept-nowhere = This sheet is kept nowhere. If you lose it, print the cards again.
cards-open = Open and print
cards-keep = Download
cards-file = class-cards.pdf
cards-print-these = Print their cards
cards-one = Print a card
cards-again = Print a new card
cards-take = Take the card away
cards-stopped = card has stopped
cards-taken = The card of { $name } opens nothing any more.

card-title = Tap your pictures
card-lead = Tap the four pictures of your card, in the same order.
card-chosen =
    { $count ->
        [0] No picture chosen
        [one] One of four pictures chosen
       *[other] { $count } of four pictures chosen
    }
card-signs = Pictures
card-back = Take the last picture back
card-scan = Scan your card
card-scan-text = Point the camera of your phone or tablet at the code on your card.
card-other = Sign in with a user name

invite-open = Invite a colleague
invite-title = Invite a colleague or a guest
invite-lead = They get a mail with a link that works once, for seven days.
invite-email = Mail address
invite-email-missing = Type the mail address.
invite-as = As
invite-teacher-hint = Of a school of this space.
invite-partner = Teacher of another school
invite-partner-hint = Their own school joins this space.
invite-partner-before = When they join, their school takes part in this space as one more partner school, and everybody here sees it. It has to be a school that is checked, and they have to be confirmed there. If not, they can come as a guest.
invite-with-school = with their own school
invite-guest-hint = Somebody from outside: an expert, a parent, a school that does not take part.
invite-do = Send the invitation
invite-sent = A mail is on its way to { $email }.
invite-pending =
    { $count ->
        [one] One invitation is waiting
       *[other] { $count } invitations are waiting
    }
invite-until = until { $day }
invite-over = the link has run out
invite-again = Send again
invite-again-to = Send the invitation to { $email } again
invite-back = Take back
invite-back-from = Take the invitation of { $email } back
invite-taken-back = The invitation of { $email } opens nothing any more.

invited-title = Your invitation
invited-to = You are invited to “{ $space }”
invited-by =
    { $role ->
        [guest] { $by } invites you as a guest.
       *[other] { $by } invites you as a teacher.
    }
invited-by-school =
    { $role ->
        [guest] { $by } invites you as a guest.
       *[other] { $by } invites you as a teacher of { $school }.
    }
invited-by-own-school = { $by } invites you as a teacher, with your own school.
invited-school-joins = If you join, { $school } takes part in this space as a partner school. Everybody in it sees the school and your name.
invited-which-school = With which school?
invited-join-with = Join with { $school }
invited-no-school = You can bring your school as soon as you are confirmed there and the school is checked. You see both in your account. This link stays good until then, for seven days; after that, ask for a new one.
invited-my-schools = My schools
invited-register-first = Register as a teacher of your school. As soon as the school has confirmed you, open this link again: then your school joins this space with you.
invited-register = Register with my school
invited-as-guest = Come as a guest
invited-as-guest-hint = Or come as a guest, without your school. You can be invited with your school later.
invited-dead = This link no longer works
invited-dead-text = It works once and for seven days. Ask whoever invited you to send it again.
invited-to-sign-in = Go to signing in
invited-join-as = Join as { $name }
invited-not-pupils = Invitations by mail are for grown-ups.
invited-sign-in = You have an account already. Sign in, and join.
invited-account = Make an account for { $email }.
invited-name = Your name
invited-username-hint = Small letters and digits. You sign in with it.
invited-password = Password
invited-make = Make my account and join
invited-made = You are in!
invited-username-other = “{ $wished }” was in use, so four letters were put behind it. You can sign in with your mail address, too.
invited-go-in = Go in

groups-mix = Make mixed groups
groups-mix-title = Mixed international groups
groups-mix-lead = Every group gets pupils of each school, as evenly as can be. Shuffle until you like it.
groups-mix-nobody = There are not enough pupils yet. Add the classes first.
groups-mix-count = Groups
groups-fewer = One group fewer
groups-more = One group more
groups-shuffle = Shuffle again
groups-size =
    { $count ->
        [0] empty
        [one] 1 person
       *[other] { $count } people
    }
groups-name = Group { $number }
groups-name-1 = Otters
groups-name-2 = Herons
groups-name-3 = Foxes
groups-name-4 = Dolphins
groups-name-5 = Owls
groups-name-6 = Beavers
groups-name-7 = Swallows
groups-name-8 = Hedgehogs
groups-name-9 = Seals
groups-name-10 = Bees
groups-name-11 = Storks
groups-name-12 = Squirrels
groups-with-folder = Give each group a folder
groups-with-room = Give each group a chat room
groups-with-folder-one = Give it a folder
groups-with-room-one = Give it a chat room
groups-with-hint = Only the group and the teachers see what is in there.
groups-make =
    { $count ->
        [one] Make one group
       *[other] Make { $count } groups
    }
groups-made =
    { $count ->
        [one] One group is there.
       *[other] { $count } groups are there.
    }
groups-new = New group
groups-new-do = Make the group
groups-made-one = “{ $name }” is there.
groups-change = Change the group
groups-changed = “{ $name }” is changed.
groups-called = Name of the group
groups-called-missing = Give the group a name.
groups-called-taken = There is a group of this name already.
groups-hue = Colour
groups-members =
    { $count ->
        [0] Nobody in it yet
        [one] One person in it
       *[other] { $count } people in it
    }
groups-people = The people of the team
groups-delete = Undo the group
groups-delete-title = Undo “{ $name }”?
groups-delete-text = The people stay in the team. The folder and the room of the group stay too, with all that is in them.
groups-deleted = “{ $name }” is no longer a group.
groups-empty = No groups yet
groups-empty-text = Mix the classes of all schools with one click, or make a group by hand.
groups-empty-wait = When your teachers make groups, you see them here.
groups-without = In no group
groups-nobody = Nobody yet
groups-menu = { $name }: more
groups-places = Places of { $name }
groups-folder = Folder
groups-room = Chat room
groups-move = Move { $name }
groups-move-to = To { $group }
groups-take-out = Out of this group
groups-moved = { $name } is in { $group }.
groups-taken-out = { $name } is out of the group.
## Contacts and projects

error-school-first = First say of which school you are. Then others can find you, and you them.
error-too-many-undecided = You are waiting for { $most } answers already. Take some back first.
error-contact-needed = You can only do this with one of your contacts.
error-partner-needed = Choose the contact with whom you found the project.
error-not-to-edit-now = The form can not be changed now: others are looking at it.
error-not-to-withdraw-now = This project can not be taken back any more.
error-nothing-asked = There is nothing to answer any more.
error-decided-already = This was decided already.
error-reason-needed = Say why, in a sentence or two.
error-school-not-confirmed = It is not confirmed yet that you both belong to your schools. A colleague, or whoever runs this server, can do that.
error-other-country = Choose a school of the same country: what kind of project it is was fixed when it was registered.
error-too-many-schools-together = At most { $most } schools take part in one project.
error-founder-must-teach = Only a teacher of one of the schools can become a founder.
error-founder-already = This is one of the founders already.
error-no-project-yet = Nobody has described the project of this space yet.
error-ages-reversed = The oldest can not be younger than the youngest.
error-end-before-start = The end comes before the start.
error-project-too-long = A project lasts three years at most. It can be prolonged later.
error-not-a-day = There is no such day.
bell-claim = { $who } says that they belong to your school
bell-claim-to-check = { $who } belongs to a school that has no teacher here yet: please check
bell-attachment-confirmed = Your school has confirmed you
bell-attachment-refused = Your school was not confirmed
bell-contact-asked = { $who } would like to be your contact
bell-contact-accepted = { $who } is your contact now
bell-project-asked = { $who } asks you to found a project together
bell-project-accepted = { $who } founds the project with you
bell-project-declined = { $who } does not found the project with you
bell-project-withdrawn = { $who } took a project back
bell-project-question = A support organisation asks for more about your project
bell-project-refused = A support organisation did not approve your project
bell-project-to-decide = A project waits for your decision
bell-project-opened = Your project is approved and its space is open
bell-project-invited = { $who } asks you to join a project
bell-project-joined = { $who } joined your project
bell-project-closed = { $who } closed a project
bell-project-reopened = { $who } reopened a project
mail-contact-asked-subject = { $name } would like to be your contact
mail-contact-asked-text =
    { $name } would like to be your contact in { $installation }. Contacts can found projects together.

    Answer under “My contacts”: { $address }/contacts
mail-project-asked-subject = You are asked to found a project: { $title }
mail-project-asked-text =
    A contact of yours has registered the project “{ $title }” and wants to found it with you.

    Read it and answer under “My projects”: { $address }/projects
mail-project-declined-subject = Declined: { $title }
mail-project-declined-text =
    The project “{ $title }” was declined.

    Why, and what you can do now, stands under “My projects”: { $address }/projects
mail-project-question-subject = One question about { $title }
mail-project-question-text =
    A support organisation wants to know more about the project “{ $title }” before it decides.

    Read the question and answer it under “My projects”: { $address }/projects
mail-project-opened-subject = Approved: { $title }
mail-project-opened-text =
    The project “{ $title }” is approved, and its space is open. You are an administrator there.

    Go in under “My projects”: { $address }/projects
mail-project-to-decide-subject = A project waits for you in { $installation }
mail-project-to-decide-text =
    A project was registered with a school of your country. It waits for your decision.

    You find it at your desk: { $address }/support
mail-project-invited-subject = You are asked to join a project: { $title }
mail-project-invited-text =
    A contact of yours asks you to join the project “{ $title }” with your school.

    Read it and answer under “My projects”: { $address }/projects
contacts-title = My contacts
contacts-lead = Teachers you know. With a contact you can found a project.
contacts-search = Find teachers
contacts-search-hint = By name, school or town
contacts-found = { $count ->
        [0] Nobody found
        [one] One teacher found
       *[other] { $count } teachers found
    }
contacts-found-none = Perhaps with fewer letters, or by the town of the school? Only adults who have said of which school they are can be found.
contacts-found-more = There are more. Add a word to find the right ones.
contacts-school-first-title = Say of which school you are
contacts-school-first = Then others can find you, and you can find them. You do that under your account.
contacts-add = Ask
contacts-add-label = Ask { $name } to be your contact
contacts-ask-title = Ask { $name }
contacts-ask-text = { $name } is told, and can say yes or no.
contacts-ask-word = A word to go with it
contacts-ask-word-hint = Who are you, and what would you like to do together? You may leave it empty.
contacts-ask-do = Send
contacts-asked = Sent. You see here when { $name } says yes.
contacts-waiting-mark = Asked
contacts-is-contact = Your contact
contacts-asks-you-mark = Asks you
contacts-requests = { $count ->
        [one] Somebody asks to be your contact
       *[other] { $count } people ask to be your contact
    }
contacts-accept = Yes, accept
contacts-accept-label = Yes, accept { $name }
contacts-decline = No
contacts-decline-label = No, not { $name }
contacts-decline-hint = If you say no, the other is not told.
contacts-accepted = { $name } is your contact now.
contacts-mine = Your contacts
contacts-project = Found a project
contacts-project-label = Found a project with { $name }
contacts-menu = What you can do with { $name }
contacts-remove = Remove from my contacts
contacts-remove-title = Remove { $name }?
contacts-remove-text = You leave each other’s list. Projects that you share go on.
contacts-remove-do = Remove
contacts-removed = { $name } is not your contact any more.
contacts-waiting = Waiting for an answer
contacts-since = since { $when }
contacts-take-back = Take back
contacts-take-back-label = Take back that you asked { $name }
contacts-empty-title = No contacts yet
contacts-empty = Find a colleague you know, or somebody at a school you would like to work with, and ask. When they say yes, you can found a project together.
contacts-failed = Your contacts could not be fetched.
frame-my-contacts = My contacts
frame-my-projects = My projects
frame-support = Support desk
projects-title = My projects
projects-lead = From the first idea to the space for your classes.
projects-new = New project
projects-failed = Your projects could not be fetched.
projects-empty-title = No project yet
projects-empty = A project begins with two teachers. Find a contact, describe together what your classes will do, and send it.
projects-empty-contacts = First find a contact
projects-european = European
projects-national = National
projects-state-awaiting-partner = Waits for the partner
projects-state-awaiting-support = Waits for approval
projects-state-more-information = A question for you
projects-state-opening = Is being opened
projects-state-active = Active
projects-state-closed = Closed
projects-state-declined = Declined
projects-state-withdrawn = Taken back
projects-state-invited = You are asked
projects-next-wait-partner = { $name } has to say yes first. You need not do anything.
projects-next-answer-partner = { $name } asks you to found this project together.
projects-next-support = { $count ->
        [one] The support organisation of { $countries } looks at it. You hear from it here.
       *[other] The support organisations of { $countries } look at it. You hear from them here.
    }
projects-next-question = The support organisation of { $countries } wants to know more.
projects-next-opening = Everybody has said yes. The space opens in a moment.
projects-next-active = The space is open for your classes.
projects-next-closed = Everything can still be read. Administrators can reopen it.
projects-next-declined = It did not go through. You can write it anew and send it again.
projects-next-withdrawn = It was taken back before it began.
projects-next-invited = You are asked to join with your school.
projects-do-answer = Read and answer
projects-do-reply = Answer the question
projects-do-space = Go to the space
projects-do-diary = Project diary
projects-diary = Project diary
projects-diary-about = What we do together, told by both classes. Everybody can add a page; teachers can publish it.
projects-diary-first = How we begin
projects-diary-lead = This is the first page of our diary. Both classes write here what they do together: what went well, what was strange, what they found.
projects-diary-ask = Who are we? Where do we live? What do we want to find out from each other?
projects-diary-more = Write over these lines, and add a page whenever there is something to tell.
projects-do-read = Read in the space
projects-do-again = Write it anew
projects-do-look = Look at it
projects-open-label = { $do }: { $title }
projects-path = How far it is
projects-path-registered = Registered
projects-path-partner = Partner says yes
projects-path-support = Approval
projects-path-open = Space open
projects-path-done = done
projects-path-now = now
projects-about = About the project
projects-subjects = Subjects
projects-ages = Age of the pupils
projects-ages-range = { $from } to { $to } years
projects-languages = Languages
projects-dates = From – until
projects-dates-range = { $start } – { $end }
projects-kind = Kind
projects-kind-hint-european = Founded by schools of two countries. That stays so, whoever joins.
projects-kind-hint-national = Founded in one country. That stays so, whoever joins.
projects-people = Partners
projects-mark-founder = Founder
projects-mark-administrator = Administrator
projects-mark-member = Member
projects-mark-invited = Asked, no answer yet
projects-left = has left
projects-said-no = has not answered yet
projects-story = What happened
projects-step-registered = { $name } registered the project
projects-step-accepted = { $name } said yes
projects-step-declined = { $name } said no
projects-step-withdrawn = { $name } took it back
projects-step-edited = { $name } changed the details
projects-step-approved = Approved: { $name }
projects-step-question = Asked for more: { $name }
projects-step-answered = { $name } answered
projects-step-opened = The space was opened
projects-step-closed = { $name } closed it
projects-step-reopened = { $name } reopened it
projects-step-joined = { $name } joined
projects-step-left = { $name } left
projects-step-handed-over = { $name } handed a founder’s seat over
projects-step-refused = Not approved: { $name }
projects-decisions = Approval
projects-said-waiting = still looks at it
projects-said-approved = approved
projects-said-question = wants to know more
projects-said-declined = declined
projects-organisation = Support organisation, { $country }
projects-accept = Yes, found it together
projects-accept-lead = Read it first. When you say yes, it goes to the support organisations.
projects-accept-lead-free = Read it first. When you say yes, the space opens at once.
projects-accepted = You have said yes.
projects-decline = No
projects-decline-title = Say no to “{ $title }”?
projects-decline-text = That is the end of this form. { $name } can write another one.
projects-decline-word = A word to { $name }
projects-decline-do = Say no
projects-declined = You have said no.
projects-withdraw = Take back
projects-withdraw-title = Take “{ $title }” back?
projects-withdraw-text = Nobody decides on it any more. You can register it again later.
projects-withdraw-word = Why? You may leave it empty.
projects-withdrawn = Taken back.
projects-edit = Change the form
projects-edit-anew = Who has approved it already decides again when you change it.
projects-answer-title = Answer
projects-answer-label = Your answer
projects-answer-do = Send the answer
projects-answered = Sent. They look at it again.
projects-change = Change details
projects-changed = Saved.
projects-invite = Ask a partner
projects-invite-title = Ask a partner to join
projects-invite-text = Only your contacts can be asked. Who says yes joins as a teacher, with their school.
projects-invite-none = All your contacts take part already, or you have none yet.
projects-invite-who = Whom?
projects-invite-do = Ask
projects-invited = { $name } is asked.
projects-uninvite = Take back
projects-uninvited = { $name } is not asked any more.
projects-uninvite-label = Take back that { $name } was asked
projects-join = Yes, join
projects-join-lead = You join as a teacher. Your school takes part from then on.
projects-join-school = With which school?
projects-joined = You have joined.
projects-refuse = No
projects-refused = You have said no.
projects-menu = What you can do with { $name }
projects-make-administrator = Make administrator
projects-make-member = Take the administrator’s mark away
projects-marked = Changed for { $name }.
projects-hand-over = Make founder…
projects-hand-over-title = Make { $name } a founder
projects-hand-over-text = { $name } takes over a founder’s seat and becomes an administrator. Whose seat?
projects-hand-over-do = Hand over
projects-handed-over = { $name } is a founder now.
projects-remove = Remove from the project…
projects-remove-title = Remove { $name }?
projects-remove-text = From now on { $name } gets nothing of the space. What they wrote stays.
projects-remove-do = Remove
projects-removed = { $name } was removed.
projects-close = Close the project
projects-close-title = Close “{ $title }”?
projects-close-text = From then on everything can be read and nothing changed, by nobody. You can reopen it at any time.
projects-closed = The project is closed.
projects-reopen = Reopen the project
projects-reopened = The project goes on.
projects-new-title = New project
projects-new-lead = Together with a contact. They read it first, then the support organisations of both countries.
projects-new-lead-free = Together with a contact. When they say yes, the space opens at once.
projects-form-partner = With whom?
projects-form-alone = On my own
projects-form-alone-hint = The space opens at once.
projects-form-no-contact = You have no contacts yet. Only two contacts can found a project.
projects-form-no-school = Say of which school you are first, under your account.
projects-form-school = With which of your schools?
projects-form-claimed = not confirmed yet
projects-form-title = Title
projects-form-title-hint = Short, so that pupils find it again.
projects-form-description = What will your classes do together?
projects-form-description-hint = Who does what, and what comes out of it? The support organisations read this.
projects-form-subjects = Subjects
projects-form-subjects-hint = One to six
projects-form-ages = How old are the pupils?
projects-form-from = Youngest
projects-form-to = Oldest
projects-form-languages = In which languages do you work?
projects-form-languages-hint = One to five
projects-form-start = Begins
projects-form-end = Ends
projects-form-end-past = That day has gone by already.
projects-form-missing-some = One thing is missing: { $what }
projects-form-send = Send
projects-form-kept = What you write is kept in this browser until you send it.
projects-registered = Sent. { $name } is asked now.
projects-registered-alone = The space is being opened.
projects-lost-title = There is no such project
projects-lost-text = Perhaps you do not take part in it any more.
projects-back = All my projects
projects-subject-art = Art
projects-subject-biology = Biology
projects-subject-chemistry = Chemistry
projects-subject-citizenship = Citizenship
projects-subject-drama = Drama
projects-subject-economics = Economics
projects-subject-environment = Environment
projects-subject-geography = Geography
projects-subject-history = History
projects-subject-informatics = Computing
projects-subject-languages = Foreign languages
projects-subject-literature = Literature
projects-subject-mathematics = Mathematics
projects-subject-media = Media
projects-subject-music = Music
projects-subject-philosophy = Philosophy and ethics
projects-subject-physics = Physics
projects-subject-primary = All of primary school
projects-subject-religion = Religion
projects-subject-sport = Sport
projects-subject-technology = Technology
projects-subject-vocational = Vocational subjects
support-title = Support desk
support-lead = { $countries }
support-lead-operator = You decide for countries that have no support organisation.
support-tab-registrations = Registrations
support-tab-schools = Schools
support-tab-projects = Projects
support-tab-record = Record
support-search = Search
support-search-hint = Title, founder or school
support-waiting = Waiting
support-decided = Decided
support-which = Which projects
support-none-waiting = Nothing waits for you
support-none-waiting-text = When both founders have sent a project, it appears here.
support-none-decided = Nothing decided yet
support-none-found = Nothing found with these words.
support-failed = Your desk could not be fetched.
support-more = There are more. Search for them by a word.
support-founders = Founders
support-attachment-confirmed = school confirmed
support-attachment-claimed = school not confirmed yet
support-attachment-refused = school not confirmed
support-your-turn = Your decision for { $country }
support-others = The other country
support-approve = Approve
support-approve-title = Approve “{ $title }”?
support-approve-text = When all countries have approved, the space opens and the founders are told.
support-approve-word = A word to go with it. You may leave it empty.
support-ask = Ask for more
support-ask-title = Ask about “{ $title }”
support-ask-text = Both founders read your question. The project comes back to you with their answer.
support-ask-word = Your question
support-decline = Decline
support-decline-title = Decline “{ $title }”?
support-decline-text = That is the end of this form. The founders read your reasons, and can write another one.
support-decline-word = Your reasons
support-word-missing = Write a sentence or two.
support-done-approve = Approved.
support-done-ask = The question is on its way.
support-done-decline = Declined.
support-their-answer = Their answer
support-your-question = Your question
support-record-lead = Everything that was decided at this desk. Nothing is ever taken out.
support-record-empty = Nothing was decided at this desk yet.
support-record-older = Older
support-record-what = What
support-record-by = By
support-record-when = When
support-record-why = Why
support-record-approved = Approved
support-record-question = Asked for more
support-record-declined = Declined
support-record-confirmed = Confirmed
support-record-refused = Refused
support-record-subject-project = Project
support-record-subject-school = School
support-record-subject-registration = Registration
support-record-subject-attachment = Person of a school
support-record-other = Done
support-record-subject-other = Something else
## My account, my data, erasing, settings of a space

account-part-profile = Profile
account-part-safety = Safety
account-part-data = My data
account-looks = Language and looks
self-data = What is kept of you
self-data-lead = You can take a copy of everything that is kept of you here.
self-name-former = former pupil
self-name-nobody = somebody who left
error-erased-already = This account is being erased already.
error-another-user-name = That is not the user name of this account.
error-last-operator = You are the only one who looks after this installation. Make somebody else an operator first.
error-last-administrator-of = “{ $space }” would be left without an administrator. Make somebody else one first.
why-erased-by-own-teachers = A teacher of your school can erase your account. Ask them.
self-readme =
    This is all that { $installation } keeps of you.

    data/    What is written down about you and what you wrote, one file for each kind of thing. They are JSON: any text editor opens them, and other programs can read them.
    data/where.json    What the spaces and rooms are called whose ids stand in the other files.
    files/    Your files and pictures.

    Moments are in UTC. Other people's words are not in it.
error-portrait-not-square = This photo is not a small square. Choose it again.
error-cover-shape = This picture doesn’t have the shape that is shown over a space. Choose it again.
error-unknown-language = We do not know this language.
why-name-by-own-teachers = A teacher of your school changes your name. Ask them.
bell-space-ending = This space will be erased in a month
error-space-erased = This space was erased.
self-data-words = What you wrote: in chats, forums, letters, pages and calendars.
self-data-files = Your files and pictures.
self-data-account = Your account, your schools and spaces, and the devices you used.
self-data-copy = Take a copy
self-erase = Erase my account
self-erase-lead = Everything that only you use goes for good: your name, your way in, drafts and devices. You choose what becomes of what you made for others.
self-erase-lead-pupil = A teacher of your school can erase your account, and give you a copy first. Ask them.
self-erase-alone = First make somebody else an administrator of these spaces:
self-erase-me = Erase my account…
self-erase-title = Erase { $name }
self-erase-always = Name, way in, photo, drafts, read marks and devices go in every case, at once and on every device. Nobody can bring them back.
self-erase-what = What becomes of what was made for others?
self-erase-thread = Keep conversations readable
self-erase-thread-text = What was said in chats, forums, letters and on pinboards stays, without a name. Files, pictures, parts of pages and everything else go.
self-erase-former = Keep everything, signed “former pupil”
self-erase-former-text = Words, files and pictures stay. Only the name is replaced.
self-erase-remove = Remove everything
self-erase-remove-text = All words, files and pictures go. Where something stood, a trace without words is left.
self-erase-type = Type the user name
self-erase-type-hint = It is { $username }.
self-erase-type-missing = Type the user name, so that nobody is erased by a slip.
self-erase-now = Erase for good
self-erased = { $name } is being erased. It is done within a minute.
self-erased-me = Your account is being erased. Goodbye.
self-about = About me
self-about-lead = This is how others in your spaces see you.
self-about-lead-pupil = This is how others in your spaces see you. A teacher of your school changes your name.
self-kept = Kept.
self-photo = Photo
self-photo-who = Everybody who is in a space with you sees it, and nobody else.
self-photo-who-pupil = Others see it only in spaces for which your school has your parents’ consent. Everywhere else they see your initials.
self-photo-choose = Choose a photo
self-photo-other = Another photo
self-photo-drop = Take it away
self-photo-gone = Your initials are shown again.
self-photo-kept = Your photo is shown now.
self-photo-unreadable = This file is no picture that can be shown here.
self-photo-frame = Part of the photo that others see
self-photo-how = Drag the photo, or use the arrow keys. Zoom with plus and minus.
self-photo-zoom = Zoom
self-photo-drop-here = Choose a photo, or drop it here
self-photo-back = Another one
self-photo-take = Use this photo
self-name = Name
self-name-hint = As colleagues and pupils know you.
self-speaks = Languages I speak
self-speaks-more = Add a language
self-speaks-less = Remove { $language }
self-zone = Time zone
self-zone-browser = Like the browser ({ $zone })
self-notices = By mail
self-notices-lead = Everything is at your bell. Some of it can come by mail too.
self-mail-to = It goes to { $address }.
self-mail-none = Your account has no mail address.
self-mail-give = Add one
settings-title = Settings
settings-lead = What you choose here counts at once, for everybody in this space.
settings-lead-read = Administrators choose this for the space.
settings-about = About this space
settings-name = Name
settings-name-missing = A space needs a name.
settings-description = What is it about?
settings-cover = Picture
settings-cover-text = It stands over the list of places, and on this space’s card in My spaces. Only members see it.
settings-cover-none = Without one the skies of the schools are shown.
settings-cover-choose = Choose a picture
settings-cover-other = Another picture
settings-cover-drop = Take it away
settings-cover-gone = The skies of the schools are shown again.
settings-cover-kept = The picture is shown now.
settings-cover-frame = Part of the picture that is shown
settings-cover-how = Drag the picture, or use the arrow keys. Zoom with plus and minus.
settings-cover-drop-here = Choose a picture, or drop it here
settings-cover-take = Use this picture
settings-colours = Colours of the schools
settings-colours-text = Colour and shape show who speaks. Choose one that another school has, and the two exchange.
settings-rules = Rooms and rules
settings-rules-text = What pupils may do, when rooms are open and when schools have lessons.
settings-end = How long it is kept
settings-end-text =
    { $months ->
        [one] One month after the space is closed, everything in it is erased.
       *[other] { $months } months after the space is closed, everything in it is erased. Administrators are told a month before.
    }
settings-ends-at = This space is closed. It will be erased on { $date }.
settings-end-after = Erase after
settings-months =
    { $months ->
        [one] 1 month
       *[other] { $months } months
    }
settings-goes = What goes then
settings-goes-message =
    { $count ->
        [one] line in chats
       *[other] lines in chats
    }
settings-goes-post =
    { $count ->
        [one] post in forums
       *[other] posts in forums
    }
settings-goes-letter =
    { $count ->
        [one] letter
       *[other] letters
    }
settings-goes-note =
    { $count ->
        [one] note
       *[other] notes
    }
settings-goes-file =
    { $count ->
        [one] file
       *[other] files
    }
settings-goes-calendar-event =
    { $count ->
        [one] date in calendars
       *[other] dates in calendars
    }
settings-goes-place =
    { $count ->
        [one] room or folder
       *[other] rooms and folders
    }
settings-goes-member =
    { $count ->
        [one] membership
       *[other] memberships
    }
settings-goes-bytes = Files take up { $size }.
settings-pupils = Data of my pupils
settings-pupils-text = When parents ask for it: a copy of all that is kept of a pupil of your school, or erasing it for good.
pupil-data-copy = Copy of what is kept of them
pupil-data-erase = Erase for good…
settings-copy = Copy
settings-copy-of = Take a copy of what is kept of { $name }
settings-erase = Erase…
settings-erase-of = Erase { $name }
settings-not-confirmed = Only teachers whom their school has confirmed can do this.
settings-project = The project
settings-project-text = Partners and details of the project, its diary, and closing or reopening it.
settings-project-open = Go to the project
settings-leave-text = You hear nothing of this space any more. What you made stays.
claims-title-desk = People who wait for a school’s word

## Registering with an address for which a provider has vouched

register-email-vouched = From your single sign-on. A mail goes there; open it, and both ways of signing in lead to this account.
