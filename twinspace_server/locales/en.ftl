
## Frame

frame-skip = Skip to the main part
frame-close = Close
frame-cancel = Cancel
frame-save = Save
frame-undo = Undo
frame-retry = Try again
frame-loading = Loading…
frame-menu = Menu
frame-open-menu = Open the menu
frame-close-menu = Close the menu
frame-my-spaces = My spaces
frame-my-account = My account
frame-sign-out = Sign out
frame-account-menu = { $name }: account menu
frame-light = Use light colours
frame-dark = Use dark colours
frame-title = { $screen } – TwinSpace
frame-insecure = This server does not use a secure connection. Use it only in your school's own network.
frame-demo = This is a demo. The people and schools are invented.
frame-offline = There is no connection. Check the internet, then try again.
frame-unavailable = The server is busy or starting. Try again in a moment.
frame-internal = Something went wrong on our side. Tell your teacher this number: { $ref }
frame-internal-bare = Something went wrong on our side. Try again in a moment.
frame-wait-seconds =
    { $seconds ->
        [one] That was too often. Wait one second.
       *[other] That was too often. Wait { $seconds } seconds.
    }
frame-wait-minutes =
    { $minutes ->
        [one] That was too often. Wait one minute.
       *[other] That was too often. Wait { $minutes } minutes.
    }
frame-lost-title = This page is not here
frame-lost-text = Perhaps the address has a mistake, or you may not see this page.
frame-lost-back = Go to my spaces
frame-leave-unsent =
    { $count ->
        [one] One message of yours is not sent yet. If you sign out now, it is lost.
       *[other] { $count } messages of yours are not sent yet. If you sign out now, they are lost.
    }
frame-leave-anyway = Sign out all the same

## Sign in

signin-title = Sign in
signin-lead = Two schools, one conversation.
signin-name = User name
signin-password = Password
signin-show = Show the password
signin-caps = Caps lock is on.
signin-do = Sign in
signin-doing = Signing in…
signin-name-missing = Type your user name.
signin-password-missing = Type your password.
signin-wrong = This name and this password do not belong together. Check the typing.
signin-forgotten = Forgotten your password? Your teacher can give you a new one.
signin-demo = Try it as
signin-demo-hint = The password was printed when the server started.
signin-again = Please sign in again
signin-again-lead = You were signed out. Everything on the screen is still there.
signin-somebody-else = I am somebody else
signin-language = Language

## Spaces

spaces-title = My spaces
spaces-morning = Good morning, { $name }
spaces-afternoon = Good afternoon, { $name }
spaces-evening = Good evening, { $name }
spaces-unread =
    { $count ->
        [one] one new
       *[other] { $count } new
    }
spaces-people =
    { $count ->
        [one] one person
       *[other] { $count } people
    }
spaces-last = Last message { $when }
spaces-quiet = Nothing said yet
spaces-closed = Closed: you can read, not write
spaces-administrator = Administrator
spaces-teacher = Teacher
spaces-pupil = Pupil
spaces-guest = Guest
spaces-empty-title = You are not in a space yet
spaces-empty-member = Ask your teacher to add you. Your user name is:
spaces-empty-operator = You run this server. Make two schools, the teachers and a first space with these three commands:

## Space

space-places = Rooms
space-folders = Folders
space-team = Team
space-new = New …
space-room-title = Name
space-make = Make it
space-screen-lost-title = This page could not be loaded
space-screen-lost-text = The connection broke while it was being fetched. Try it again.
space-title-missing = Give it a name.
space-binned = “{ $title }” is in the bin.
space-restored = “{ $title }” is back.
space-restore = Put back
space-bin-open = Bin
space-bin-empty = The bin is empty.
space-place-menu = { $title }: more
space-unread =
    { $count ->
        [one] one new message
       *[other] { $count } new messages
    }
space-empty-title = No rooms yet
space-empty-administrator = Make the first room, and say hello to the other class.
space-empty-member = A teacher will open a room soon.
space-lost-title = You are no longer in this space
space-lost-text = A teacher may have taken you off the list. Ask if you think it is a mistake.
space-place-lost-title = This place is not here any more
space-place-lost-text = It may be in the bin, or you may not read it.
space-closed = This space is closed. You can still read everything.
space-skies = { $count ->
        [one] The school and its time now
       *[other] The schools and their time now
    }
space-other-schools =
    { $count ->
        [one] one more school
       *[other] { $count } more schools
    }
space-all-schools = All schools now
space-own-time = Your time
space-sky-night = night
space-sky-dawn = morning
space-sky-day = day
space-sky-dusk = evening
space-sky-label = { $town }, { $school }: { $time }, { $sky }

## Account

account-title = My account
account-language = Language
account-theme = Colours
account-theme-system = Like the device
account-theme-light = Light
account-theme-dark = Dark
account-clock = Clock
account-clock-auto = Usual here
account-clock-24 = 24 hours
account-clock-12 = 12 hours
account-user-name = User name
account-devices = Where you are signed in
account-devices-lead = Do you not know a device? End it, and ask your teacher for a new password.
account-this-device = This device
account-used = Last used { $when }
account-end = End
account-end-device = End { $name }
account-ended = { $name } is signed out.
account-everywhere = Sign out everywhere
account-everywhere-sure = You will be signed out on every device, on this one too. Tokens end as well.
account-tokens = Keys for programs
account-tokens-lead = A program with such a key can do what you can do. Never give it to anybody.
account-tokens-none = You have no keys.
account-token-new = New key
account-token-name = What is it for?
account-token-days = How long may it work?
account-token-days-option =
    { $days ->
        [one] one day
       *[other] { $days } days
    }
account-token-make = Make the key
account-token-once = Copy the key now. It is shown only this once.
account-token-value = The key
account-token-copy = Copy
account-token-copied = Copied.
account-token-until = Works until { $date }
account-token-end = Take back
account-token-ended = The key “{ $name }” works no more.
account-token-name-missing = Say what the key is for.

## Team

team-title = Team
team-lead = Who takes part in this space
team-no-school = Without a school
team-you = you
team-administrator = Administrator
team-here = here now
team-count =
    { $count ->
        [one] one person
       *[other] { $count } people
    }
team-add = Add somebody
team-add-do = Add
team-user-name = User name
team-user-name-hint = The name with which they sign in.
team-user-name-missing = Type the user name.
team-role = Role
team-role-teacher = Teacher
team-role-pupil = Pupil
team-role-guest = Guest
team-school = School
team-administrator-mark = Administrator: may add people and make rooms
team-added = { $name } is in the team.
team-member-menu = { $name }: more
team-change = Change role
team-change-title = The role of { $name }
team-changed = Saved for { $name }.
team-remove = Remove
team-remove-title = Remove { $name }?
team-remove-text = { $name } can no longer read or write here from this moment. What was written stays.
team-removed = { $name } is no longer in the team.
team-leave = Leave this space
team-leave-title = Leave this space?
team-leave-text = You can no longer read or write here. What you wrote stays. A teacher can add you again.
team-left-toast = You left the space.

## Chat

chat-log = Messages in { $room }
chat-here-count =
    { $count ->
        [0] Nobody is here
        [one] One person is here
       *[other] { $count } people are here
    }
chat-here = Here now
chat-here-school = { $school }: { $count } here
chat-not-here = not here now
chat-teacher = Teacher
chat-guests = Guests
chat-you = you
chat-write = Write a message
chat-send = Send
chat-emoji = Add an emoji
chat-emoji-panel = Emoji
chat-older = Older messages
chat-newer = Newer messages
chat-newest = Go to the newest message
chat-newest-new =
    { $count ->
        [one] One new message
       *[other] { $count } new messages
    }
chat-new-since = New since you were away
chat-empty = Nobody has said anything here yet
chat-empty-invite = Say hello. Somebody on the other side will read it.
chat-empty-wait = When somebody writes, you will see it here.
chat-typing-one = { $name } is typing…
chat-typing-two = { $name } and { $other } are typing…
chat-typing-many = Several people are typing…
chat-waiting = Waiting
chat-refused = Not sent
chat-refused-stale = It has waited for a month. Is it still right?
chat-try-again = Try again
chat-discard = Throw away
chat-edit = Change
chat-reply = Reply
chat-react = React
chat-react-with = React with { $emoji }
chat-more-emoji = More emoji
chat-withdraw = Withdraw
chat-hide = Hide
chat-restore = Show again
chat-copy = Copy the text
chat-copied = Copied.
chat-link = Copy the link
chat-see-original = Show the original
chat-close-original = Put the original away
chat-actions = { $name }, { $time }: what to do with this message
chat-edited = changed
chat-withdrawn = This message was withdrawn.
chat-hidden = A teacher hid this message.
chat-reason = Reason: { $reason }
chat-replying = Reply to { $name }
chat-editing = You change your message
chat-cancel = Cancel
chat-save = Save
chat-count = { $used } of { $limit } signs
chat-too-long =
    { $over ->
        [one] One sign too many
       *[other] { $over } signs too many
    }
chat-read-only = You can read here, but not write.
chat-closed = This space is closed. You can still read everything.
chat-offline = You are offline. What you write is kept and goes out by itself.
chat-withdraw-title = Withdraw this message?
chat-withdraw-text = Nobody can read it any more. A line stays that says so. Teachers can still see what you wrote.
chat-hide-title = Hide this message?
chat-hide-text = Pupils can no longer read it. They see that a teacher hid it, and the reason.
chat-hide-reason = Reason
chat-hide-reason-hint = For example: This hurts somebody. Please be kind.
chat-hide-reason-missing = Say why. The writer wants to know.
chat-reacted =
    { $count ->
        [one] { $emoji } one person: { $names }
       *[other] { $emoji } { $count } people: { $names }
    }
chat-quoted = { $name } wrote: { $text }. Go to this message
chat-quote-away = A message that cannot be shown
chat-said = { $name }: { $text }
chat-said-many =
    { $count ->
        [one] One new message
       *[other] { $count } new messages
    }
chat-message-away = This message is no longer here.
chat-failed = The messages could not be loaded.
chat-somebody = Somebody
chat-original-edited = Before it was changed, { $time }
chat-original-withdrawn = Before it was withdrawn, { $time }
chat-original-hidden = Before it was hidden, { $time }

## Why

# Each is one link of the chain of rules behind a decision, about the person in question ("this person" may be the reader).
rights-act =
    { $right ->
        [read] read
        [add] add things
        [edit] change things
        [delete] delete things
       *[publish] publish
    }
rights-act-not =
    { $right ->
        [read] not read
        [add] not add things
        [edit] not change things
        [delete] not delete things
       *[publish] not publish
    }
rights-role =
    { $role ->
        [teacher] teachers
        [pupil] pupils
       *[guest] guests
    }
why-not-a-member = Only members of this space may come in.
why-no-such-place = There is no such place in this space.
why-in-bin = “{ $place }” is in the bin, or inside something that is in the bin.
why-closed = This space is closed. You can still read everything in it.
why-desk-owner = This is this person’s own desk.
why-administrator = Administrators may do everything in their space.
why-above-unreadable = “{ $place }” may not be read by this person, so nothing inside it can be seen.
why-teachers-read-along = Teachers may read wherever pupils can write.
why-root-row-lacks = It was set for this person that they may { rights-act-not } anywhere in this space.
why-own-row = The rights table of “{ $place }” has a line for this very person: they may { rights-act }.
why-own-row-lacks = The rights table of “{ $place }” has a line for this very person: they may { rights-act-not }.
why-role-row = The rights table of “{ $place }” says that { rights-role } may { rights-act }.
why-role-row-lacks = The rights table of “{ $place }” says that { rights-role } may { rights-act-not }.
why-no-row = The rights table of “{ $place }” has no line for { rights-role }, so they may do nothing there.
why-nothing-without-read = Without reading, nothing else is possible.
why-own-item = You may change and delete what you made yourself, as long as you may add things here.
why-own-item-needs-add = What you made yourself you may only change or delete as long as you may add things here.
why-teachers-moderate = Teachers keep order in every place that they may read.
why-staff-only = Only teachers and administrators keep order here.
why-no-moderation-in-desk = On a desk there is nobody to keep in order.
why-administrators-only = Only administrators of this space may do this.
why-root-stays = The space itself can’t be put in the bin.
why-delete-all-inside = Something inside this place may not be deleted by this person. An administrator can do it.
why-above-in-bin = The place around it is in the bin. Put that back first.
why-not-in-bin = This is not in the bin.

## Errors of rights, places and members

error-too-many-places = This space is full: it can hold { $most } places, those in the bin too.
error-too-deep = This would be too deep: at most { $most } places can stand inside one another.
error-root-keeps-table = The space itself always has a rights table.
error-row-unknown = The rights table has a line for somebody who is not in this space ({ $row }).
error-row-without-read = One line of the rights table allows something without reading ({ $row }). Without reading, nothing else is possible.
error-row-not-rights = One line of the rights table has something that is not a right ({ $row }).
error-too-many-rows = The rights table is too long: it can have { $most } lines.
error-root-stays = The space itself can’t be put in the bin.
error-closed = This space is closed. You can still read everything in it.
error-not-closed = This space is not closed.
error-already-member = This person is already in the space.
error-last-administrator = A space needs at least one administrator. Make somebody else administrator first.
error-administrator-must-be-adult = Only a teacher or a guest can be administrator.
error-guest-has-no-school = A guest does not belong to a school here. Choose no school, or another role.

## Errors of the door

error-bad-input = This part can’t be understood: { $path }.
error-bad-json = This is not valid JSON.
error-not-json-rpc = This is not a JSON-RPC 2.0 message.
error-binary-frame = Only text frames are understood here.
error-socket-only = This works over the live connection only.
error-unknown-method = There is no such command or question.
error-signed-out = Please sign in.
error-wrong-credentials = This name and this password do not belong together. Check the typing.
error-not-found = This is not here.
error-not-allowed = You may not do this here.
error-conflict = This does not go together with how things are now.
error-key-reused = This key was used for something else before.
error-too-many = That was too fast. Wait a moment.
error-too-many-calls = Too much at once. Wait a moment.
error-too-many-tries = Too many wrong tries. Wait { $seconds } seconds.
error-too-many-sockets = You have too many windows open here. Close one.
error-too-many-spaces = You listen to too many spaces at once.
error-too-large = This is too large.
error-foreign-origin = This can be opened from our own pages only.
error-unavailable = The server can’t keep this now. Nothing was done. Try again in a moment.
error-busy = Very many people are signing in. Try again in a few seconds.
error-internal = Something went wrong on our side. Its number is { $ref }.
error-empty-text = Write something first.
error-text-too-long = This text is too long.

## Errors of people, schools and chat

error-name-taken = This user name is taken.
error-unknown-person = There is nobody with this name.
error-unknown-school = This school does not take part here.
error-unknown-country = There is no country with this code.
error-unknown-zone = There is no such time zone.
error-school-needed = Teachers and pupils need a school.
error-role-needs-adult = Only adults can be teachers or guests.
error-role-needs-pupil = Adults can’t be pupils.
error-operator-must-be-adult = Only an adult can run the server.
error-not-for-desks = This works in a project’s space only.
error-not-for-the-root = The space itself is renamed in its settings.
error-already-closed = This space is closed already.
error-row-twice = Two rows are about the same: { $row }.
error-one-direction = Ask for one direction at a time.
error-unknown-message = This message is not in this room.
error-message-withdrawn = This message was taken back.
error-message-hidden = This message is hidden.
error-message-said = This message is not hidden.
error-not-an-emoji = A reaction is one emoji.
error-too-many-reactions = A message can carry { $most } different reactions.

why-operators-only = Only the people who run this server may do this.
why-not-your-message = This message is not yours.

## Kinds of places

chat-kind = Chat room
chat-kind-hint = For example: Our rivers, Questions, Teachers only

## Booked sessions, gates and rooms of two

error-table-is-fixed = Who may do what in this room follows from who takes part. It can’t be changed here.
error-hours-backwards = These hours end before they begin.
error-no-such-time = The calendar and the clocks there have no such time.
error-minutes-or-end = Say either how many minutes it takes or when it ends.
error-ends-before-start = It ends before it begins.
error-session-too-long = A session lasts at most twelve hours.
error-in-the-past = That is in the past.
error-too-far-ahead = That is more than a year away.
error-nobody-invited = Invite at least one other person.
error-too-many-invited = At most { $most } people can take part.
error-session-over = This session is over.
error-session-not-over = This session is not over yet.
error-session-open = This session has begun. It can be extended or ended, not changed.
error-session-not-open = This session is not open now.
error-not-with-oneself = Choose somebody else.
error-room-in-bin = This room is in the bin. An administrator can put it back.

why-room-proposed = This session has not been confirmed yet.
why-room-cancelled = This session was cancelled.
why-room-ended = This session has been ended.
why-room-not-yet = This session has not begun yet.
why-room-over = This session is over. You can still read what was said.
why-room-policy = In this space these two don’t talk alone.
why-room-outside-hours = This room is closed at this time of day.
why-room-without-any-teacher = You can write here as soon as a teacher is in this room.
why-room-without-each-teacher = You can write here as soon as a teacher of each school is in this room.
why-guests-and-pupils-apart = Guests and pupils don’t talk alone.
why-not-invited = You were not invited to this session.
why-teachers-book = Sessions are booked by teachers.
why-teachers-only = Only teachers may say who must be there.
why-own-school-only = Lesson hours are set by teachers of that school.

sessions-title = Chat sessions
sessions-lead = An hour in which your classes chat together. The room opens and closes by itself.
sessions-book = Book a chat session
sessions-coming = To come
sessions-over = Over
sessions-more = Show older ones
sessions-none = Nothing is booked.
sessions-asked = { $count ->
    [one] One waits for your answer
   *[other] { $count } wait for your answer
}
sessions-asks = { $name } asks for a chat session: “{ $subject }”, { $time }.
sessions-see = Answer
sessions-accept = Accept
sessions-decline = Decline
sessions-word = A word with it (if you like)
sessions-accepted = accepted
sessions-declined = declined
sessions-you-accepted = You accepted.
sessions-you-declined = You declined.
sessions-by = Asked for by { $name }
sessions-answers = { $accepted } accepted, { $declined } declined
sessions-cancel = Cancel it
sessions-subject = What is it about?
sessions-start = Day and time
sessions-zone = By the clocks of { $zone }
sessions-minutes = Minutes
sessions-slots = Everybody is at school:
sessions-people = With whom?
sessions-everybody = Everybody
sessions-teachers = For pupils to write, there must be
sessions-teachers-each = a teacher of each school
sessions-teachers-any = any teacher
sessions-teachers-none = nobody
sessions-note = Note
sessions-ask = Ask them
sessions-booked = “{ $subject }” is booked. Everybody was asked.
sessions-state-proposed = Not confirmed yet
sessions-state-lapsed = Nobody confirmed it
sessions-state-cancelled = Cancelled
sessions-state-ended = Ended
sessions-state-policy = Closed
sessions-state-before = Confirmed
sessions-state-soon = Opens soon
sessions-state-open = Open now
sessions-state-quiet = Open, waiting for teachers
sessions-state-outside = Closed at this hour
sessions-state-over = Over
sessions-soon = { $count ->
    [one] Opens in one minute
   *[other] Opens in { $count } minutes
}
sessions-open-until = { $count ->
    [one] Open until { $time }, one minute more
   *[other] Open until { $time }, { $count } minutes more
}
sessions-extend = { $count } minutes longer
sessions-end = End now
sessions-transcript = Download what was said
sessions-transcript-letters = With letters for names
sessions-attended = Who was there
sessions-line-withdrawn = Taken back
sessions-line-hidden = Hidden by a teacher
sessions-save = Save as a page…
sessions-save-title = Save as a page
sessions-save-lead = What was said becomes a page that the classes can go on with. Whoever may read there can read it, names included.
sessions-save-where = Where
sessions-save-nowhere = There is no folder in which you may add a page. An administrator can make one.
sessions-save-names = Who said it
sessions-save-with-names = with names
sessions-save-with-letters = with letters: A, B, C
sessions-saved = Saved. To the page:
sessions-page-who = Who
sessions-page-said = What was said
sessions-page-silent = Nothing was said.
sessions-missing = Not here yet: a teacher of { $schools }.
sessions-read-along = { $names } can read everything here.
sessions-pair = Chat with each other

## Pinboard

error-unknown-note = This note is not on this board.
error-unknown-column = This board has no such column.
error-note-shown = This note can be seen by everybody already.
error-note-held = This note waits for a teacher.
error-note-refused = This note was not let through.
error-note-hidden = This note is hidden.
error-note-let-through = A teacher let these words through, so they stay as they are. Take the note off and pin a new one.
error-board-full = A board holds { $most } notes. Take some off first.
error-too-many-held = You have { $most } notes that wait. A teacher has to look at them first.
why-not-your-note = This note is not yours.

pinboard-kind = Pinboard
pinboard-kind-hint = For example: What we found, Ideas, Questions for Friday
pinboard-view = How the notes are shown
pinboard-view-list = In order
pinboard-view-board = Board
pinboard-view-columns = Columns
pinboard-more = More for this board
pinboard-pin = Pin a note
pinboard-pin-first = Pin the first note
pinboard-pin-title = A new note
pinboard-edit-title = Change the note
pinboard-edit = Change
pinboard-text = What the note says
pinboard-text-hint = A thought, a find, a question …
pinboard-text-missing = Write something on the note first.
pinboard-text-fixed = A teacher let these words through, so they stay. You can choose another colour.
pinboard-left =
    { $count ->
        [one] One sign left
       *[other] { $count } signs left
    }
pinboard-colour = Colour
pinboard-colour-sun = Yellow
pinboard-colour-rose = Pink
pinboard-colour-leaf = Green
pinboard-colour-sky = Blue
pinboard-colour-plum = Purple
pinboard-colour-sand = White
pinboard-column = Column
pinboard-no-column = No column
pinboard-note-of = Note by { $name }, { $time }
pinboard-actions = Note by { $name }, { $time }: what to do with it
pinboard-edited = changed
pinboard-to-column = Move to “{ $column }”
pinboard-to-none = Move out of the columns
pinboard-moved-to = Moved to { $column }
pinboard-moved = Moved: { $x } from the left, { $y } from the top
pinboard-said = { $text }
pinboard-said-one = { $name } pinned: { $text }
pinboard-said-many = { $count } new notes
pinboard-grip = Move the note by { $name }: { $text }
pinboard-keys = Move it with the arrow keys; with Shift it goes further. Escape puts it back.
pinboard-lane-keys = Send it to another column with the left and right arrow keys.
pinboard-link = Copy the link
pinboard-link-copied = Copied.
pinboard-delete = Take off
pinboard-deleted-toast = The note is off the board.
pinboard-deleted = Notes taken off
pinboard-deleted-none = There is nothing to put back.
pinboard-deleted-by = By { $author }. Taken off by { $name }, { $when }
pinboard-recover = Put back
pinboard-recover-this = Put back: { $text }
pinboard-hide = Hide
pinboard-hide-title = Hide this note?
pinboard-hide-text = Nobody can read it any more. Everybody sees that a teacher hid it, and the reason.
pinboard-hide-hint = For example: This hurts somebody. Please be kind.
pinboard-hidden = A teacher hid this note.
pinboard-restore = Show again
pinboard-reason = Reason: { $reason }
pinboard-why = Reason
pinboard-why-missing = Say why. The writer wants to know.
pinboard-earlier = What it said before
pinboard-earlier-edited = Changed
pinboard-earlier-hidden = Hidden
pinboard-held = Waits for you
pinboard-held-mine = Waits for a teacher
pinboard-held-toast = A teacher will look at your note. Until then only you and the teachers see it.
pinboard-hold-note = On this board a teacher looks at each note before the others see it.
pinboard-hold-hint = A teacher looks at it before the others see it.
pinboard-waiting =
    { $count ->
        [one] One note waits for a teacher.
       *[other] { $count } notes wait for a teacher.
    }
pinboard-let-through = Let through
pinboard-through-toast = Everybody can see it now.
pinboard-refuse = Not yet
pinboard-refuse-title = Not let through yet?
pinboard-refuse-text = Only the writer and the teachers see your reason. The writer can change the note and try again.
pinboard-refuse-hint = For example: Please leave out the address.
pinboard-refused = Not let through
pinboard-again = Change it
pinboard-settings = Settings of this board
pinboard-changes = Who may change and move notes?
pinboard-changes-own = Everybody their own
pinboard-changes-everybody = Everybody all of them
pinboard-hold = A teacher looks first
pinboard-hold-text = Others see a pupil’s note when a teacher has let it through.
pinboard-columns = Columns
pinboard-columns-text = With columns the board can be shown sorted. Notes of a column that you remove stay on the board.
pinboard-column-number = Name of column { $number }
pinboard-column-add = Add a column
pinboard-column-up = Move { $column } up
pinboard-column-down = Move { $column } down
pinboard-column-remove = Remove { $column }
pinboard-help = Moving notes
pinboard-help-tab = goes from note to note
pinboard-help-arrows = move a note on the board, or to the next column
pinboard-help-shift = goes further at once
pinboard-help-escape = puts it back where it was
pinboard-help-enter = pins what you are writing
pinboard-help-pointer = With a mouse, take a note anywhere. With a finger, take it by the grip at its top.
pinboard-empty = Nothing hangs here yet
pinboard-empty-invite = Pin a thought, a find or a question. Both schools will see it at once.
pinboard-empty-wait = When somebody pins a note, you will see it here.
pinboard-read-only = You can read here, but not pin.
pinboard-closed = This space is closed. You can still read everything.
pinboard-offline = You are offline. What you do is kept and goes out by itself.
pinboard-failed = The notes could not be loaded.

## Forum

error-topic-missing = Say which topic is meant.
error-topic-closed = This topic is closed: it takes no more answers.
error-unknown-post = The quoted post is not in this topic.
error-post-said = This post is not hidden.
error-post-withdrawn = This post was taken back.
error-post-hidden = This post is hidden.
error-not-the-opening-post = Only the opening post has the title.
error-too-many-pinned = A forum has at most { $most } pinned topics.
error-same-forum = The topic is in this forum already.
error-not-a-folder = Only a folder, or the space itself, holds other places.

forum-kind = Forum
forum-kind-hint = For example: Questions about the river, Recipes, Helping each other
forum-start = New topic
forum-start-do = Start the topic
forum-title = What is it about?
forum-title-hint = A short question works best: “How warm is your river?”
forum-title-missing = Say what it is about.
forum-text = Your message
forum-text-missing = Write something first.
forum-edit-title = Change your message
forum-show = Show
forum-all = All topics
forum-news = With news
forum-followed = Followed
forum-new = New:
forum-answers =
    { $count ->
        [0] no answers yet
        [one] one answer
       *[other] { $count } answers
    }
forum-last = last by { $name }
forum-pinned = Pinned
forum-closed = Closed
forum-follows = You follow this topic
forum-follow = Follow
forum-followed-now = You follow this topic now. Only you know.
forum-followed-no-more = You no longer follow this topic.
forum-pin = Pin above the others
forum-unpin = Do not pin any more
forum-close = Close the topic
forum-reopen = Open the topic again
forum-closed-text = This topic is closed. You can still read it.
forum-move = Move to another forum
forum-move-title = Move this topic
forum-move-text = It goes with all its answers. Whoever may read the other forum can then read it there.
forum-move-where = To which forum?
forum-move-do = Move
forum-moved = “{ $title }” is now in { $forum }.
forum-delete = Delete the topic
forum-binned = “{ $title }” is deleted.
forum-bin = Deleted topics
forum-bin-empty = Nothing was deleted here.
forum-unbin = Put back
forum-unbin-title = Put back “{ $title }”
forum-read-all = Mark everything as read
forum-topic-menu = What you can do with “{ $title }”
forum-older-topics = Older topics
forum-older = Earlier answers
forum-newer = Later answers
forum-newest = To the newest
forum-quote = Quote
forum-quote-drop = Do not quote
forum-answer = Your answer
forum-answer-hint = Write an answer. Ctrl + Enter sends it.
forum-answer-send = Answer
forum-empty = Nobody has asked anything yet
forum-empty-invite = Start the first topic. Somebody on the other side has an answer.
forum-empty-wait = As soon as somebody starts a topic, it is here.
forum-no-news = You have read everything
forum-no-news-text = Topics with new answers appear here.
forum-none-followed = You follow no topic here
forum-none-followed-text = Open a topic and choose Follow. Only you know.
forum-title-hidden = A topic that a teacher has hidden
forum-title-withdrawn = A topic that was taken back
forum-gone = This topic is not here any more
forum-gone-text = It was deleted or moved, or you may not see it.
forum-failed = The forum could not be loaded.
forum-offline = You are offline. You can read what is here; your answer is kept until you are back.

## Search

error-search-too-short = Look for at least two letters.
error-search-too-long = Look for at most { $most } words at once.

search-open = Search (/)
search-title = Search in this space
search-words = Words to look for
search-hint = Words, names, places…
search-begin = Type some words. You find messages, notes, topics, letters and what stands in the calendar: everything that you may read here.
search-short = Type one more letter.
search-count =
    { $count ->
        [0] Nothing found
        [one] One thing found
       *[other] { $count } things found
    }{ $more ->
        [yes] , and there are more
       *[no] { "" }
    }
search-nothing = Nothing found for “{ $words }”.
search-nothing-hint = Try fewer words, or only the beginning of a word.
search-offline = You are offline. Searching needs a connection.
search-older = Show older ones

## Calendar: errors

error-days-or-times = Use whole days, or use times: not both.
error-zone-for-days = Whole days have no time zone.
error-zone-needed = A time needs a time zone.
error-no-such-day = There is no such day or time.
error-day-out-of-bounds = A calendar here goes from { NUMBER($first, useGrouping: 0) } to { NUMBER($last, useGrouping: 0) }.
error-ends-before-it-starts = It ends before it starts.
error-too-long = This is too long: at most { $days } days.
error-repeat-not-understood = This way of repeating can’t be understood: { $part }.
error-repeat-misses-start = The first day does not fit the way it repeats.
error-repeat-cannot-move = This series can’t be moved to another day. Move one of its days, or change how it repeats.
error-starts-needed = Say the start too.
error-unknown-occurrence = It does not happen then.
error-too-many-skips = Too many days were taken out of this series.
error-too-many-days = Ask for at most { $most } days at once.
error-calendar-full = This calendar is full: it holds { $most } events.
error-session-is-booked = This is a booked session. Change it where it was booked.
error-ics-unreadable = This is not a calendar file (.ics).
error-ics-empty = There are no events in this file.
error-ics-too-many = There are too many events in this file: at most { $most } at once.
error-ics-too-much = There is too much text in this file.
error-ics-field =
    { $problem ->
        [missing] Event { $event }: { $field } is missing.
        [twice] Event { $event }: { $field } is there twice.
        [text_too_long] Event { $event }: { $field } is too long.
        [empty_text] Event { $event }: { $field } is empty.
        [unknown_zone] Event { $event }: its time zone is not known ({ $field }).
        [ends_before_it_starts] Event { $event }: it ends before it starts.
       *[other] Event { $event }: { $field } can’t be understood.
    }

## Calendar

calendar-kind = Calendar
calendar-kind-hint = For example: Our year
calendar-view = View
calendar-view-month = Month
calendar-view-week = Week
calendar-view-list = List
calendar-today = Today
calendar-today-is = Today, { $day }
calendar-back-month = Month before
calendar-back-week = Week before
calendar-back-list = Earlier
calendar-on-month = Next month
calendar-on-week = Next week
calendar-on-list = Later
calendar-add = Plan something
calendar-add-do = Plan it
calendar-add-on = Plan something on { $day }
calendar-day-open = { $day }: show the week
calendar-day-holds =
    { $count ->
        [0] { $day }: nothing is planned
        [one] { $day }: 1 thing
       *[other] { $day }: { $count } things
    }
calendar-change = Change
calendar-move = Move
calendar-remove = Remove
calendar-moved = “{ $title }” was moved.
calendar-removed = “{ $title }” was removed.
calendar-move-to = Moves to { $day }. Enter puts it there, Escape leaves it.
calendar-chip = { $title }, { $kind }, { $school }, { $when }
calendar-more =
    { $count ->
        [one] 1 more
       *[other] { $count } more
    }
calendar-type = What is it?
calendar-type-holiday = Holiday
calendar-type-activity = Activity
calendar-type-deadline = Deadline
calendar-type-session = Live session
calendar-both = All schools
calendar-school = For which school?
calendar-title = Title
calendar-title-missing = Give it a title.
calendar-description = Description
calendar-when = When?
calendar-when-missing = Choose a day and a time.
calendar-ends-early = It ends before it starts.
calendar-all-day = Whole day
calendar-first-day = Day
calendar-last-day = Last day
calendar-begins = From
calendar-ends = To
calendar-zone = On which school’s clock?
calendar-repeat = Repeat
calendar-repeat-until = Until
calendar-repeats = Repeats
calendar-every-never = Once
calendar-every-day = Every day
calendar-every-week = Every week
calendar-every-fortnight = Every two weeks
calendar-every-month = Every month
calendar-every-year = Every year
calendar-every-other = In its own way
calendar-every-weekdays = Every week on { $days }
calendar-until-day = until { $day }
calendar-scope = Which days are meant?
calendar-scope-move = Move which days?
calendar-scope-remove = Remove which days?
calendar-scope-one = Only this one
calendar-scope-following = This and later
calendar-scope-all = All
calendar-by = Planned by { $name }
calendar-session-open = Go to where the session is held
calendar-soon = Coming up
calendar-soon-none = Nothing is planned for the next weeks.
calendar-list-none = Nothing is planned here.
calendar-list-more = Later days
calendar-read-only = You can look at this calendar. Teachers plan what stands in it.
calendar-share = Calendar elsewhere
calendar-feed = In your own calendar
calendar-feed-text = With this secret address the calendar on your telephone shows what stands in this space. Give it to nobody: who has it, sees it too.
calendar-feed-make = Make my address
calendar-feed-renew = Make a new address
calendar-feed-end = End my address
calendar-feed-copy = Copy
calendar-feed-copied = Copied.
calendar-feed-once = It is shown only now. If you lose it, make a new one; the old one stops then.
calendar-feed-since = You have had an address since { $moment }.
calendar-file = As a file
calendar-file-text = All that stands in this calendar, to keep or to take to another program.
calendar-file-keep = Download (.ics)
calendar-import = Take in holidays
calendar-import-text = Many countries and schools give their holidays as an .ics file. Taking in the same file again changes what is there.
calendar-import-choose = Choose a file
calendar-import-done = The file was taken in.

## Letters

letters-mailbox = Mailbox
error-unknown-addressee = Nobody here can be reached under this.
error-nobody-but-you = Choose somebody besides yourself.
error-unknown-letter = This letter is not here.
error-letter-hidden = This letter is hidden.
error-letter-not-hidden = This letter is not hidden.
error-too-many-drafts = You have { $most } drafts here. Send or throw away one of them first.
error-place-stays = The mailbox belongs to the space and can’t be put in the bin.
why-hidden-by-another = Somebody else hid this letter; only they can show it again.

## Mail

error-adults-only = Only grown-ups can do this.
error-not-an-address = This is no mail address.
error-address-needed = We need a mail address for this.
error-address-taken = There is an account with this mail address already.
mail-footer = This mail was sent by { $installation }, { $address }. Nobody reads answers to it.
mail-letter-button = Read them
mail-letter-subject = New letters in { $installation }
mail-letter-text =
    You have letters that you have not read yet.

    You get this because you asked for it under your account. There you can also stop it.

## The mailbox and the bell, on the screen

letters-new = New letter
letters-folders = Folders
letters-inbox = Inbox
letters-sent = Sent
letters-drafts = Drafts
letters-supervised = With pupils
letters-removed = Put away
letters-supervised-note = Letters with pupils in them that are neither to you nor from you. Teachers and administrators may read along; the pupils know.
letters-choose = Choose a letter to read it here.
letters-closed = This space is closed. You can still read the letters.
letters-read-only = You can read letters here, but not write any.
letters-empty-inbox = No letters for you yet.
letters-empty-sent = You have not sent any letters yet.
letters-empty-drafts = Nothing begun that waits to be sent.
letters-empty-supervised = No letters among pupils and others yet.
letters-empty-removed = Nothing put away.
letters-unread = New:
letters-older = Older letters
letters-no-subject = No subject yet
letters-to-nobody = To nobody yet
letters-to-whom = To { $whom }
letters-from = Letter from { $who }
letters-somebody = Somebody
letters-to-everybody = Everybody
letters-to-teachers = All teachers
letters-to-pupils = All pupils
letters-to-guests = All guests
letters-hidden = This letter was hidden
letters-hidden-why = A teacher hid this letter: { $reason }
letters-said = Only the staff sees what it said:
letters-staff-reads = A pupil is in this letter: teachers and administrators may read it too.
letters-staff-will-read = A pupil is in this letter. The teachers and administrators of this space may read it too.
letters-answer = Answer
letters-answer-all = Answer all
letters-answering = Your answer
letters-re = Re: { $subject }
letters-menu = More for this letter
letters-mark-unread = Mark as unread
letters-remove = Put away
letters-take-back = Take back into the folder
letters-removed-now = Put away. Others still have the letter.
letters-hide = Hide
letters-restore = Show again
letters-hide-title = Hide this letter?
letters-hide-text = Nobody in the letter can read its words any more. They see that it was hidden, and why.
letters-back = Back to the letters
letters-lost = This letter is not here, or not for you.
letters-to = To
letters-pick = Choose
letters-pick-title = To whom?
letters-find = Search
letters-groups = Groups
letters-people = People
letters-nobody-found = Nobody by that name takes part here.
letters-without = Without { $who }
letters-subject = Subject
letters-text = Your letter
letters-send = Send
letters-discard = Throw away
letters-need-to = Choose who gets the letter.
letters-need-subject = Give the letter a subject.
letters-need-text = Write something first.
letters-draft-saved = Saved as a draft
letters-draft-failed = Not saved yet: there is no connection
letters-mail = Tell me by mail
letters-mail-text = When a letter waits for you, we can send you a mail: that there is one, never what it says.
letters-mail-on = Send me a mail when letters wait
letters-mail-address = Mail address
letters-mail-kept = Kept.
bell-title = News for you
bell-open = News for you
bell-read-all = All read
bell-failed = Your news could not be fetched.
bell-empty = Nothing new. Letters to you, answers to your messages and chat sessions are told here.
bell-today = Today
bell-yesterday = Yesterday
bell-older = Older
bell-is-new = New:
bell-many = { $first } and { $more } others
bell-other = { $who }: news in { $place }

letters-reaches =
    { $count ->
        [one] Reaches one person
       *[other] Reaches { $count } people
    }
letters-persons =
    { $count ->
        [one] one person
       *[other] { $count } people
    }
letters-picked =
    { $count ->
        [0] Nobody chosen
       *[other] Take over ({ $count })
    }
letters-sent-now =
    { $count ->
        [one] Sent to one person.
       *[other] Sent to { $count } people.
    }
bell-letter =
    { $count ->
        [one] { $who } wrote you a letter
       *[other] { $count } new letters from { $who }
    }
bell-answer =
    { $count ->
        [one] { $who } answered you in { $place }
       *[other] { $count } new answers from { $who } in { $place }
    }
bell-open-new =
    { $count ->
        [one] News for you, one new
       *[other] News for you, { $count } new
    }
bell-new =
    { $count ->
        [one] One new notice
       *[other] { $count } new notices
    }

## Sessions: asked on the list of spaces, changed, slots
spaces-asked =
    { $count ->
        [one] You are asked to a chat session
       *[other] You are asked to { $count } chat sessions
    }
spaces-asked-by = { $name } asks you, in “{ $space }”
sessions-book-with = Book a chat session…
sessions-change = Change
sessions-change-title = Change the chat session
sessions-changed-now = “{ $subject }” was changed. Everybody was told.
sessions-asks-again = At another time everybody is asked again.
sessions-was-changed = Changed on { $time }
sessions-is-changed = This session was changed.
sessions-hours-missing = We can look for hours that suit everybody once these schools have said when they have lessons: { $schools }.
sessions-set-hours = Set your lesson hours
sessions-no-slots = In the next two weeks there is no hour at which all schools have lessons.
sessions-open-hours = Open for writing, by the clocks of { $town }:

## Rooms and rules
rules-title = Rooms and rules
rules-lead = What pupils may do here, when the rooms are open, and when the schools have lessons.
rules-lead-read = What pupils may do here, when the rooms are open, and when the schools have lessons. Administrators can change it.
rules-pupils = Pupils
rules-pupils-pair = Pupils may chat with each other one to one
rules-pupils-pair-text = Two pupils can open a room of their own. Teachers of this space can read everything there, and the room says so. Switched off, these rooms fall silent; what was said can still be read.
rules-pupils-book = Pupils may book chat sessions
rules-pupils-book-text = A pupil can ask others for a session. As always, it takes place only when somebody of each other school has accepted: a teacher, if one is invited.
rules-teachers = For pupils to write in a session, there must be
rules-teachers-text = This holds for new sessions. Whoever books one as a teacher can choose something else.
rules-yes = Allowed
rules-no = Not allowed
rules-kept = Kept. It counts from now on.
rules-rooms = Rooms
rules-no-rooms = There are no chat rooms yet.
rules-open-always = Always open
rules-any-time = At any time of day
rules-with-any = Only while a teacher is there
rules-with-each = Only while a teacher of each school is there
rules-change = Change
rules-set = Set
rules-change-room = Change when “{ $title }” is open
rules-room-of = When is “{ $title }” open?
rules-room-text = This is about writing by pupils and guests. Everybody can always read; teachers can always write.
rules-room-kept = Kept for “{ $title }”.
rules-when = Open
rules-always = Always
rules-in-hours = In these hours of the week
rules-zone = By the clocks of
rules-clock = By the clocks of { $town }
rules-week = Hours of the week
rules-no-hours = none
rules-from = { $day }, from
rules-to = { $day }, to
rules-hours-add = Add hours on { $day }
rules-hours-remove = Remove the hours on { $day } from { $from }
rules-hours-copy = The hours of { $day } on every school day
rules-hours-wrong = Some hours end before they begin, or are not complete. They have a red border.
rules-lessons = Lesson hours
rules-lessons-why = With these hours we find moments at which all schools are in class.
rules-lessons-unknown = Not set yet
rules-lessons-of = Lesson hours of { $school }
rules-lessons-text = When do you have lessons? Times are by the clocks of { $town }. Leave out breaks in which your class can’t chat.
rules-lessons-kept = The lesson hours of { $school } are kept.
rules-change-lessons = Change the lesson hours of { $school }
rules-set-lessons = Set the lesson hours of { $school }

bell-topic =
    { $count ->
        [one] { $who } wrote a new answer in a topic that you follow, in { $place }
       *[other] { $count } new answers from { $who } in a topic that you follow, in { $place }
    }
bell-session-asked = { $who } asks you to a chat session: “{ $place }”
bell-session-accepted = { $who }: yes to your chat session “{ $place }”
bell-session-declined = { $who }: no to your chat session “{ $place }”
bell-session-confirmed = The chat session “{ $place }” is confirmed
bell-session-changed = { $who } changed the chat session “{ $place }”
bell-session-cancelled = { $who } cancelled the chat session “{ $place }”

# Keeping order: time-outs, holding, what waits, reports, the record
why-timed-out = You have a time-out. You can still read everything.
why-held-first = A teacher looks at what you write first. This can’t wait for a teacher, so it is not possible now.
error-not-for-staff = Teachers and administrators can’t be given a time-out.
error-only-pupils-are-held = Only what pupils write can wait for a teacher.
error-no-time-out = This person has no time-out.
error-too-many-waiting = You have { $most } things that wait. A teacher has to look at them first.
error-waiting-refused = A teacher did not let this through.
error-too-many-reports = You have { $most } reports that nobody has answered yet. Talk to a teacher.
error-report-open = This report is open.
error-report-closed = This report is closed.
error-own-report = You made this report. Somebody else decides about it.
bell-report =
    { $count ->
        [one] { $who } reported something in { $place }
       *[other] { $count } reports in { $place }
    }
bell-report-closed = Your report was answered
bell-waiting =
    { $count ->
        [one] Something waits for a teacher in { $place }
       *[other] { $count } things wait for a teacher in { $place }
    }
bell-refused = A teacher did not let something through that you wrote in { $place }

# Keeping order: the screens, the windows that ask, what a pupil sees
order-title = Keeping order
order-lead = What was reported, what waits for you, and what was done.
order-failed = This could not be fetched.
order-offline = You are offline. What you decide here is done as soon as the line is back.
order-reports = Reports
order-reports-which = Which reports
order-open = Open
order-closed = Closed
order-waiting = Waiting
order-restrained = Time-outs
order-record = Record
order-mine = My reports
order-mine-lead = What you told the teachers, and what they answered.
order-mine-none = You have not reported anything. If something is not right, choose “Report…” beside it.
order-mine-open = A teacher will look at it
order-mine-closed = Answered
order-mine-no-answer = A teacher looked at it.
order-older = Older ones
order-none-open = No open reports. All is calm.
order-none-closed = No report has been closed yet.
order-none-waiting = Nothing waits for you.
order-none-restrained = Nobody has a time-out, and nobody’s words wait.
order-none-record = Nothing had to be done yet.
order-to-do =
    { $count ->
        [one] One thing to look at
       *[other] { $count } things to look at
    }
order-kind-message = a message
order-kind-note = a note
order-kind-post = a forum post
order-kind-letter = a letter
order-kind-calendar-event = an entry in the calendar
order-kind-member = a person
order-kind-other = something
order-wants-chat-say = wants to say in the chat
order-wants-chat-edit = wants to change a message
order-wants-note-pin = wants to pin a note
order-wants-note-edit = wants to change a note
order-wants-forum-start = wants to start a topic
order-wants-forum-answer = wants to answer in the forum
order-wants-forum-edit = wants to change a forum post
order-wants-letters-send = wants to send a letter
order-wants-calendar-add = wants to add to the calendar
order-wants-calendar-change = wants to change the calendar
order-wants-session-answer = wants to answer an invitation
order-wants-other = wants to write
order-about = About { $what } by { $name }
order-about-person = About { $name }
order-about-member = You report this person:
order-report = Report…
order-report-title = Report this
order-report-word = What is wrong? (You don’t have to say.)
order-report-word-hint = The person it is about does not see that you reported it.
order-report-send = Send report
order-report-made = Sent
order-report-thanks = Thank you for telling us. A teacher will look at it. You find the answer under “My reports”.
order-report-no-reader = At the moment no teacher here can read this.
order-report-talk = Please talk to an adult you trust.
order-see-mine = My reports
order-readers =
    { $schools ->
        [0] Read by the teachers here.
        [one] Read by the teachers here.
        [2] Read by the teachers of both schools.
       *[other] Read by the teachers of all schools here.
    }
order-readers-not =
    { $schools ->
        [0] Read by the other teachers here, not by { $name }.
        [one] Read by the other teachers here, not by { $name }.
        [2] Read by the other teachers of both schools, not by { $name }.
       *[other] Read by the other teachers of all schools here, not by { $name }.
    }
order-reported-by = Reported by { $name }
order-by = Reported by
order-when = When
order-where = Where
order-where-gone = A place that you can’t see, or that is gone
order-word-of = What { $name } says about it
order-evidence = As it was when it was reported
order-evidence-gone = The words are not kept any more: this was closed half a year ago.
order-this = This was reported
order-no-words = (no words)
order-go-there = Go there
order-own = You reported this yourself. Another teacher decides about it.
order-acts = What you can do
order-state-open = Open
order-state-closed = Closed
order-report-lost = This report is not here
order-report-lost-text = It does not exist, or it is not for you to read.
order-hide = Hide now
order-hide-title = Hide this?
order-hide-text = Nobody but the teachers can read it then. You can show it again later.
order-hide-hint = Everybody reads the reason in its place.
order-hide-kind = This was not kind.
order-hide-private = This was too private to be here.
order-hide-elsewhere = This does not belong here.
order-hidden-now = Hidden.
order-close = Close…
order-close-title = Close this report
order-close-what = What was done?
order-close-answer = Answer to whoever reported it
order-close-answer-hint = A short, kind word does it. You don’t have to.
order-close-now = Close the report
order-closed-now = Closed. Whoever reported it gets word.
order-closed-by = Closed by { $name }, { $time }
order-reopen = Take it up again
order-decision-nothing = Nothing had to be done
order-decision-talked = We talked about it
order-decision-hidden = It was hidden
order-decision-time-out = A time-out
order-decision-passed-on = Passed on to the school
order-why = Reason
order-why-ready = Reasons to choose from
order-why-missing = Say why.
order-why-cool = Take a moment to calm down.
order-why-kind = Be kind to each other.
order-why-turn = Let the others speak too.
order-why-elsewhere = This is not the place for that.
order-time-out = Time-out…
order-time-out-title = A time-out for { $name }
order-time-out-text = For some minutes they can read everything, but not write in this space.
order-time-out-length = How long?
order-time-out-why-hint = They read it while the time-out lasts.
order-time-out-give = Give the time-out
order-time-out-end = End the time-out
order-minutes = { $minutes } minutes
order-minutes-lesson = This lesson (60)
order-minutes-own = Other
order-minutes-how-many = How many minutes?
order-minutes-wrong = A whole number, a week at most.
order-timed-out =
    { $minutes ->
        [one] { $name } has a time-out of one minute.
       *[other] { $name } has a time-out of { $minutes } minutes.
    }
order-time-out-ended = { $name } can write again.
order-hold = Look first at what they write
order-free = Don’t look first any more
order-held-now = What { $name } writes waits for a teacher from now on.
order-freed-now = { $name } writes without waiting again.
order-time-outs = Time-outs
order-held-ones = A teacher looks first
order-held-what = What they write waits for a teacher.
order-end = End
order-end-of = End the time-out of { $name }
order-free-short = No longer
order-free-of = Don’t look first any more at what { $name } writes
order-quiet-until = Until { $time }
order-quiet = You have a time-out until { $time }
order-quiet-left =
    { $minutes ->
        [one] Less than two minutes left.
       *[other] Still { $minutes } minutes.
    }
order-quiet-stays = You can read everything, and what you typed stays.
order-held-line = A teacher looks at what you write first.
order-waits = Waiting for a teacher
order-waits-now = A teacher looks at this first. Until then only you and the teachers see it.
order-refused = Not let through
order-mine-waiting = What you wrote and a teacher has not let through
order-take-back = Take back
order-put-away = Put away
order-let-through = Let through
order-let-through-done = Everybody can see it now.
order-refuse = Refuse…
order-refuse-of = Refuse what { $name } wrote…
order-refuse-title = Not let this through?
order-refuse-text = Nobody else will see it.
order-refuse-hint = Only the pupil who wrote it reads the reason.
order-refuse-now = Don’t let through
order-refuse-kind = Say it in a kinder way.
order-refuse-private = Leave out names and addresses.
order-refuse-elsewhere = This does not belong here.
order-act-hidden = { $who } hid { $what } by { $whom }
order-act-restored = { $who } showed { $what } by { $whom } again
order-act-let-through = { $who } let something through that { $whom } wrote
order-act-refused = { $who } did not let something through that { $whom } wrote
order-act-timed-out = { $who } gave { $whom } a time-out
order-act-time-out-ended = { $who } ended the time-out of { $whom }
order-act-held = { $who } looks first at what { $whom } writes
order-act-freed = { $who } no longer looks first at what { $whom } writes
order-act-made = { $who } reported something about { $whom }
order-act-closed = { $who } closed a report about { $whom }
order-act-reopened = { $who } took up a report about { $whom } again
order-act-other = { $who } did something about { $whom }

## Public pages

public-skip = Skip to the main part
public-nav = Parts of this site
public-above = Where this stands
public-languages = Language of the frame
public-contents = What we show
public-empty = There is nothing here yet.
public-published = Published on { $date }.
public-first-names = People are shown by first name only.
public-feed = Follow (Atom)
public-members = For members
public-kind-home = Start
public-kind-page = Page
public-kind-gallery = Photo gallery
public-kind-archive = Files
public-kind-folder = Folder
public-gone-title = There is nothing here
public-gone-text = Perhaps the address has a mistake, or what was here is no longer public.
public-a-pupil = a pupil
# Pictures: what is wrong with one that was chosen
error-picture-broken = This picture is damaged and can’t be opened. Try to save it anew, or take another one.
error-picture-too-large = This picture is too large. A picture can have { $most } megapixels at most. Make it smaller first.
error-animation-too-long = This animation is too long or too large. Make it shorter or smaller first.
error-type-not-allowed = This kind of file can’t be used here. Pictures can be JPEG, PNG, GIF, WebP or AVIF.
error-pictures-busy = Very many pictures are being prepared. Try again in a few seconds.

# Photo galleries: what is wrong
error-only-pictures = Only pictures can go into a photo gallery. Put other files into a file archive.

# Photo galleries: the screen
gallery-kind = Photo gallery
gallery-kind-hint = Pictures that both schools look at together.
gallery-pictures = Pictures
gallery-count = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
gallery-view = What you see
gallery-view-pictures = Pictures
gallery-view-words = Captions
gallery-add = Add pictures
gallery-take = Take a photo
gallery-made-smaller = { $count ->
    [one] A picture was made smaller on this device before it was sent: from { $from } to { $to }.
   *[other] { $count } pictures were made smaller on this device before they were sent: from { $from } to { $to }.
}
gallery-not-a-picture = { $name } is not a picture. Only pictures can hang here.
gallery-choose-some = Select
gallery-choose = Select: { $what }
gallery-choose-all = Select all
gallery-choose-none = Select none
gallery-choose-done = Done
gallery-chosen = { $count ->
    [0] Tap the pictures you want
    [one] { $count } picture selected
   *[other] { $count } pictures selected
}
gallery-chosen-what = What to do with the selected pictures
gallery-open = { $what }. By { $name }. Show it large
gallery-menu = What to do with: { $what }
gallery-words = Caption and description
gallery-earlier = Move earlier
gallery-later = Move later
gallery-place = Move to…
gallery-place-title = Move this picture
gallery-place-number = Its number, from 1 to { $count }
gallery-place-after = It will come after “{ $what }”.
gallery-place-first = It will come first.
gallery-place-do = Move it
gallery-moved = { $what } is now picture { $at } of { $count }.
gallery-keys = Put the focus on a picture and press Shift with an arrow key to move it. You can also drag pictures.
gallery-cover = Cover of this gallery
gallery-cover-choose = Make it the cover
gallery-cover-set = This is the cover now.
gallery-send = Move to another place…
gallery-send-title = { $count ->
    [one] Where does this picture go?
   *[other] Where do these { $count } pictures go?
}
gallery-send-where = Places
gallery-send-nowhere = There is no other gallery or archive in which you may add something.
gallery-send-do = Move
gallery-sent = { $count ->
    [one] Moved to { $title }.
   *[other] { $count } pictures moved to { $title }.
}
gallery-download = Download
gallery-delete = Delete
gallery-delete-chosen = Delete these
gallery-deleted = { $count ->
    [one] The picture was deleted.
   *[other] { $count } pictures were deleted.
}
gallery-hide = Hide…
gallery-hide-title = Hide this picture?
gallery-hide-reason = Why?
gallery-hide-hint = Everybody reads this in its place. Only teachers can still bring the picture back.
gallery-hide-missing = Say why.
gallery-hidden = A teacher hid this picture.
gallery-show = Show it again
gallery-wordless = Nobody has said yet what this picture shows
gallery-reminder = { $count ->
    [one] One picture has no description for people who can’t see it.
   *[other] { $count } pictures have no description for people who can’t see them.
}
gallery-reminder-do = Write it
gallery-only-wordless = { $count ->
    [one] Only the one without a description
   *[other] Only the { $count } without a description
}
gallery-all-worded = Every picture has its description now. Thank you.
gallery-caption = Caption
gallery-caption-hint = What do you want to say about it?
gallery-no-caption = No caption yet
gallery-alt = What the picture shows
gallery-alt-hint = For people who can’t see it: who or what is there, and where?
gallery-alt-missing = still missing
gallery-saved = Saved
gallery-not-saved = Not saved yet
gallery-large = Pictures of { $title }
gallery-zoom = Zoom
gallery-previous = Picture before
gallery-next = Next picture
gallery-of = Picture { $at } of { $count }
gallery-by = { $name } · { $date }
gallery-picture-failed = This picture could not be loaded.
gallery-empty = Nothing hangs here yet
gallery-empty-invite = Add the first pictures: from your device, with the camera, or drag them in here. Large ones are made smaller, and where they were taken stays with you.
gallery-empty-wait = The first pictures appear here by themselves.
gallery-read-only = You can look at the pictures here, but not add any.
gallery-closed = This space is closed. You can still look at the pictures.
gallery-offline = No connection just now. You see the pictures as they were; everything else waits.
gallery-failed = The pictures could not be loaded

# Files: what goes wrong with them
error-file-too-large = This file has { $size } MB. A file can have { $limit } MB at most.
error-file-over-limit = This file is larger than { $limit } MB, and a file can’t be.
error-space-full = This space keeps { $limit } MB of files at most, and it is full. Delete files that nobody needs; what was deleted still counts for 30 days.
error-no-room = The server has no room left to keep this. Nothing was kept. Tell whoever runs it, and try again later.
error-file-name-missing = This file has no name that can be kept. Give it one first.
error-file-empty = There is nothing in this file.
error-file-kind = Files ending in { $ending } can’t be kept here. Put it into a ZIP if others need it.
error-file-not-so = What is in this file is something else than its name says. Open it on your device and save it again.
error-name-too-long = The name of a file can have { $most } characters at most.
error-not-a-form = No whole file arrived. Send it again.
error-one-file-at-a-time = Send one file at a time.
error-too-many-uploads = You are sending many files at once. The next one can follow in a moment.
error-unknown-upload = This file was not sent, or too long ago. Send it again.
error-unknown-version = This version is not kept any more.
error-unknown-file = This file is not there any more.
error-same-version = This version is the present one already.
error-same-place = It is there already.
error-no-files-here = Files can’t lie here.
error-place-full = { $most } files can lie in one place. Make another place for more.
error-file-hidden = This file is hidden.
error-file-shown = This file is not hidden.
error-bundle-too-large = At most { $most } files and { $limit } MB fit into one ZIP. Choose fewer.

## What hangs on notes and posts
error-picture-wanted = Please choose a picture.
attached-files = What is attached
attached-open = Open { $name }
attached-away = { $count ->
    [one] A file that you may not see, or that is gone
   *[other] { $count } files that you may not see, or that are gone
  }
attached-add-picture = Add a picture
attached-add-file = Attach a file
attached-attach = Attach
attached-take-off = Take off { $name }
attached-choose-picture = Choose a picture
attached-choose-file = Choose a file
attached-from = From where
attached-here = Here
attached-device = From this device
attached-no-picture = There are no pictures here.
attached-no-file = There are no files here.
attached-nowhere = This space has no gallery and no archive yet. A teacher can make one.

## Pages

error-page-renewed = This page was opened anew on the server. Load it again.
error-gap = Something that this change builds on has not arrived.
error-not-yours = This change claims to be somebody else's.
error-bad-update = This is no change that the editor makes.
error-page-full = This page is full. Begin a second one, or take something out.
error-unknown-node = A page cannot hold that.
error-too-many-versions = A page keeps at most { $most } versions.
page-kind = Web page
page-kind-hint = For example: What the rivers taught us, Our diary
page-text = The text of { $title }
page-placeholder = Write here …
page-empty = Nothing is written here yet.
page-more = More for this page
page-here = Also on this page
page-loading = Opening …
page-saved = Saved
page-saving = Saving …
page-unsaved = Not saved yet: you are offline
page-offline = Offline
page-reading = You are reading
page-outdated = This page uses something that is newer than your open window.
page-reload = Load the program again
page-too-large = That is too much at once. Put it in piece by piece.
page-print = Print
page-history = History
page-draft = These words were not saved
page-draft-copy = Copy
page-draft-copied = Copied.
page-draft-insert = Put them at the end
page-draft-drop = I don't need them
page-why-not-allowed = You may no longer write on this page. Your last words are kept here until you close it.
page-why-timed-out = A teacher has asked you to take a break. Your last words are kept here until you close it.
page-why-held-first = A teacher reads first what you write, and that does not work on a page. Your words are kept here until you close it.
page-why-closed = The space is closed. Your last words are kept here until you close it.
page-why-too-large = That was too much at once. Put it in piece by piece.
page-why-page-full = The page is full. Take something out, or begin a second page.
page-why-other = The server did not take them. You can copy them, or try once more.
page-tools = Text tools
page-undo = Undo
page-redo = Do it again
page-heading = Heading
page-subheading = Smaller heading
page-quote = Quote
page-bold = Bold
page-italic = Italic
page-underline = Underline
page-strike = Strike out
page-link = Link
page-list = List
page-numbers = Numbered list
page-picture = Picture
page-file = File
page-video = Video by link
page-table = Table
page-columns = Two columns, one for each school
page-line = Dividing line
page-row-add = Add a row
page-column-add = Add a column
page-row-remove = Remove the row
page-column-remove = Remove the column
page-table-remove = Remove the table
page-columns-remove = Remove the columns
page-insert = Insert
page-link-address = Address
page-link-wrong = That is no address that can be linked. It begins with https://
page-link-place = Or a place in this space
page-link-choose = Choose …
page-link-words = Words to show
page-link-remove = Remove the link
page-video-address = Address of the video
page-video-title = What it shows
page-alt = What the picture shows
page-alt-hint = For those who cannot see it.
page-history-back = Back to the page
page-versions = Versions
page-versions-none = No earlier version yet. One is kept when somebody goes on writing after ten minutes.
page-versions-older = Older versions
page-version-now = Now
page-version-kept = Kept by itself
page-version-named = Kept with a name
page-version-before-restore = Before a version was brought back
page-version-published = When it was published
page-version-keep = Keep this version
page-version-name = What to call it
page-version-name-hint = For example: Before the summer
page-version-drop = Delete this version for good
page-version-dropped = The version is deleted.
page-compare-now = What stands there now, and what is new since the last version.
page-compare-then = What has changed from this version until now: new words are underlined, gone ones struck out.
page-restore = Bring this version back
page-restored = The version is back. What stood there before is kept, too.
page-writers = Who wrote this
page-put-by = { $words }’s words, put here by { $put }
# Files on their way, in archives, galleries and pages
uploads-title = Files on their way
uploads-drop = Drop the files here
uploads-left =
    { $count ->
        [one] One file is on its way.
       *[other] { $count } files are on their way.
    }
uploads-failed =
    { $count ->
        [one] One file did not arrive.
       *[other] { $count } files did not arrive.
    }
uploads-done = Everything has arrived.
uploads-all = All files together
uploads-progress = How far { $name } is
uploads-waiting = Waiting for its turn
uploads-again = Send { $name } again
uploads-cancel = Don’t send { $name }
uploads-away = Forget { $name }
uploads-tidy = Put this list away
uploads-too-large = This file has { $size }. A file can have { $limit } at most.
uploads-space-full = This space keeps { $limit } of files at most, and this one does not fit any more. Delete files that nobody needs.

# File archives
archive-kind = File archive
archive-kind-hint = For example: Material, Finished work, Our measurements
archive-add = Add files
archive-add-first = Add the first file
archive-more = More for this archive
archive-zip = Download everything as ZIP
archive-deleted-files = Deleted files
archive-deleted-about = What was deleted can be put back for 30 days.
archive-deleted-none = Nothing was deleted here in the last 30 days.
archive-deleted-by = { $name } deleted it { $when } · { $size }
archive-restore = Put back
archive-restore-this = Put { $name } back
archive-offline = There is no connection. You see what was there before; what you send goes on when it is back.
archive-failed = These files can’t be shown now
archive-read-only = You can read and download here, but not add.
archive-closed = This space is closed. You can read and download.
archive-empty = No files yet
archive-empty-invite = Choose some, or drop them anywhere on this page. Everybody who may read here gets them at once.
archive-empty-wait = As soon as somebody adds one, you see it here.
archive-files =
    { $count ->
        [one] One file
       *[other] { $count } files
    }
archive-name = Name
archive-size = Size
archive-who = Who
archive-when = When
archive-do = What can be done
archive-sort = Sort by: { $by }
archive-sorted-up = Sorted by { $by }, from the start
archive-sorted-down = Sorted by { $by }, from the end
archive-choose = Choose { $name }
archive-choose-all = Choose all
archive-choose-none = Choose none
archive-chosen-title = Chosen files
archive-chosen =
    { $count ->
        [one] One file chosen · { $size }
       *[other] { $count } files chosen · { $size }
    }
archive-zip-chosen = Download as ZIP
archive-more-of = More for { $name }
archive-download = Download
archive-describe = Rename and describe…
archive-describe-title = Name and description
archive-name-missing = A file needs a name.
archive-description = Description
archive-alt = What the picture shows
archive-alt-hint = For people who can’t see it.
archive-replace = Replace with a newer version…
archive-replace-this = Newer version of { $name }
archive-versions = Earlier versions…
archive-versions-title = Versions
archive-version = Version { $number }
archive-version-now = Version { $number }, the present one
archive-version-by = { $name } · { $when } · { $size }
archive-version-download = Download version { $number }
archive-version-back = Bring back
archive-version-back-this = Bring version { $number } back
archive-move = Move…
archive-move-title =
    { $count ->
        [one] Where shall this file go?
       *[other] Where shall these { $count } files go?
    }
archive-move-where = Places that take files
archive-move-nowhere = There is no other place in which you may add files.
archive-move-do = Move
archive-moved =
    { $count ->
        [one] One file is now in { $place }.
       *[other] { $count } files are now in { $place }.
    }
archive-hide = Hide
archive-hide-title = Hide this file?
archive-hide-text = Nobody but the teachers can open it any more. That something was here stays to be seen.
archive-hide-why = Why
archive-hide-hint = Everybody reads this.
archive-hide-missing = Say why, in a few words.
archive-hidden = A teacher has hidden this file.
archive-show = Show again
archive-delete = Delete
archive-deleted =
    { $count ->
        [one] One file is deleted.
       *[other] { $count } files are deleted.
    }
archive-picture = Picture: { $name }
archive-preview-about = { $name } · { $when } · { $size }
archive-preview-back = The file before
archive-preview-next = The next file
archive-preview-at = { $at } of { $count }
archive-preview-failed = This file can’t be shown now. Download it instead.
archive-text-more = This is only the beginning. Download the file for all of it.

## Rights tables, previews, and seeing the space as somebody else

error-rights-changed-meanwhile = Somebody else has changed this table meanwhile. Look at it again first.
error-person-or-role = Ask about a person or about a role.

rights-menu = Rights…
rights-title = Rights in { $place }
rights-who = Who
rights-read = read
rights-add = add
rights-edit = edit
rights-delete = delete
rights-publish = publish
rights-all = all
rights-everything = everything
rights-unseen = does not see this
rights-why = Why?
rights-why-me = What may I do here?
rights-why-of = Why may { $name } do this?
rights-why-at = Why, in { $place }?
rights-role-rows =
    { $role ->
        [teacher] Teachers
        [pupil] Pupils
       *[guest] Guests
    }
rights-elsewhere = Without a school
rights-unknown = Somebody who is not here any more
rights-left = not in the space any more
rights-administrator = administrator: all rights, always
rights-remove = Remove the row of { $name }
rights-whose = Whose table holds here
rights-inherits = As around it
rights-inherits-from = The table of “{ $place }” holds here too, also when it changes.
rights-own-table = A table of its own
rights-own-table-hint = What you tick here holds here, and in everything inside that has no table of its own.
rights-shown-from = You see the table of “{ $place }”.
rights-open-above = Open the table of { $place }
rights-root-hint = This table holds everywhere in the space where no other does. A row for one person restricts that person everywhere.
rights-read-only = You can look at this table. Administrators change it.
rights-closed = This space is closed: its tables can be looked at, not changed.
rights-fixed = These rights come with this kind of room: who was invited, and nobody else. They can’t be changed.
rights-add-hint = A row for one person goes before the row of their role.
rights-add-person = Add a person
rights-find = Find a person
rights-add-do = Add
rights-add-one = Add { $name }
rights-has-row = has a row
rights-found = { $count ->
        [0] Nobody found
        [one] One person found
       *[other] { $count } persons found
    }
rights-more-found = And { $count } more: type more of the name.
rights-nobody-found = Nobody here is called so.
rights-keys = In the table the arrow keys go from box to box; the question mark tells why.
rights-look = See what changes…
rights-back = Back to the table
rights-send = Set these rights
rights-saved = The rights in { $place } are set
rights-dropped = The changes were not sent
rights-meanwhile = Somebody else has changed this table while you were looking at it.
rights-meanwhile-take = Show the new table
rights-meanwhile-keep = Put my changes on top of it
rights-preview-title = What this changes
rights-preview-same = Nothing: the table is as it was.
rights-preview-nobody = Nothing changes for anybody who is here now.
rights-loses = { $count ->
        [one] { $who } loses { $rights }.
       *[other] { $who } lose { $rights }.
    }
rights-gains = { $count ->
        [one] { $who } gains { $rights }.
       *[other] { $who } gain { $rights }.
    }
rights-all-of-role =
    { $role ->
        [teacher] all { $count } teachers
        [pupil] all { $count } pupils
       *[guest] all { $count } guests
    }
rights-all-of-school =
    { $role ->
        [teacher] all { $count } teachers of { $school }
        [pupil] all { $count } pupils of { $school }
       *[guest] all { $count } guests of { $school }
    }
rights-some-of-role =
    { $role ->
        [teacher] { $count } more teachers
        [pupil] { $count } more pupils
       *[guest] { $count } more guests
    }
rights-some-of-school =
    { $role ->
        [teacher] { $count } more teachers of { $school }
        [pupil] { $count } more pupils of { $school }
       *[guest] { $count } more guests of { $school }
    }
rights-in-places = { $count ->
        [one] in one place
       *[other] in { $count } places
    }
rights-and-more = and { $count } more
rights-more-shifts = And { $count } more changes.
rights-name-everybody = Name all { $count } persons
rights-act-of =
    { $right ->
        [read] read
        [add] add things
        [edit] change things of others
        [delete] delete things of others
        [publish] publish
       *[moderate] keep order
    }
rights-may = { $name } may { rights-act-of } here
rights-may-not = { $name } may not { rights-act-of } here
rights-they-may = { $name } may { rights-act-of } here
rights-they-may-not = { $name } may not { rights-act-of } here
rights-i-may = You may { rights-act-of } here
rights-i-may-not = You may not { rights-act-of } here
rights-own-mine = { $right ->
        [edit] What you made yourself you may change.
       *[delete] What you made yourself you may delete.
    }
rights-own-theirs = { $right ->
        [edit] What they made themselves they may change.
       *[delete] What they made themselves they may delete.
    }
rights-why-title = { $name } in { $place }
rights-why-title-me = What I may do in { $place }
rights-why-role-note = This is about somebody without a row of their own, as it is now.
rights-as-it-is = This is how it is now, before your changes.
rights-member-menu = Rights…
rights-member-title = Rights of { $name }
rights-member-administrator = { $name } is an administrator. Administrators always have all rights everywhere in their space; no table takes them away.
rights-member-whose = Which rights { $name } has in this space
rights-member-role =
    { $role ->
        [teacher] The same as all teachers
        [pupil] The same as all pupils
       *[guest] The same as all guests
    }
rights-member-role-hint = The tables of the places say what { $name } may do.
rights-member-own = A row only for { $name }
rights-member-own-hint = What is not ticked is refused everywhere in this space, unless a place has a row for this very person.
rights-member-saved = The rights of { $name } are set
rights-member-where = What { $name } may do where
rights-see-as = See the space as
rights-see-as-menu = See the space as they do
rights-see-as-back = Back
rights-you-see-as = You see this as { $name }.
rights-you-see-as-hint = You can only look. Nothing is sent in their name, and nothing counts as read.
rights-somebody = Somebody
rights-some =
    { $role ->
        [teacher] a teacher
        [pupil] a pupil
       *[guest] a guest
    }
rights-stranger = a stranger
rights-places-of = Places as { $name } gets them
rights-may-here = What { $name } may do here:
rights-inside = What is inside
rights-sees-nothing = Here is nothing that { $name } sees
rights-sees-nothing-stranger = A stranger sees what is published, and nothing else.

# About somebody else than the reader.
why-of-closed = This space is closed. Everything in it can still be read.
why-of-own-item = What this person made here they may change and delete, as long as they may add things here.
why-of-own-item-needs-add = What this person made here they may only change or delete as long as they may add things here.
why-of-timed-out = This person has a time-out. They can still read everything.
why-of-held-first = A teacher looks first at what this person writes.
why-of-room-over = This session is over. What was said can still be read.
why-of-room-without-any-teacher = Writing is possible here as soon as a teacher is in this room.
why-of-room-without-each-teacher = Writing is possible here as soon as a teacher of each school is in this room.
why-of-not-invited = This person was not invited to this session.

## The tree: folders, moving, the bin

why-binned-it = Whoever put something into the bin may take it out again.
why-move-changes-rights = By this move other people could see or do other things here. Only an administrator may move it there.
error-nothing-to-change = Nothing was given that could be changed.
error-into-itself = A place can’t be moved into itself or into something that is inside it.
error-there-already = It stands there already.

## Publishing and consent

error-not-publishable = Only pages, galleries, archives and folders can be published.
error-not-public = This is not public at present.
error-nothing-public = Nothing of this space is public yet.
error-end-not-ahead = Choose an end that lies ahead, within ten years.
error-publish-yourself = You may publish this yourself.
error-already-proposed = This has been proposed already.
error-already-answered = This proposal has been answered already.
why-consent-by-own-teachers = Teachers of the pupil’s own school keep what may be shown of them.
why-consent-by-oneself = Grown-ups decide for themselves what may be shown of them.
why-publishing-needs-an-adult = Publishing needs a grown-up. You can propose it.
why-shows-files-of-others = It shows files from a place where you may not publish.
why-published-stays = This is public. Take it back first, or ask somebody who may delete here.
bell-proposal = { $who } proposes to publish “{ $place }”
bell-proposal-answered = There is an answer to your proposal to publish “{ $place }”

publish-open = Publish
publish-open-public = Public
publish-propose-open = Propose to publish
publish-title = Publish “{ $title }”
publish-step-what = What
publish-step-look = What a stranger sees
publish-step-do = Publish
publish-next = Next
publish-back = Back
publish-looking = Looking at it with a stranger’s eyes…
publish-what-lead = Strangers will read it at an address of its own, as it is now. What you change later stays inside until you publish again.
publish-language = It is written in
publish-language-hint = The word for a pupil who may not be named is in this language too.
publish-fine = Nothing stands in the way.
publish-names =
    { $count ->
        [one] One name is shortened
       *[other] { $count } names are shortened
    }
publish-name-line = “{ $was }” becomes “{ $shown }”
publish-held =
    { $count ->
        [one] One file is held back
       *[other] { $count } files are held back
    }
publish-held-nobody-said = Nobody has said who is in it.
publish-held-no-consent = Not everybody in it may be seen in public: { $people }.
publish-held-gone = It is not there any more, or you may not see it.
publish-held-not-yours = It lies where you may not publish.
publish-held-unnamed = A file
publish-say-who = Say who is in it
publish-links =
    { $count ->
        [one] One link leads strangers nowhere
       *[other] { $count } links lead strangers nowhere
    }
publish-links-hint = They lead to places that are not public. The words stay, the link goes.
publish-alts =
    { $count ->
        [one] One picture has no description
       *[other] { $count } pictures have no description
    }
publish-alts-hint = Who can’t see a picture hears its description.
publish-mails =
    { $count ->
        [one] One mail address will be readable by everybody
       *[other] { $count } mail addresses will be readable by everybody
    }
publish-inside = The folder’s public page lists what is public in it
publish-inside-none = Nothing in it is public yet.
publish-inside-public = public
publish-inside-not = not public
publish-frame = How a stranger sees it
publish-frame-phone = As on a phone
publish-do-lead = Look once more: names, faces, addresses. Then it is public.
publish-until = Ends by itself
publish-until-none = Never
publish-until-day = On a day
publish-until-label = Last day
publish-until-wrong = Choose a day that lies ahead.
publish-do = Publish
publish-again = Publish again
publish-done = “{ $title }” is public now.
publish-blocked = You can’t publish this: it shows files from a place where you may not publish.
publish-state-public = Public since { $date }
publish-state-until = until { $date }
publish-state-changed = Changed here since. Strangers still read what was published.
publish-copy = Copy the address
publish-copied = The address was copied.
publish-visit = Look at it
publish-qr = QR code
publish-qr-alt = QR code with the address of “{ $title }”
publish-qr-hint = To print or to show on the board. The address stays the same when you publish again.
publish-take-back = Take back
publish-take-back-title = Take “{ $title }” back?
publish-take-back-text = The page, its files and its pictures are closed to strangers at once. The address stays kept for it.
publish-taken-back = “{ $title }” is not public any more.
publish-propose = Propose
publish-propose-title = Propose to publish “{ $title }”
publish-propose-lead = Somebody who may publish looks at it and answers you.
publish-propose-word = A word with it
publish-proposed = Proposed. You will hear of it.
publish-nothing = You may not publish this. Ask an administrator of the space.
publish-list-title = Everything public
publish-list-lead = What strangers can read of this space.
publish-list-empty = Nothing of this space is public. Publish a page, a gallery, an archive or a folder from its own menu.
publish-list-home = The public start page
publish-list-by = by { $name }
publish-list-held =
    { $count ->
        [one] One file is not shown at present: somebody’s consent is missing.
       *[other] { $count } files are not shown at present: somebody’s consent is missing.
    }
publish-list-menu = What you can do with { $title }
publish-list-failed = What is public could not be fetched.
publish-search-engines = Let search engines find it
publish-search-engines-hint = Off, only those find it who have the address.
publish-search-engines-saved = Saved.
publish-queue = Waiting to be published
publish-queue-line = { $name } proposes to publish “{ $title }”
publish-queue-look = Look and publish
publish-queue-no = Say no
publish-queue-no-title = Why not yet?
publish-queue-no-word = What should change first?
publish-queue-answered = Answered.
publish-queue-mine = Your proposals
publish-queue-withdraw = Withdraw
publish-queue-open = Not answered yet
publish-queue-published = Published
publish-queue-refused = Not yet
publish-queue-withdrawn = Withdrawn
publish-check-title = Pictures to check
publish-check-lead = In these pictures is somebody who may not be seen in pictures inside the space.
who-title = Who is in this picture?
who-lead = Tick everybody who can be recognised. Without this the picture is never shown to strangers.
who-nobody = Nobody can be recognised
who-save = That is right
who-saved = Noted who is in it.
who-no-public = may not be seen in public
who-no-inside = may not be seen in pictures
who-missing = Tick somebody, or say that nobody can be recognised.
consent-title = What may be shown of { $name }
consent-open = What may be shown
consent-lead-pupil = As the parents have signed it on paper, for this space.
consent-lead-own = You decide for yourself, for this space.
consent-photo-inside = May be seen in pictures inside the space
consent-photo-public = May be seen in public pictures
consent-name-public = May be called by first name in public
consent-hint = Taking something back takes effect at once, also on what is public already.
consent-since = Last kept by { $name } on { $date }
consent-saved = Kept for { $name }.
consent-closed = The space is closed: you can take back, not allow.

# Files on their way, in archives, galleries and pages

# File archives
error-not-a-picture = Only of pictures and films one says who is in them.

# File archives
place-rights = Rights
place-add = Add
place-properties = Properties
place-hours = When open
place-move = Move
place-delete = Delete
place-actions = What you can do with “{ $title }”
place-path = Where this is
place-new-folder = New folder
place-add-title = Add something
place-add-five = To keep and to show
place-add-rooms = To meet
place-add-where = Where does it go?
place-top = { $space } (at the top)
place-description = What is it for?
place-description-left = { $count ->
        [one] One character left
       *[other] { $count } characters left
    }
place-sign = A sign to know it by
place-properties-title = Properties of “{ $title }”
place-changed = Saved.
place-move-title = Move “{ $title }”
place-move-where = Where to?
place-move-do = Move it there
place-move-same = Nobody’s rights change by this.
place-move-warning = By this move some people can see or do other things.
place-move-not-yours = By this move other people could see or do other things. Only an administrator may move it there.
place-moved = “{ $title }” is in “{ $to }” now.
folder-kind = Folder
folder-kind-hint = Holds other places, and gives them their order and their rights.
folder-inside = { $count ->
        [one] one place inside
       *[other] { $count } places inside
    }
folder-empty = Nothing in here yet
folder-empty-invite = Put the first thing in: pictures, files, a page, or another folder.
folder-empty-wait = When something is put in here, you will see it at once.
folder-add-first = Add the first
bin-lead = What was deleted stays here for 30 days, with everything inside it and its rights. Then it is gone for ever.
bin-lead-mine = What you have deleted stays here for 30 days, with everything inside it. Then it is gone for ever.
bin-by = { $who } put it here { $when }.
bin-somebody = Somebody who is not here any more
bin-from = It was in “{ $place }”
bin-from-top = It was at the top
bin-days = { $count ->
        [0] goes today
        [one] one day left
       *[other] { $count } days left
    }
bin-parent-binned = “{ $place }”, where it was, is in the bin too.
bin-elsewhere = Put back elsewhere…
bin-elsewhere-title = Where shall “{ $title }” go?
bin-restore-label = Put back “{ $title }”
bin-erase-label = Delete “{ $title }” for ever
bin-erase = Delete for ever
bin-erase-title = Delete “{ $title }” for ever?
bin-erase-text = { $count ->
        [one] It goes with all that is in it. Nobody can bring it back.
       *[other] It goes with all that is in it, { $count } places together. Nobody can bring it back.
    }
bin-erase-do = Delete for ever
bin-erased = “{ $title }” is gone.
bin-more = Show older
bin-empty-text = What is deleted can be put back from here.
place-sign-none = No sign
place-sign-bird = Bird
place-sign-book = Book
place-sign-bulb = Light bulb
place-sign-camera = Camera
place-sign-compass = Compass
place-sign-fish = Fish
place-sign-flask = Flask
place-sign-globe = Globe
place-sign-heart = Heart
place-sign-house = House
place-sign-languages = Languages
place-sign-leaf = Leaf
place-sign-map = Map
place-sign-mountain = Mountain
place-sign-music = Music
place-sign-palette = Palette
place-sign-puzzle = Puzzle
place-sign-rocket = Rocket
place-sign-school = School
place-sign-star = Star
place-sign-sun = Sun
place-sign-tree = Tree
place-sign-trophy = Trophy
place-sign-waves = Waves

## Support organisations

error-no-such-desk = This country has no support organisation here yet.

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
setup-password-hint = Ten characters or more. A short sentence is good, and easy to keep in mind.
setup-password-short = This is too short: ten characters or more.
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
installation-lead = { $version } at { $address }
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
installation-people = People
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
installation-school-hue-lagoon = Lagoon
installation-school-hue-marigold = Marigold
installation-school-hue-coral = Coral
installation-school-hue-leaf = Leaf
installation-school-hue-plum = Plum
installation-school-hue-sky = Sky
installation-school-missing = Fill this in.
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
installation-desk-change = Change the name
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
