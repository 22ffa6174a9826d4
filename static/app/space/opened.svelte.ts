// Which folders are open in the sidebar: remembered on this device, for each space. Never who did it or what is in them.

import { recall, remember } from '../remember';

const MOST = 200;
let changed = $state.raw<Readonly<Record<string, ReadonlySet<string>>>>({});
const remembered = new Map<string, ReadonlySet<string>>();

function of(space: string): ReadonlySet<string> {
  const open = changed[space] ?? remembered.get(space);
  if (open) return open;
  const before = new Set(recall(`open.${space}`)?.split(' ').filter(Boolean));
  remembered.set(space, before);
  return before;
}

export const isOpen = (space: string, place: string): boolean => of(space).has(place);

export function setOpen(space: string, places: Iterable<string>, open: boolean): void {
  const all = new Set(of(space));
  for (const place of places) {
    all.delete(place);
    if (open) all.add(place);
  }
  changed = { ...changed, [space]: all };
  remember(`open.${space}`, [...all].slice(-MOST).join(' ') || null);
}
