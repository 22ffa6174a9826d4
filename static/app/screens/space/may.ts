// What the screens offer to do with a place. The server decides; here is only what is worth showing to this person.

import type { Space } from '../../space/space.svelte';
import { within } from '../../space/rows';
import type { Branch } from '../../space/tree';
import type { Place } from '../../wire/shapes';
import { kindOf, type Kind } from '../kinds';

/** Made by whoever may add; everything else is a room, made by administrators. */
const FIVE = new Set(['folder', 'archive', 'gallery', 'forum', 'page']);
/** Made by what they are for, and standing where they stand. */
const OF_THEMSELVES = new Set(['session', 'pair', 'mailbox']);

export const ofTheFive = ({ type }: { type: string }) => FIVE.has(type);
export const holdsPlaces = ({ type }: { type: string }) => type === 'folder' || type === 'space';

const governs = (space: Space) => !!space.me?.administrator;
const closed = (space: Space) => !!space.space?.closed_at;

function branchOf(branches: readonly Branch[], id: string): Branch | undefined {
  for (const branch of branches) {
    const found = branch.place.id === id ? branch : branchOf(branch.branches, id);
    if (found) return found;
  }
  return undefined;
}

/** The place with what stands in it. */
export const branchAt = (space: Space, id: string) => branchOf(space.tree(), id);

/** Who made all of it may change it while they may add there. */
function owns(space: Space, place: Place): boolean {
  const branch = branchAt(space, place.id);
  return (
    !!branch && !!space.me && place.may.includes('add') && [...within(branch)].every((one) => one.author === space.me!.id && ofTheFive(one))
  );
}

export const mayAddIn = (space: Space, place: Place) => place.type === 'folder' && place.may.includes('add') && !closed(space);
export const mayAddAtTop = (space: Space) => governs(space) && !closed(space);
export const mayChange = (space: Space, place: Place) => !closed(space) && (place.may.includes('edit') || owns(space, place));
export const mayMove = (space: Space, place: Place) => mayChange(space, place) && !OF_THEMSELVES.has(place.type);
export const mayDelete = (space: Space, place: Place) =>
  !closed(space) && place.type !== 'mailbox' && (place.may.includes('delete') || owns(space, place));

/** May it be put there: a folder (or the space) where this person may add, and not itself or something inside it. */
export function mayHang(space: Space, place: Place, to: Place): boolean {
  if (!holdsPlaces(to) || to.id === place.parent) return false;
  if (to.parent === null ? !governs(space) : !to.may.includes('add')) return false;
  const branch = branchAt(space, place.id);
  return !branch || ![...within(branch)].some((one) => one.id === to.id);
}

type Makeable = Kind & { make: object };

/** What can be made in a folder, or with null at the top. */
export function makeable(space: Space, kinds: readonly Kind[]): Makeable[] {
  const all = kinds.filter((kind): kind is Makeable => kind.make !== undefined);
  return governs(space) ? all : all.filter(ofTheFive);
}

export const isRoom = (place: { type: string }) => kindOf(place.type) !== undefined && !FIVE.has(place.type);
