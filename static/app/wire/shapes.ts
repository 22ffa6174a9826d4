// The shapes that go over the wire, written by hand until `types.ts` is generated from the server's schema.
// Everything in the app that speaks of people, places or messages means these. Nothing here runs.
// Moments are RFC 3339 in UTC with milliseconds; ids are opaque text.

export type Hue = 'lagoon' | 'marigold' | 'coral' | 'leaf' | 'plum' | 'sky';
export type Role = 'teacher' | 'pupil' | 'guest';
export type May = 'read' | 'add' | 'edit' | 'delete' | 'publish' | 'moderate';

/** An account as its owner sees it; on the desk it is an item. */
export interface Me {
  kind: 'person';
  id: string;
  name: string;
  username: string;
  language: 'en' | 'nl' | null;
  zone: string | null;
  adult: boolean;
  operator: boolean;
  desk: string;
  /** One's own alone; pupils often have none. */
  email?: string | null;
  /** My photo, at `/faces/<portrait>`. */
  portrait?: string | null;
}

export interface School {
  kind: 'school';
  id: string;
  name: string;
  town: string;
  country: string;
  zone: string;
  hue: Hue;
}

export interface SpaceItem {
  kind: 'space';
  id: string;
  name: string;
  description: string;
  closed_at: string | null;
  schools: School[];
  /** So many months after it was closed it is erased; and when that is. */
  months: number;
  ends_at: string | null;
  /** Its picture, at `/covers/<cover>`; without one its skies are shown. */
  cover?: string | null;
}

export interface Place {
  kind: 'place';
  id: string;
  parent: string | null;
  type: string;
  title: string;
  own_table: boolean;
  may: May[];
  /** The two of a room of two. */
  people?: string[];
  author: string;
  description: string;
  /** The name of a sign, or nothing. */
  icon: string;
  /** Where strangers read it; nothing while it is not public. */
  published?: { address: string; at: string; until: string | null; changed: boolean } | null;
}

export type GateState =
  'proposed' | 'lapsed' | 'cancelled' | 'ended' | 'policy' | 'before' | 'soon' | 'open' | 'quiet' | 'outside' | 'over';

/** From one time of day to a later one, each week on this day; 0 is Monday, and an end may be 24:00. */
export interface Stretch {
  day: number;
  from: string;
  to: string;
}

export type Teachers = 'none' | 'any' | 'each';

/** What a space allows its pupils; `id` is the space. */
/** Some members of a space under a name; `folder` and `room` are places of theirs that I may read. */
export interface Group {
  kind: 'group';
  id: string;
  name: string;
  hue: Hue;
  persons: string[];
  folder: string | null;
  room: string | null;
}

export interface Policies {
  kind: 'policies';
  id: string;
  pupils_pair: boolean;
  pupils_book: boolean;
  teachers: Teachers;
}

/** A school's lesson hours by its own clock; `id` is the school. */
export interface SchoolHours {
  kind: 'school_hours';
  id: string;
  week: Stretch[];
}

/** When one may write in a room and how it stands; `id` is the room. In `missing` an empty name means any teacher. */
export interface RoomGate {
  kind: 'gate';
  id: string;
  opens_at: string | null;
  closes_at: string | null;
  hours: { zone: string; week: Stretch[] } | null;
  teachers: Teachers;
  state: GateState;
  missing: string[];
}

/** A booked session as it was agreed; `id` is its room. */
export interface ChatSession {
  kind: 'chat_session';
  id: string;
  space: string;
  subject: string;
  note: string;
  by: string;
  start: string;
  end: string | null;
  minutes: number | null;
  zone: string;
  extra: number;
  reason: string | null;
  people: string[];
  accepted: number;
  declined: number;
  changed_at: string | null;
}

/** A row of `session.invitations`. */
export interface Invitation {
  session: ChatSession;
  gate: RoomGate;
  space_name: string;
  by_name: string;
  schools: School[];
}

export interface SessionAnswer {
  kind: 'session_answer';
  id: string;
  session: string;
  person: string;
  asked_by: string;
  answer: 'accepted' | 'declined';
  word: string;
  at: string;
}

export interface Member {
  kind: 'member';
  id: string;
  name: string;
  role: Role;
  administrator: boolean;
  school: string | null;
  left: boolean;
  adult: boolean;
  /** Their photo, where this space may see it. */
  portrait?: string | null;
}

export interface Reaction {
  emoji: string;
  by: string[];
}

export interface Message {
  kind: 'message';
  id: string;
  place: string;
  seq: number;
  at: string;
  author: string;
  text: string;
  reply_to: string | null;
  edited_at: string | null;
  state: 'said' | 'withdrawn' | 'hidden';
  reason: string | null;
  reactions: Reaction[];
}

export interface Original {
  kind: 'original';
  id: string;
  place: string;
  message: string;
  text: string;
  at: string;
  why: 'edited' | 'withdrawn' | 'hidden';
  by: string;
}

export interface Mark {
  kind: 'mark';
  id: string;
  space: string;
  seq: number;
}

export interface Session {
  kind: 'session';
  id: string;
  type: 'browser' | 'token';
  name: string;
  created_at: string;
  used_at: string;
  expires_at: string;
}

/** An item of a channel that has a shelf. One that counts as new carries its number and its author. */
export interface Thing {
  kind: string;
  id: string;
  place: string;
  seq?: number;
  author?: string;
}

/** A letter; `to` is whom the sender chose (`everybody`, `role:…`, `school:…`, `person:…`). */
export interface Letter {
  kind: 'letter';
  id: string;
  place: string;
  number: number;
  at: string;
  author: string;
  to: string[];
  reached: number;
  subject: string;
  text: string;
  thread: string;
  reply_to: string | null;
  with_pupil: boolean;
  state: 'sent' | 'hidden';
  reason: string | null;
}

/** What a hidden letter said, for those who may know. */
export interface LetterOriginal {
  kind: 'letter_original';
  id: string;
  place: string;
  letter: string;
  subject: string;
  text: string;
  at: string;
  by: string;
}

/** What a letter is to me; `id` is the letter. */
export interface LetterSlip {
  kind: 'letter_slip';
  id: string;
  space: string;
  box: 'inbox' | 'sent';
  read: boolean;
  removed: boolean;
}

export interface LetterDraft {
  kind: 'letter_draft';
  id: string;
  space: string;
  to: string[];
  subject: string;
  text: string;
  reply_to: string | null;
  at: string;
}

/** What the bell tells: it names, and never quotes. */
export interface Notification {
  kind: 'notification';
  id: string;
  what: string;
  space: string;
  space_name: string;
  place: string;
  place_title: string;
  item: string;
  item_kind: string;
  about: string;
  count: number;
  by: string[];
  names: string[];
  at: string;
  read: boolean;
}

export type ContactState = 'asked_me' | 'waiting' | 'accepted';

/** Another adult, as I see them; `person` is theirs, `id` names the two of us. */
export interface Contact {
  kind: 'contact';
  id: string;
  person: string;
  name: string;
  state: ContactState;
  word: string;
  at: string;
  schools: School[];
}

/** A row of `contacts.search`. */
export interface FoundPerson {
  person: string;
  name: string;
  schools: School[];
  state: ContactState | null;
}

export interface MySchool {
  school: School;
  confirmed: boolean;
}

export type ProjectState =
  'awaiting_partner' | 'awaiting_support' | 'more_information' | 'opening' | 'active' | 'closed' | 'declined' | 'withdrawn';
export type ProjectMark = 'founder' | 'administrator' | 'member' | 'invited';

export interface ProjectPerson {
  person: string;
  name: string;
  school: School | null;
  mark: ProjectMark;
  administrator: boolean;
  said: boolean;
  here: boolean;
}

export interface ProjectDecision {
  country: string;
  organisation: string;
  said: 'waiting' | 'question' | 'approved' | 'declined';
  word: string;
  answer: string;
}

export interface ProjectStep {
  what: string;
  name: string;
  country: string;
  word: string;
  at: string;
}

/** What founders write, and what is fixed when they register. Days are local dates: 2026-09-01. */
export interface ProjectForm {
  id: string;
  title: string;
  description: string;
  subjects: string[];
  ages_from: number;
  ages_to: number;
  languages: string[];
  start: string;
  end: string;
  european: boolean;
  countries: string[];
  made_at: string;
  changed_at: string;
  state: ProjectState;
  decisions: ProjectDecision[];
}

/** A project as I see it; once it is active its space has the same id. */
export interface Project extends ProjectForm {
  kind: 'project';
  mine: ProjectMark;
  by: string;
  reason: string;
  people: ProjectPerson[];
  steps: ProjectStep[];
  /** Its folder for the diary, while it is there. */
  diary?: string | null;
}

/** A project on which I decide for a support organisation. */
export interface ProjectCase extends ProjectForm {
  kind: 'project_case';
  founders: { name: string; school: School; attachment: 'claimed' | 'confirmed' | 'refused' }[];
  decides: string[];
  waits: boolean;
}

/** What holds a member back; `id` is the person's. Without a time-out, or after it, `until` is past or null. */
export interface Restraint {
  kind: 'restraint';
  id: string;
  until: string | null;
  reason: string | null;
  held: boolean;
}

/** Words that wait for a teacher, or were refused with a reason; `method` is what their author wanted to do with them. */
export interface Waiting {
  kind: 'waiting';
  id: string;
  place: string;
  author: string;
  method: string;
  words: string[];
  at: string;
  state: 'waiting' | 'refused';
  reason: string | null;
}

export type Decision = 'nothing' | 'talked' | 'hidden' | 'time_out' | 'passed_on';

/** That something was reported; `about` made it, `readers` counts those who may read the report apart from the reporter. */
export interface Report {
  kind: 'report';
  id: string;
  place: string;
  item_kind: string;
  item: string;
  about: string | null;
  by: string;
  at: string;
  word: string;
  state: 'open' | 'closed';
  decision: Decision | null;
  answer: string;
  closed_by: string | null;
  closed_at: string | null;
  readers: number;
}

export interface MailChoice {
  kind: 'mail_choice';
  id: string;
  address: string | null;
  letters: boolean;
}

export type Item =
  | Group
  | Letter
  | LetterOriginal
  | LetterSlip
  | LetterDraft
  | Notification
  | Contact
  | Project
  | ProjectCase
  | MailChoice
  | Restraint
  | Waiting
  | Report
  | Me
  | SpaceItem
  | Place
  | Member
  | School
  | Message
  | Original
  | Mark
  | Session
  | RoomGate
  | Policies
  | SchoolHours
  | ChatSession
  | SessionAnswer;

/** One event of a space's log, or one of the unnumbered ones (presence), as the server tells it. */
export interface WireEvent {
  space: string;
  event: string;
  seq?: number;
  bookmark?: string;
  place?: string | null;
  by?: string | null;
  at?: string;
  put?: Item[];
  gone?: { kind: string; id: string }[];
  here?: string[];
  item?: Place;
}

export interface Unread {
  count: number;
  mark: number;
}

export interface Listened {
  fresh: true;
  seq: number;
  bookmark: string;
  space: SpaceItem;
  me: Member;
  places: Place[];
  members: Member[];
  unread: Record<string, Unread>;
  here: Record<string, string[]>;
  gates?: RoomGate[];
  restraints?: Restraint[];
  more: boolean;
}

export interface Resumed {
  fresh: false;
  seq: number;
  bookmark: string;
}

export interface OpenedPlace {
  place: Place;
  items: Message[];
  also: Message[];
  originals: Original[];
  gate?: RoomGate | null;
  read_along?: string[];
  mark: number;
  here: string[];
  more: boolean;
  seq: number;
  bookmark: string;
}

export interface History {
  messages: Message[];
  also: Message[];
  originals: Original[];
  more: boolean;
}

/** A row of `spaces.mine`. */
export interface MySpace {
  space: SpaceItem;
  role: Role;
  administrator: boolean;
  unread: number;
  people: number;
  last_at: string | null;
}
