
## Frame

frame-skip = Skip to the main part
frame-close = Close
frame-cancel = Cancel
frame-missing = Fill this in.
frame-choose = Choose one first.
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
frame-window-lost = This window could not be loaded
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
signin-demo-teacher = Teacher
signin-demo-pupil = Pupil
signin-demo-outsider = Teacher elsewhere
signin-demo-support = Approves
signin-demo-operator = Runs the server
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
spaces-empty-teacher = A space opens with a project. Find a partner under My contacts, and found a project together. Or let a colleague invite you into theirs.
spaces-empty-claimed = { $school } has yet to confirm that you work there. You hear it by your bell and by mail. You can look around and find contacts already.
spaces-empty-operator = You run this server: schools, people and support stand under “This installation”. Teachers begin spaces themselves, with a project.

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
space-sky-label-town = { $town }: { $time }, { $sky }

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
team-add-lead = Somebody who has an account here already.
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
team-remove = Remove from the space
team-remove-title = Remove { $name } from the space?
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
error-own-school-alone = Only a teacher can bring a school of their own, and then no other.
error-own-school-unsure = You can't bring this school: it has to be checked, and it has to have confirmed you.
error-inviter-no-administrator = Whoever invited you does not administer this space any more. Ask for a new invitation.
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
error-unknown-group = This group is no more, or there is nobody in it.
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
sessions-minutes-wrong = A number from 5 to 480.
sessions-slots = Everybody is at school:
sessions-people = With whom?
sessions-everybody = Everybody
sessions-groups = Groups
sessions-in-group = with { $group }
sessions-groups-hint = Those who are in the group when you ask are invited.
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
letters-lost-group = a group that is no more
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
letters-many = Schools and roles
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
