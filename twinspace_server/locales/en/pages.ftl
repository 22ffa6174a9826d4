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
place-more = More
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
