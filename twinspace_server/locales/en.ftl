
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
signin-name = User name or e-mail address
signin-password = Password
signin-show = Show the password
signin-caps = Caps lock is on.
signin-do = Sign in
signin-doing = Signing in…
signin-name-missing = Type your user name or e-mail address.
signin-password-missing = Type your password.
signin-wrong = This name and this password do not belong together. Check the typing.
signin-forgotten = Forgotten your password?
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

## Signing in safely: the second step, passkeys, single sign-on

error-wrong-code = This code is not right, or it was used already. Wait for the next one and try again.
error-wrong-password = This is not your password.
error-wrong-passkey = This passkey is not known here.
error-sign-in-over = That took too long, or there were too many wrong tries. Start signing in again.
error-confirm-first = First show that it is really you.
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
error-school-in-use = This school has people in a space already, so it can’t be joined to another.

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
register-done-text = You belong to it now, officially.
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
hue-leaf = Leaf
hue-plum = Plum
hue-sky = Sky

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
account-teaching-lead = For statistics only; it is not shown to anybody.
account-wishes-lead = They help others to find you.
account-kept = It is kept.
attachment-claimed = Waits for a word of the school.
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

error-wrong-card = This card and these pictures do not belong together. Look at your card and try again.
error-changed-meanwhile = Somebody changed this just now. Try again.
error-username-guessable = User names of pupils end in four letters or digits of chance. Take the one that is proposed.
error-too-many-groups = A space has room for { $most } groups.
error-invited-already = Somebody with this address is invited already. You can send the mail again.
error-too-many-invitations = { $most } invitations are waiting already. Take some back first.
error-link-is-dead = This link no longer works. Ask for a new one.
why-pupils-by-own-teachers = Only confirmed teachers of the pupil's own school look after passwords, names and cards.
why-pupils-by-confirmed-teachers = Only somebody who is confirmed as a teacher of this school adds its pupils.
why-card-outside-hours = This card works only during lessons.
mail-invited-subject = { $by } invites you to { $space }
mail-invited-text =
    { $by } invites you to work together in “{ $space }”.

    Open the link within seven days. It works once, and only for you: do not pass this mail on.
mail-invited-button = See the invitation

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
pupils-row = Row { $number }
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
cards-without = Who has no card
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

invite-open = Invite a grown-up
invite-title = Invite a grown-up
invite-lead = They get a mail with a link that works once, for seven days.
invite-email = Mail address
invite-email-missing = Type the mail address.
invite-as = As
invite-teacher-hint = Of a school of this space.
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
invited-password-hint = At least 10 characters. Long ones are good.
invited-password-short = Take at least 10 characters.
invited-missing = Fill this in.
invited-make = Make my account and join

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
groups-hue = Colour
groups-hue-lagoon = Lagoon
groups-hue-marigold = Marigold
groups-hue-coral = Coral
groups-hue-leaf = Leaf green
groups-hue-plum = Plum
groups-hue-sky = Sky blue
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
contacts-search-clear = Empty the search
contacts-country = Country
contacts-anywhere = Everywhere
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
projects-close-do = Close
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
projects-form-missing = Please fill this in.
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
settings-colours = Colours of the schools
settings-colours-text = Colour and shape show who speaks. Choose one that another school has, and the two exchange.
settings-hue-lagoon = Lagoon
settings-hue-marigold = Marigold
settings-hue-coral = Coral
settings-hue-leaf = Leaf
settings-hue-plum = Plum
settings-hue-sky = Sky
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
settings-copy = Copy
settings-copy-of = Take a copy of what is kept of { $name }
settings-erase = Erase…
settings-erase-of = Erase { $name }
settings-not-confirmed = Only teachers whom their school has confirmed can do this.
settings-leave-text = You hear nothing of this space any more. What you made stays.
claims-title-desk = People who wait for a school’s word

## Registering with an address for which a provider has vouched

register-email-vouched = This address is confirmed already.
register-go-on = Go on
