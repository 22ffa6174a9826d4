// The tree as the rows that are drawn of it: what is open, in the reader's order, each with its place among its siblings.
// Pure, so that keys, dragging and tests need no screen.

import type { Place } from '../wire/shapes';
import type { Branch } from './tree';

export interface Row {
  place: Place;
  branch: Branch;
  /** From 1 on. */
  level: number;
  at: number;
  of: number;
  /** Null where nothing is inside. */
  open: boolean | null;
}

export function rowsOf(branches: readonly Branch[], isOpen: (id: string) => boolean, order: (a: Place, b: Place) => number): Row[] {
  const rows: Row[] = [];
  const walk = (level: number, inside: readonly Branch[]) => {
    const sorted = [...inside].sort((a, b) => order(a.place, b.place));
    sorted.forEach((branch, index) => {
      const open = branch.branches.length ? isOpen(branch.place.id) : null;
      rows.push({ place: branch.place, branch, level, at: index + 1, of: sorted.length, open });
      if (open) walk(level + 1, branch.branches);
    });
  };
  walk(1, branches);
  return rows;
}

/** The place and everything inside it. */
export function* within({ place, branches }: Branch): Generator<Place> {
  yield place;
  for (const branch of branches) yield* within(branch);
}

/** The places around one, from the outermost in. */
export function above(places: ReadonlyMap<string, Place>, id: string): Place[] {
  const found: Place[] = [];
  let place = places.get(id);
  while (place?.parent && (place = places.get(place.parent)) && place.parent !== null && found.length < 20) found.unshift(place);
  return found;
}

export type Step = { to: string } | { toggle: string; open: boolean } | null;

/** What a key of the tree pattern does from this row on; `forward` is the arrow that points into the tree. */
export function step(rows: readonly Row[], from: string, key: string, forward: 'ArrowLeft' | 'ArrowRight'): Step {
  const at = Math.max(
    0,
    rows.findIndex(({ place }) => place.id === from),
  );
  const row = rows[at];
  if (!row) return null;
  const to = (index: number): Step => (rows[index] ? { to: rows[index].place.id } : null);
  if (key === 'ArrowDown') return to(at + 1);
  if (key === 'ArrowUp') return to(at - 1);
  if (key === 'Home') return to(0);
  if (key === 'End') return to(rows.length - 1);
  if (key === forward) return row.open === false ? { toggle: row.place.id, open: true } : row.open ? to(at + 1) : null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    if (row.open) return { toggle: row.place.id, open: false };
    for (let above = at - 1; above >= 0; above--) if (rows[above]!.level < row.level) return to(above);
  }
  return null;
}
