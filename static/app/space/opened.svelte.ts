// Which folders are open in the sidebar: remembered on this device, for each space. Never who did it or what is in them.

import { SvelteSet } from 'svelte/reactivity';
import { recall, remember } from '../remember';

const MOST = 200;
const held = new Map<string, SvelteSet<string>>();

function of(space: string): SvelteSet<string> {
  let open = held.get(space);
  if (!open) held.set(space, (open = new SvelteSet(recall(`open.${space}`)?.split(' ').filter(Boolean) ?? [])));
  return open;
}

export const isOpen = (space: string, place: string): boolean => of(space).has(place);

export function setOpen(space: string, places: Iterable<string>, open: boolean): void {
  const all = of(space);
  for (const place of places)
    if (open) all.add(place);
    else all.delete(place);
  remember(`open.${space}`, [...all].slice(-MOST).join(' ') || null);
}
