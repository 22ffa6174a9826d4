// What the server answers about rights, and a row of a table as a sum: quick to compare, and small for 1,000 boxes.
// Pure. What a table means is the server's to say; here is only how a row is ticked.

import type { Reason } from '../../wire/error';
import type { Place, Role } from '../../wire/shapes';

export const RIGHTS = ['read', 'add', 'edit', 'delete', 'publish'] as const;
export type Right = (typeof RIGHTS)[number];
export const ALL = 31;
const READ = 1;

export interface Row {
  subject: string;
  rights: Right[];
}

export interface Table {
  own_table: boolean;
  at: string;
  rows: Row[];
  above: { at: string; rows: Row[] } | null;
  fixed: boolean;
  version: string;
}

export interface Crowd {
  role: Role;
  school: string | null;
  count: number;
  all: boolean;
}

export interface Shift {
  gains: Right[];
  loses: Right[];
  people: { id: string; name: string }[];
  crowds: Crowd[];
  count: number;
  places: string[];
  count_places: number;
}

export interface Previewed {
  same: boolean;
  shifts: Shift[];
  count: number;
  more: number;
}

export interface Explained {
  allowed: boolean;
  why: Reason[];
}

export interface Explanation {
  rights: Record<Right | 'moderate', Explained>;
  own: Record<'edit' | 'delete', Explained>;
}

export interface Seen {
  places: Place[];
}

export const ROLES: readonly Role[] = ['teacher', 'pupil', 'guest'];
export const ofRole = (role: string) => `role:${role}`;
export const ofPerson = (person: string) => `person:${person}`;
export const bit = (right: Right) => 1 << RIGHTS.indexOf(right);
export const sum = (rights: readonly Right[]) => rights.reduce((all, right) => all | bit(right), 0);
export const words = (mask: number) => RIGHTS.filter((right) => mask & bit(right));

/** A row after one box was ticked or cleared: any right brings *read*, and without *read* there is nothing else. */
export function ticked(mask: number, right: Right | 'all', on: boolean): number {
  if (right === 'all') return on ? ALL : READ;
  if (on) return mask | bit(right) | READ;
  return right === 'read' ? 0 : mask & ~bit(right);
}

export const maskOf = (rows: readonly Row[]): Map<string, number> => new Map(rows.map(({ subject, rights }) => [subject, sum(rights)]));

/** The rows as they are sent, in a fixed order. */
export const rowsOf = (masks: Iterable<[string, number]>): Row[] =>
  [...masks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([subject, mask]) => ({ subject, rights: words(mask) }));

/** By person, what their own row says. */
export const ownRows = (rows: readonly Row[]): Map<string, Right[]> =>
  new Map(
    rows.filter(({ subject }) => subject.startsWith('person:')).map(({ subject, rights }) => [subject.slice('person:'.length), rights]),
  );
