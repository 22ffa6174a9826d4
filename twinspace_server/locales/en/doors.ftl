## Support organisations

error-no-such-desk = This country has no support organisation here yet.

## Signing in safely: the second step, passkeys, single sign-on

error-wrong-code = This code is not right, or it was used already. Wait for the next one and try again.
error-wrong-password = This is not your password.
error-wrong-passkey = This passkey is not known here.
error-sign-in-over = That took too long, or there were too many wrong tries. Start signing in again.
error-confirm-first = First show that it is really you.
error-factor-first = Here grown-ups need a second step besides the password. Set it up first.
error-last-factor = Here grown-ups need a second step. Add another one before you take this one away.
error-began-too-long-ago = That took too long. Start again.
error-app-is-there = You have an authenticator app already. Take it away first.
error-begin-first = Ask for a new QR code first.
error-nothing-to-recover = You need recovery codes only when you have a second step.
error-too-many-passkeys = You have many passkeys already. Take one away first.
mail-factor-added-subject = New second step in { $installation }
mail-factor-added-text =
    There is a new way to sign in to your account: an authenticator app or a passkey.

    Was it not you? Then sign in, take it away under “My account”, and choose a new password.
mail-factor-removed-subject = Second step removed in { $installation }
mail-factor-removed-text =
    An authenticator app or a passkey of your account was taken away.

    Was it not you? Then sign in, look under “My account”, and choose a new password.
mail-recovery-used-subject = A recovery code was used in { $installation }
mail-recovery-used-text =
    Somebody has signed in to your account with one of your recovery codes. It can not be used again.

    Was it not you? Then sign in, make new codes under “My account”, and choose a new password.
error-joined-already = This account has been joined already.
mail-sign-on-joined-subject = { $provider } now opens your account in { $installation }
mail-sign-on-joined-text =
    You can sign in to { $installation } with your account at { $provider } from now on.

    Was it not you? Then sign in, take { $provider } away under “My account”, and choose a new password.
mail-sign-on-parted-subject = { $provider } no longer opens your account in { $installation }
mail-sign-on-parted-text =
    You can no longer sign in to { $installation } with your account at { $provider }.

    Was it not you? Then sign in and choose a new password.
signin-passkey = Sign in with a passkey
signin-with = Sign in with { $provider }
second-title = One more step
second-lead = Show that it is really you.
second-code = Code of your authenticator app
second-code-hint = Six digits, new every half minute.
second-code-missing = Type the six digits that the app shows.
second-do = Go on
second-passkey = Use my passkey
second-passkey-hint = Your device asks for your finger, your face or its PIN.
second-passkey-stopped = That did not work, or you have stopped it. Try again when you like.
second-passkey-known = This device has a passkey for your account already.
second-recovery = Recovery code
second-recovery-hint = One of the ten that you have kept. Each works once.
second-recovery-missing = Type one of your recovery codes, four times four characters.
second-other-code = Use a code of the app
second-other-passkey = Use a passkey
second-other-recovery = I have lost my device
second-back = Back
confirm-title = Is it really you?
confirm-lead = You signed in a while ago. Show once more that it is you, then this goes on by itself.
confirm-code = Code of your app, or a recovery code
factors-title = A second step
factors-lead = With a second step nobody gets in with your password alone.
factors-none = You have none yet. A passkey is quickest: your finger, your face or the PIN of your device.
factors-none-operator = You run this server, so your account opens everything. Please add a second step: it takes a minute.
factors-owed-title = First a second step
factors-owed-lead = Here every grown-up signs in with a second step besides the password. It takes a minute; then you go on.
factors-owed-passkey = Your finger, your face or the PIN of this device.
factors-owed-app = An app on your phone that shows six digits.
factors-app = Authenticator app
factors-passkey = Passkey
factors-since = Since { $date }
factors-away = Take away
factors-away-label = Take { $name } away
factors-away-title = Take it away?
factors-away-text = You can no longer sign in with it.
factors-away-last = After this your password alone opens your account, and your recovery codes are worth nothing.
factors-away-do = Take it away
factors-your-password = Your password
factors-removed = It is gone.
factors-added = Your second step is on.
factors-add-app = Add an app
factors-add-passkey = Add a passkey
factors-app-scan = Open an authenticator app on your phone and scan this code.
factors-app-qr = QR code with the key of your account
factors-app-type = Can’t scan? Type this key:
factors-app-code = Then type the code that it shows
factors-app-do = Done
factors-passkey-lead = Your device keeps a key that only you can use. Nobody can guess it or look it up.
factors-passkey-name = What is this device called?
factors-passkey-name-hint = So that you know it in the list.
factors-passkey-name-missing = Give it a name.
factors-passkey-do = Make the passkey
factors-codes = Recovery codes
factors-codes-left = { $count ->
        [0] none left
        [one] one left
       *[other] { $count } left
    }
factors-codes-new = New codes
factors-codes-title = Keep these codes
factors-codes-lead = They let you in when you have lost your device. Each works once. They are shown only now: print them or write them down.
factors-codes-copy = Copy
factors-codes-save = Save
factors-codes-copied = Copied.
factors-codes-kept = I have kept them
factors-codes-file = Recovery codes of { $who } for { $name }
linked-lead = With your account at { $provider } you can sign in without your password here.
linked-none = Not joined yet. Your account there must have the same e-mail address.
linked-start = Join { $provider }
linked-part = Take away
linked-part-label = Take { $provider } away
linked-part-title = Take { $provider } away?
linked-part-text = Then { $provider } no longer opens your account. You sign in with your password.
linked-parted = { $provider } no longer opens your account.
joining-title = Sign in with { $provider }
joining-lead = { $provider } says that { $email } is yours, and there is an account here with this address. Type its password once. From then on { $provider } opens it.
joining-password = Password of your account here
joining-password-hint = Not the one of the other account.
joining-do = Join and sign in
joining-not-mine = Rather sign in as usual
joining-unverified = { $provider } has not checked your e-mail address, so we can’t know that it is yours. Confirm it there and try again, or sign in as usual.
joining-taken = The account with this address is joined to another account at { $provider } already. Sign in with that one, or as usual.
joining-stopped = You have stopped signing in at { $provider }.
joining-over = That took too long, or was begun in another window. Try again.
joining-failed = { $provider } did not answer as it should. Try again in a moment, or sign in as usual.
joining-to-sign-in = To the sign-in page
joining-again = Try { $provider } again
## Doors: registering, passwords, schools

error-weak-password = This password is too easy to guess. Make it longer: three or four words that have nothing to do with each other do well.
error-too-many-asked = Asked too often. Wait { $seconds } seconds.
error-link-dead = This link doesn’t work any more. It was used already, or it is too old.
error-missing = Something is still missing here.
error-other-password = This is not the password that you chose at the beginning.
error-wrong-current = This is not your password as it is now.
error-school-known = This school is in the list already. Choose it there.
error-refused-before = It was said lately that you do not belong to this school. Ask a colleague there.
error-too-many-schools = You can belong to { $most } schools.
error-not-yourself = Somebody else has to confirm you.
error-not-claimed = This was decided already.
error-school-checked = This school was checked already. Only a new one can be joined to another.
error-school-in-use = This school takes part in a space or a project already, so it can’t be joined to another.

mail-register-subject = Your registration for { $installation }
mail-register-button = Go on with my registration
mail-register-text =
    Somebody, most likely you, asked for an account with this mail address. Press the button to go on. The link works for seven days; until then you can go on as often as you like, on any device.

    If it wasn’t you, do nothing. Without this link nothing happens.
mail-registered-already-subject = You have an account with { $installation } already
mail-registered-already-text =
    Somebody, most likely you, asked for a new account with this mail address. You have one already, with the user name { $username }. Nothing has changed.

    Forgotten your password? Choose a new one here: { $address }/forgot
mail-registered-subject = Welcome to { $installation }
mail-registered-text =
    Your account is ready. Your user name is { $username }. You can also sign in with this mail address.

    Your school still has to confirm that you belong to it: a colleague there, or the support organisation of your country. You hear of it by mail.
mail-password-subject = A new password for { $installation }
mail-password-button = Choose a new password
mail-password-text =
    Your user name is { $username }.

    Press the button to choose a new password. The link works once, for half an hour. When you have chosen one, you are signed out on all your devices.

    If you didn’t ask for this, do nothing. Your password stays as it is.
mail-password-changed-subject = Your password was changed
mail-password-changed-text =
    The password of your account { $username } was changed just now, and all other devices were signed out.

    If it wasn’t you, choose a new one at once: { $address }/forgot
mail-address-subject = Is this your new mail address?
mail-address-button = Yes, use this address
mail-address-text =
    You asked that the account { $username } gets this mail address. Press the button to make it so. The link works for one day.

    If you didn’t ask for this, do nothing.
mail-address-known-subject = Somebody gave your mail address
mail-address-known-text =
    Somebody wanted to use this mail address for another account. It belongs to your account { $username }, and stays there. You need do nothing.
mail-address-changed-subject = Your mail address was changed
mail-address-changed-text =
    An account of yours with { $installation } now has another mail address. Mails don’t come here any more.

    If it wasn’t you, ask for help at once: somebody who runs { $installation }, or the support organisation of your country.
mail-claim-subject = Somebody says that they are of your school
mail-claim-text =
    Somebody has registered who says that they belong to a school that you look after. Please look whether that is so: under “My account” for teachers of the school, at the desk for support organisations.

    Until you have confirmed it, they have no power over any pupil.

    { $address }/account
mail-attachment-confirmed-subject = Your school has confirmed you
mail-attachment-confirmed-text =
    It is confirmed now that you belong to your school. You can look after its pupils from now on.

    { $address }
mail-attachment-refused-subject = Your school does not know you
mail-attachment-refused-text =
    It was said that you do not belong to the school that you named. If that is a mistake, speak to a colleague there.

    { $address }/account

password-hint = At least 10 signs. Three or four words are easy to keep and hard to guess.
password-too-short = Take at least 10 signs.
password-short = { $count ->
        [one] One sign more.
       *[other] { $count } signs more.
    }
password-strength-0 = Guessed at once.
password-strength-1 = Guessed soon. Make it longer.
password-strength-2 = Almost. One word more.
password-strength-3 = Good.
password-strength-4 = Very good.

signin-new = New here?
signin-what = What is this?

door-dead = This link doesn’t work any more
door-go-on = Go on
door-to-signin = Back to signing in

forgot-title = Forgotten your password?
forgot-lead = Or your user name? Type what you still know. You get a mail with both.
forgot-name = User name or mail address
forgot-name-missing = Type your user name or your mail address.
forgot-do = Send me a mail
forgot-pupil = Are you a pupil?
forgot-pupil-text = Ask your teacher. Your teacher can give you a new password at once.
forgot-asked = Look into your mail
forgot-asked-text = If there is an account with a mail address that fits, a mail is on its way. Its link works for half an hour.
forgot-asked-none = No mail? Look among the unwanted mail. Pupils without a mail address ask their teacher.
forgot-again = Try another name

newpassword-title = Choose a new password
newpassword-lead = Afterwards you are signed out on all your devices.
newpassword-label = New password
newpassword-do = Keep the new password
newpassword-done = Your new password is kept
newpassword-done-text = Sign in with it now.
newpassword-username = Your user name:
newpassword-dead = It works once, for half an hour. Ask for a new mail.
newpassword-again = Ask for a new mail

newaddress-title = Is this your new mail address?
newaddress-lead = With one press your mails come here from now on.
newaddress-do = Yes, use this address
newaddress-done = Your mail address is changed
newaddress-done-text = Your mails come here from now on. The old address was told.
newaddress-dead = Change your mail address once more under “My account”.

register-title = Register
register-lead = For teachers and others who work at a school. First we make sure that your mail address is yours.
register-email = Mail address
register-email-hint = Nobody else sees it.
register-email-wrong = This does not look like a mail address.
register-username-hint = Small letters, digits, dot and dash. You sign in with it, or with your mail address.
register-username-wrong = Take 2 to 40 small letters or digits; dot and dash in between.
register-do = Send me the mail
register-pupils = Pupils don’t register. They get their account from their teacher.
register-have = You have an account already?
register-sent = Look into your mail
register-sent-text = A mail is on its way to { $email }. Press the button in it to go on.
register-sent-wait = Mostly it is there at once. Now and then it takes up to two hours.
register-sent-none = No mail? Look among the unwanted mail. Otherwise ask the support organisation of your country, and tell them this mail address.
register-sent-demo = This is a demo. Without a mail server each mail lies as a file in the folder “mail”, beside the server’s data.
register-sent-again = Change something and send again
register-form = Your registration
register-form-lead = Four parts. What you fill in is kept, so you can stop and go on later, on any device with the same link.
register-parts = Parts of the form
register-part-school = Your school
register-part-you = About you
register-part-wishes = Twinning wishes
register-part-check = Check and send
register-school-lead = Look first whether your school is in the list. What has an asterisk (*) is needed.
register-country = Country
register-region = Region
register-region-all = All regions
register-town = Place
register-town-hint = The plain name, without region or province behind it.
register-choose = Choose…
register-no-places = There is no school of this country here yet. Yours is the first.
register-schools-in = Schools in { $town }
register-mine = This is my school
register-chosen = Your school
register-to-check = New, still to be checked.
register-not-there = Is your school not in the list?
register-new-school = Register a new school
register-back-to-list = Back to the list
register-school = School
register-school-name = Name of the school
register-school-name-hint = The official name.
register-zone = Time zone
register-head = Head of the school
register-head-hint = Only the support organisation of your country sees this, to be able to ask.
register-head-email = Mail address of the head
register-hue = Colour of the school
register-you-lead = Only your name is shown to others. The rest is for statistics, and not for finding partner schools.
register-name = Your name
register-name-hint = As your colleagues know you: first name and family name.
register-function = Your function
register-subjects = What you teach
register-subjects-hint = At most 12. You can change this at any time.
register-wishes-lead = What would you like to do with another school? All of it can wait, and can be changed at any time. It helps others to find you.
register-ideas = Ideas for a project
register-ideas-hint = Write in a language that others understand, such as English, French or German. It is shown as you wrote it and is not translated.
register-topics = Topics
register-topics-hint = At most 8.
register-languages = Languages to work in
register-languages-hint = At most 3.
register-ages = Ages of the pupils
register-kit = A ready-made project?
register-kit-hint = Something to begin with, if you like.
register-check-lead = Is everything right? Then send it, and you are in.
register-nothing = Nothing
register-change = Change
register-username-note = Your user name will be { $username }. If it is in use, four letters are put behind it; you see it in a moment.
register-password-again = Your password, once more
register-password-again-hint = The one from the beginning, so that we know that it is you.
register-keeping = Keeping…
register-kept = Kept at { $time }
register-back = Back
register-next = Next
register-send = Send
register-dead = It was used already, or it is older than seven days. Register once more with the same mail address: what you filled in is still there.
register-done = Welcome, { $name }!
register-done-text = Your account is ready.
register-done-other = “{ $wished }” was in use, so four letters were put behind it. A mail with it is on its way.
register-done-school = Your school still has to confirm that you belong to it. Until then you can look around and find partners, but not look after pupils.
register-enter = Go in
register-missing-country = Choose your country.
register-missing-school = Choose your school, or register a new one.
register-missing-new-school-name = Type the name of the school.
register-missing-new-school-town = Type the place of the school.
register-missing-new-school-zone = Choose the time zone.
register-missing-new-school-head = Type who leads the school.
register-missing-name = Type your name.
register-missing-function = Choose your function.
register-missing-subjects = Choose what you teach, or “I do not teach”.

hue-lagoon = Lagoon
hue-marigold = Marigold
hue-coral = Coral
hue-leaf = Leaf green
hue-plum = Plum
hue-sky = Sky blue

function-teacher = Teacher
function-head = Head
function-deputy = Deputy head
function-librarian = Librarian
function-counsellor = School counsellor
function-ict = ICT coordinator
function-support = Support for pupils with special needs
function-other = Something else

subject-none = I do not teach
subject-art = Art
subject-biology = Biology
subject-chemistry = Chemistry
subject-citizenship = Citizenship
subject-class = All subjects of a class
subject-computing = Computing
subject-crafts = Crafts
subject-cross = Across subjects
subject-drama = Drama
subject-economics = Economics
subject-ethics = Religion and ethics
subject-foreign = Foreign languages
subject-geography = Geography
subject-health = Health
subject-history = History
subject-mathematics = Mathematics
subject-media = Media
subject-mother = First language
subject-music = Music
subject-physics = Physics
subject-science = Science
subject-special = Special education
subject-sport = Sport
subject-technology = Technology
subject-other = Something else

topic-animals = Animals
topic-art = Art
topic-books = Books
topic-citizenship = Living together
topic-climate = Climate
topic-cooking = Food and cooking
topic-culture = Culture and customs
topic-environment = Nature and environment
topic-europe = Europe
topic-games = Games
topic-health = Health
topic-history = History
topic-languages = Languages
topic-mathematics = Mathematics
topic-media = Film and media
topic-music = Music
topic-peace = Peace and human rights
topic-robots = Robots and coding
topic-science = Experiments
topic-space = Space
topic-sport = Sport
topic-stories = Stories
topic-town = Our town
topic-travel = Travel
topic-water = Water

ages-under-8 = Under 8
ages-8-9 = 8 and 9
ages-10-11 = 10 and 11
ages-12-13 = 12 and 13
ages-14-15 = 14 and 15
ages-16-18 = 16 to 18

kit-none = None
kit-text-none = We have an idea of our own, or look for one later.
kit-one-day = A day in our lives
kit-text-one-day = Both classes tell the same day, hour by hour. Three weeks.
kit-recipes = Our recipes
kit-text-recipes = A cookbook of two towns, cooked and tasted on both sides. Six weeks.
kit-river = Along the river
kit-text-river = What flows past us? Maps, measurements, pictures. Eight weeks.
kit-stories = A story that travels
kit-text-stories = One class begins, the other goes on. Four weeks.
kit-weather = What weather is it with you?
kit-text-weather = Measuring together and comparing. Four weeks.

welcome-title = Welcome
welcome-to = To the welcome page
welcome-register = Register
welcome-head = Two schools. One place to work together.
welcome-lead = Your class and a class far away meet here: they write, plan, collect and publish together, and chat live in the lesson.
welcome-what = What it is
welcome-together = Together, from the first hour
welcome-together-text = Chat rooms, pinboards, forums, pages, files and a calendar, shared by both classes and ordered by themselves.
welcome-live = Live in the lesson
welcome-live-text = Book a session that fits both timetables. Everybody sees both clocks.
welcome-safe = Made for children
welcome-safe-text = No strangers, no advertising, nothing public without a teacher. Teachers see what happens, and pupils can ask for help anywhere.
welcome-how = How it goes
welcome-step-mail = Register
welcome-step-mail-text = Mail address, user name and password. You get a mail with a link.
welcome-step-form = Tell who you are
welcome-step-form-text = Your school, what you do there, and what you would like to do. Five minutes.
welcome-step-school = Get confirmed
welcome-step-school-text = A colleague or the support organisation confirms that you are of your school.
welcome-step-start = Find a partner
welcome-step-start-text = Found a project together, invite your classes, and begin.
welcome-computer = Does my computer do?
welcome-computer-good = Yes. This computer and this browser have all that is needed.
welcome-computer-bad = Not quite. Look at what is missing here.
computer-browser = The browser is new enough.
computer-browser-not = The browser is too old. Take a newer Firefox, Chrome, Edge or Safari.
computer-live = Live connections are possible.
computer-live-not = Live connections are not possible. Ask whoever looks after your network.
computer-cookies = Signing in is possible.
computer-cookies-not = Cookies are switched off, and signing in needs one. Allow them for this site.
computer-keeps = What you type is kept if the line breaks.
computer-keeps-not = This browser keeps nothing for this site. What you type may be lost if the line breaks.
computer-server = The server answers.
computer-server-not = The server does not answer just now. Check the internet.
welcome-questions = Questions
welcome-ask-who = Who can register?
welcome-ask-who-text = Teachers and others who work at a school: heads, librarians, counsellors. Your school confirms that you belong to it.
welcome-ask-pupils = How do pupils get in?
welcome-ask-pupils-text = From their teacher, with a card or a password. They need no mail address, and give no data about themselves.
welcome-ask-money = What does it cost?
welcome-ask-money-text = Nothing. It is free software, and there is no advertising.
welcome-ask-school = My school is not in the list.
welcome-ask-school-text = Then you bring it along when you register. Give the official name. The support organisation of your country has a look at it.
welcome-ask-mail = I get no mail.
welcome-ask-mail-text = Look among the unwanted mail, and wait for up to two hours. Then ask the support organisation of your country, and tell them your mail address.
welcome-ask-data = What do you keep about me?
welcome-ask-data-text = Your name, your mail address, which nobody else sees, your school, and what you do here. A registration that isn’t finished is dropped after thirty days. You can download or delete everything at any time.

account-password-lead = With a new password you are signed out on all other devices.
account-password-change = Change password
account-password-current = Password as it is now
account-password-ends = All other devices and keys are signed out by this.
account-password-changed = Your password is changed.
account-address-lead = For links when you have forgotten your password. Nobody else sees it.
account-address-none = Without a mail address nobody can send you a link when you have forgotten your password: then your teacher helps.
account-address-change = Change mail address
account-address-add = Add a mail address
account-address-new = New mail address
account-address-hint = We send a link there. It counts when you have opened that link.
account-address-send = Send the link
account-address-sent = If { $email } can be used, a link is on its way there. Until you open it everything stays as it is.
account-schools = My schools
account-schools-lead = When a school has confirmed you, you can look after its pupils.
account-schools-none = You have named no school yet.
account-school-add = Add a school
account-school-add-do = This is my school
account-school-added = Your school is asked to confirm you.
account-school-leave = Leave
account-school-leave-label = Leave { $school }
account-school-leave-sure = You can no longer look after the pupils of this school then. Somebody would have to confirm you anew.
account-school-leave-claim = You take back that you belong to this school.
account-teaching = What I do at school
account-teaching-lead = For statistics only; it is not shown to anybody.
account-wishes-lead = They help others to find you.
account-kept = It is kept.
attachment-claimed = Not confirmed yet. A colleague of the school does that, or the support organisation.
attachment-confirmed = Confirmed.
attachment-refused = The school says that you do not belong to it.

claims-title = People who say that they are of your school
claims-lead = Only confirm whom you know. They can then give pupils of your school passwords and cards.
claims-lead-desk = Schools confirm their own people. Here are those that wait in your countries, also where nobody is confirmed yet.
claims-none = Nobody waits.
claims-says = says: { $school }, { $town }
claims-confirm = Confirm
claims-confirm-label = Confirm { $name }
claims-confirm-sure = { $name } will be able to look after the pupils of { $school }: passwords, cards, consent. Are you sure that they work there?
claims-confirmed = { $name } is confirmed.
claims-refuse = Refuse
claims-refuse-label = Refuse { $name }
claims-refuse-sure = { $name } is told that they do not belong to { $school }. Their account stays.
claims-refused = { $name } is refused.

stuck-lead = Whoever is stuck between the first mail and the end of the form. You can send the link again; it goes to the address that was given.
stuck-search = Search by mail address
stuck-search-hint = With the whole address you also find those who have not named their country yet.
stuck-none = Nobody is stuck.
stuck-not-found = There is no unfinished registration with this address.
stuck-no-country = No country yet
stuck-begun = Begun { $when }.
stuck-saved = Last typed { $when }.
stuck-unopened = Nothing filled in yet.
stuck-link-old = The link is too old.
stuck-again = Send the link again
stuck-again-label = Send the link again to { $email }
stuck-sent = The link is on its way to { $email }.

checks-new = New schools
checks-new-lead = Brought along by teachers. Look whether the name is the official one, and whether the school was there already.
checks-none = There is no new school to check.
checks-by = Brought by { $name }, { $when }. { $people ->
        [one] One person.
       *[other] { $people } people.
    }
checks-look = Check
checks-look-label = Check { $school }
checks-who = Brought by
checks-double = Is it one of these?
checks-double-hint = Then its people go over to that school, as claimed, and this one goes.
checks-double-none = No, it is a school of its own
checks-check = It is right
checks-merge = Join them
checks-checked = { $school } is checked.
checks-merged = It is joined to { $school } now.
## The first run, the installation's screen

error-wrong-setup-code = This is not the code. It stands where the server was started, and changes with each start.
error-account-blocked = This account was shut. Ask those who run this TwinSpace.
error-not-your-own-account = You can't do this to your own account.
error-mail-not-sent = The mail server did not take the mail.
error-mail-not-reached = The mail server can't be reached. Are its name and port right?
error-mail-no-safe-line = There is no safe line to the mail server: it offers no TLS, or shows a certificate that this machine does not trust.
error-mail-login-refused = The mail server refused the user name and password.
error-mail-sender-refused = The mail server does not let us send in this name.
error-mail-try-later = The mail server asks to try again later.
error-mail-no-such-mailbox = The mail server knows no such mailbox.
mail-or-copy = Or copy this address into your browser:
mail-trial-subject = Mail from { $installation } arrives
mail-trial-text =
    This mail only shows that mail from { $installation } arrives at your address.

    You don't need to do anything.
setup-title = Welcome to your TwinSpace
setup-steps = Steps
setup-step-code = Code
setup-step-organisation = Organisation
setup-step-person = You
setup-step-mail = Mail
setup-step-projects = Projects
setup-next = Go on
setup-back = Back
setup-code-title = Do you run this server?
setup-code-lead = Then you can read its code. It was printed where the server was started.
setup-code = Code
setup-code-hint = A code holds until it is used. Each start prints a new one.
setup-code-missing = Type the code.
setup-organisation-title = Who runs it?
setup-organisation-lead = Teachers and pupils see both names.
setup-organisation = Your organisation
setup-organisation-hint = A school, a city, a ministry, a network of schools …
setup-organisation-missing = Type the name of your organisation.
setup-called = What this place is called
setup-called-hint = It stands on the sign-in page and in every mail.
setup-called-missing = Give it a name.
setup-person-title = Who are you?
setup-person-lead = You become the first administrator of the installation. You see accounts and schools, and no space of a project.
setup-name = Your name
setup-name-missing = Type your name.
setup-username-hint = You sign in with it.
setup-username-wrong = Small letters, digits, dots and dashes; two or more.
setup-email = Mail address
setup-email-hint = For a new password, when this one is lost.
setup-email-wrong = Type a mail address.
setup-mail-title = How does mail go?
setup-mail-lead = TwinSpace writes to grown-ups only: links to sign in, invitations, news of projects.
setup-mail-by = Mail goes by { $server }
setup-mail-from = Sender: { $sender }
setup-mail-unsafe = The line to the mail server is not safe.
setup-mail-none = There is no mail server yet
setup-mail-folder = Mails are written as files into
setup-mail-how = To really send them, set TWINSPACE_SMTP_HOST and TWINSPACE_MAIL_FROM and start the server again. You can do that later.
setup-mail-try = Send me a mail
setup-mail-sent = Sent to { $address }. Look whether it has come.
setup-mail-laid = It lies in { $folder }.
setup-projects-title = Who approves projects?
setup-projects-lead = You can change this later.
setup-approval-support = Support organisations
setup-approval-support-text = The support organisations of both countries look at each project before its space opens.
setup-approval-none = Nobody has to
setup-approval-none-text = Teachers open spaces by themselves. Right for a single school or a small group of schools.
setup-finish = Finish
installation-title = This installation
installation-tab-overview = Overview
installation-tab-people = People
installation-tab-schools = Schools
installation-tab-support = Support
installation-tab-mail = Mail
installation-only = Only those who run this TwinSpace see this page.
installation-name-title = Name and projects
installation-saved = Saved.
installation-stands = How it stands
installation-health = Health
installation-health-ok = Everything answers
installation-health-bad = Something does not answer: { $parts }
installation-health-asking = Asking …
installation-address = Address
installation-unsafe = No secure connection
installation-version = Version
installation-database = Database
installation-files = Files
installation-files-disk = On the disk of this machine
installation-people-count = { $adults ->
        [one] { $adults } grown-up
       *[other] { $adults } grown-ups
    }, { $pupils ->
        [one] { $pupils } pupil
       *[other] { $pupils } pupils
    }
installation-schools-count = { $count ->
        [one] { $count } school
       *[other] { $count } schools
    }
installation-spaces-count = { $count ->
        [one] { $count } space
       *[other] { $count } spaces
    }
installation-here = In use
installation-people-title = People
installation-people-lead = You see accounts, never what people write.
installation-people-search = Find somebody
installation-people-search-hint = A name, the beginning of a user name, or a whole mail address.
installation-people-none = Nobody was found.
installation-people-more = There are more. Type a little more of the name.
installation-people-start = Type two letters or more.
installation-people-invite = Add a grown-up
installation-people-invite-lead = They get a mail with a link, good for a week, and choose their password themselves.
installation-people-name = Name
installation-people-name-missing = Type the name.
installation-people-invite-do = Add and send the mail
installation-people-invited = { $name } has an account, and gets a mail.
installation-people-link = Send a link for a new password
installation-people-link-sent = { $name } gets a mail.
installation-people-block = Shut the account
installation-people-block-title = Shut the account of { $name }?
installation-people-block-text = { $name } is signed out everywhere now and can't sign in any more. What they wrote stays. You can open the account again.
installation-people-blocked = The account of { $name } is shut.
installation-people-unblock = Open the account again
installation-people-unblocked = { $name } can sign in again.
installation-people-mark-operator = runs this installation
installation-people-mark-blocked = shut
installation-people-mark-pupil = pupil
installation-people-mark-desk = support { $country }
installation-people-used = Last used { $when }
installation-people-never = Never signed in
installation-people-menu = What to do about { $name }
installation-people-state-claimed = says so
installation-people-state-refused = refused
installation-school-claims = Who says that they belong to a school
installation-school-claims-lead = Confirm only whom you know, or whom somebody of the school has told you of: a confirmed teacher may give its pupils passwords and cards.
installation-school-claim = { $name } says: I belong to { $school }, { $town }
installation-school-claim-since = since { $when }
installation-school-confirm = Confirm
installation-school-confirmed = { $name } now belongs to the school.
installation-school-refuse = Refuse
installation-school-refused = It is refused.
installation-school-title = Schools
installation-school-search = Find a school
installation-school-none = There is no such school here.
installation-school-empty = No school is known here yet.
installation-school-counts = { $adults ->
        [one] { $adults } teacher
       *[other] { $adults } teachers
    }, { $pupils ->
        [one] { $pupils } pupil
       *[other] { $pupils } pupils
    }
installation-school-more = Show more
installation-school-add = Add a school
installation-school-add-do = Add
installation-school-added = { $name } was added.
installation-school-name = Official name
installation-school-town = Place
installation-school-country = Country
installation-school-zone = Time zone
installation-school-hue = Colour
installation-desks-title = Support organisations
installation-desks-lead = One for each country. Its people decide on registrations, schools and projects of their country, and see nothing of any space.
installation-desks-none = There is none yet. Until there is, you decide for every country.
installation-desk-open = Add an organisation
installation-desk-name = What it is called
installation-desk-do = Add
installation-desk-people = { $count ->
        [0] Nobody sits there yet
        [one] { $count } person
       *[other] { $count } people
    }
installation-desk-appoint = Appoint somebody
installation-desk-appoint-title = Who sits at the desk of { $country }?
installation-desk-appoint-do = Appoint
installation-desk-appointed = { $name } sits at this desk now.
installation-desk-dismiss = Dismiss { $name }
installation-desk-dismissed = { $name } does not sit there any more.
installation-mail-title = Mail that waits
installation-mail-waiting = { $count ->
        [0] No mail waits.
        [one] One mail waits to go out.
       *[other] { $count } mails wait to go out.
    }
installation-mail-failing = Not gone yet
installation-mail-failing-lead = They are tried again by themselves, after longer and longer pauses.
installation-mail-buried = Given up
installation-mail-buried-lead = They were tried eight times, or can't arrive. Nothing more happens by itself.
installation-mail-buried-none = Nothing was given up.
installation-mail-to = to { $reader }
installation-mail-tries = { $count ->
        [one] tried once
       *[other] tried { $count } times
    }
installation-mail-next = next try { $when }
installation-mail-again = Try again
installation-mail-all-again = Try all mails again
installation-mail-drop = Drop
installation-mail-again-done = It is tried again.
installation-mail-dropped = It was dropped.
installation-mail-work = Other work: { $method }
installation-mail-mail = Mail “{ $kind }”
installation-mail-why-NotReached = The mail server can't be reached.
installation-mail-why-NoSafeLine = No safe line to the mail server.
installation-mail-why-LoginRefused = The mail server refused user name and password.
installation-mail-why-SenderRefused = The mail server refuses our sender.
installation-mail-why-TryLater = The mail server asked to come back later.
installation-mail-why-NoSuchMailbox = There is no such mailbox.
installation-mail-why-other = It failed: { $error }.
mail-account-made-subject = Your account at { $installation }
mail-account-made-text =
    Somebody who runs { $installation } made an account for you.

    Choose a password, and you are in. The link is good for a week.
mail-account-made-button = Choose a password
mail-account-link-subject = A new password for { $installation }
mail-account-link-text =
    Those who run { $installation } send you this link. With it you choose a new password. It is good for a day, and works once.

    Did you not ask for it? Then leave it: your password stays as it is.
mail-account-link-button = Choose a new password
## Class cards: the sheet

cards-sheet-title = Class cards, { $school }
cards-sheet-how = Scan the code with a phone or tablet. Then tap your four pictures.
cards-sheet-username = User name
cards-sheet-pin = Your four pictures, in this order
cards-sheet-ask = Your teacher knows your four pictures.
cards-sheet-qr = Code to sign in
cards-sheet-apart = The pictures of the cards
cards-sheet-keep = For the teacher. Keep this page apart from the cards.
cards-sheet-name = Name
cards-sign-sun = sun
cards-sign-moon = moon
cards-sign-star = star
cards-sign-tree = tree
cards-sign-fish = fish
cards-sign-bird = bird
cards-sign-boat = boat
cards-sign-house = house
cards-sign-heart = heart
cards-sign-key = key
cards-sign-apple = apple
cards-sign-umbrella = umbrella

## Class cards, pupils, groups, invitations: what can go wrong

error-wrong-card = This card and these pictures do not belong together. Look at your card and try again. If it still does not open, ask your teacher for a new card.
error-changed-meanwhile = Somebody changed this just now. Try again.
error-username-guessable = User names of pupils end in four letters or digits of chance. Take the one that is proposed.
error-too-many-groups = A space has room for { $most } groups.
error-invited-already = Somebody with this address is invited already. You can send the mail again.
error-too-many-invitations = { $most } invitations are waiting already. Take some back first.
error-link-is-dead = This link no longer works. Ask for a new one.
why-pupils-by-own-teachers = Only confirmed teachers of the pupil's own school look after passwords, names and cards.
why-no-tokens-by-card = With a class card no key for a program can be made: sign in with a password.
why-pupils-by-confirmed-teachers = Only somebody who is confirmed as a teacher of this school adds its pupils.
why-card-outside-hours = This card works only during lessons.
mail-invited-subject = { $by } invites you to { $space }
mail-invited-text =
    { $by } invites you to work together in “{ $space }”.

    Open the link within seven days. It works once, and only for you: do not pass this mail on.
mail-invited-button = See the invitation
