// The tree of places as the sidebar draws it, from the flat list that the wire brings. Pure; knows no rights: a place
// that one may not read never arrives, and what lies below such a place is left out too.

import type { Place } from '../wire/shapes';

export interface Branch {
  place: Place;
  branches: Branch[];
}

/** What stands directly under the root, with everything below; ids are sortable by time, so the order is that of making. */
export function treeOf(root: string, places: Iterable<Place>): Branch[] {
  const below = new Map<string, Place[]>();
  for (const place of places) {
    if (place.parent === null) continue;
    const siblings = below.get(place.parent);
    if (siblings) siblings.push(place);
    else below.set(place.parent, [place]);
  }
  const grow = (parent: string): Branch[] =>
    (below.get(parent) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)).map((place) => ({ place, branches: grow(place.id) }));
  return grow(root);
}
