// What the calendar gets over the wire, and what its views draw. Nothing here runs.

import type { Thing } from '../../wire/shapes';

export type EventType = 'holiday' | 'activity' | 'deadline' | 'session';

/** Something planned: days (the last one included), or local times of `zone`. */
export interface CalendarEvent extends Thing {
  kind: 'calendar_event';
  seq: number;
  author: string;
  at: string;
  changed_at: string;
  title: string;
  description: string;
  type: EventType;
  school: string | null;
  link: string | null;
  starts: string;
  ends: string;
  zone: string | null;
  repeat: string | null;
  skips: string[];
  last: string | null;
}

/** One time that an event happens; `at` and `until` are moments in UTC, null for whole days. */
export interface Occurrence {
  event: string;
  starts: string;
  ends: string;
  at: string | null;
  until: string | null;
}

export interface Times {
  events: CalendarEvent[];
  occurrences: Occurrence[];
  rest: string | null;
  seq: number;
}

/** An occurrence on the reader's clock: its first and last day there, and for times the minutes of those days. */
export interface Shown {
  key: string;
  event: CalendarEvent;
  occurrence: Occurrence;
  first: string;
  last: string;
  from: number;
  to: number;
}

export type Scope = 'all' | 'one' | 'following';
