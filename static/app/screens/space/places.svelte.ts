// Which window about a place is asked for: the sidebar, a place's head and the folder screen set it, the space's frame draws it
// (PlaceWindows.svelte). What needs no window is done here: the bin, and moving what changes nobody's rights.

import { explain } from '../../explain';
import { toast } from '../../parts/toasts.svelte';
import type { Space } from '../../space/space.svelte';
import { call } from '../../wire/http';
import type { Place } from '../../wire/shapes';
import { plain } from '../../words';
import type { Previewed } from '../rights/shapes';

export interface Effect {
  changes_rights: boolean;
  preview: Previewed | null;
}

class Asked {
  /** The folder in which something is to be made; the space's id for the top. */
  adding = $state.raw<{ parent: string; type?: string } | null>(null);
  changing = $state.raw<Place | null>(null);
  moving = $state.raw<{ place: Place; to?: string } | null>(null);
  gating = $state.raw<Place | null>(null);
}

export const asked = new Asked();

function told(error: unknown): void {
  const { text, reasons } = explain(error);
  toast([text, ...reasons].join(' '));
}

export async function bin(place: Place, title: string): Promise<void> {
  try {
    await call('place.bin', { place: place.id });
    toast(plain('space-binned', { title }), { undo: () => void restore(place.id, title) });
  } catch (error) {
    told(error);
  }
}

async function restore(place: string, title: string): Promise<void> {
  try {
    await call('place.restore', { place });
    toast(plain('space-restored', { title }));
  } catch (error) {
    told(error);
  }
}

const nameOf = (space: Space, id: string) => (id === space.id ? (space.space?.name ?? '') : (space.places.get(id)?.title ?? '…'));

/** Sends the move; says where it went, with the way back. */
export async function move(space: Space, place: Place, to: string): Promise<void> {
  const from = place.parent ?? space.id;
  await call('place.move', { place: place.id, to });
  toast(plain('place-moved', { title: space.titleOf(place), to: nameOf(space, to) }), {
    undo: () => void call('place.move', { place: place.id, to: from }).catch(told),
  });
}

/** Dropped there: done at once where nobody's rights change, else the window warns first. */
export async function drop(space: Space, place: Place, to: string): Promise<void> {
  try {
    const effect = await call<Effect>('place.move_effect', { place: place.id, to });
    if (effect.changes_rights && effect.preview) asked.moving = { place, to };
    else await move(space, place, to);
  } catch (error) {
    told(error);
  }
}
