// The pinboard's items as the wire has them, and the small reckoning that needs no screen: order, columns, spots on the board.

import type { Thing } from '../../wire/shapes';

export const COLOURS = ['sun', 'rose', 'leaf', 'sky', 'plum', 'sand'] as const;
export type Colour = (typeof COLOURS)[number];

export interface Note extends Thing {
  kind: 'note';
  seq: number;
  at: string;
  author: string;
  text: string;
  colour: Colour;
  x: number;
  y: number;
  z: number;
  column: string | null;
  state: 'shown' | 'held' | 'refused' | 'hidden';
  reason: string | null;
  edited_at: string | null;
  edited_by: string | null;
  /** The id of a picture of the space. */
  picture: string | null;
}

export interface Board extends Thing {
  kind: 'board';
  changes: 'own' | 'everybody';
  hold: boolean;
  columns: { id: string; title: string }[];
}

/** A note that was deleted, and can be put back. */
export interface DeletedNote {
  note: Note;
  deleted_at: string;
  deleted_by: string;
}

/** The board in pixels at its natural size, and a note on it; the server's bounds. */
export const WIDTH = 4800;
export const HEIGHT = 3600;
export const NOTE_WIDTH = 224;
export const NOTE_HEIGHT = 200;
export const LONGEST = 500;

export interface Spot {
  x: number;
  y: number;
}

/** A spot that the server takes. */
export function inside({ x, y }: Spot): Spot {
  return { x: Math.round(Math.min(Math.max(x, 0), WIDTH)), y: Math.round(Math.min(Math.max(y, 0), HEIGHT)) };
}

/** How large the board must be drawn: what hangs there with some air, and at least what is seen of it. */
export function extent(notes: readonly Spot[], seen: { width: number; height: number }): { width: number; height: number } {
  const right = Math.max(0, ...notes.map(({ x }) => x)) + 2 * NOTE_WIDTH;
  const bottom = Math.max(0, ...notes.map(({ y }) => y)) + 3 * NOTE_HEIGHT;
  return { width: Math.max(seen.width, Math.min(right, WIDTH + 300)), height: Math.max(seen.height, Math.min(bottom, HEIGHT + 600)) };
}

/** The first spot in what is seen of the board that no note covers, in reading order; else the upper corner, a little off. */
export function freeSpot(notes: readonly Spot[], seen: Spot & { width: number; height: number }): Spot {
  const step = 24;
  for (let y = seen.y + step; y + NOTE_HEIGHT <= seen.y + seen.height; y += step)
    for (let x = seen.x + step; x + NOTE_WIDTH <= seen.x + seen.width; x += step)
      if (!notes.some((note) => Math.abs(note.x - x) < NOTE_WIDTH && Math.abs(note.y - y) < NOTE_HEIGHT)) return inside({ x, y });
  const off = step + (notes.length % 10) * 18;
  return inside({ x: seen.x + off, y: seen.y + off });
}

/** Notes by column, in the board's order; what is in none (any more) comes first, under null. */
export function byColumn(notes: readonly Note[], columns: Board['columns']): { id: string | null; title: string; notes: Note[] }[] {
  const known = new Set(columns.map(({ id }) => id));
  const loose = notes.filter(({ column }) => column === null || !known.has(column));
  const lanes = columns.map(({ id, title }) => ({ id: id as string | null, title, notes: notes.filter(({ column }) => column === id) }));
  return loose.length || !lanes.length ? [{ id: null, title: '', notes: loose }, ...lanes] : lanes;
}

/** How far a note hangs askew, in degrees: always the same for the same note. */
export function tilt(id: string): number {
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + sign.charCodeAt(0)) % 997;
  return ((sum % 9) - 4) * 0.35;
}
