// A live map takes over what a fresh answer says, without emptying itself on the way: what stays is not drawn anew.

import type { SvelteMap } from 'svelte/reactivity';

export function renew<T>(map: SvelteMap<string, T>, entries: Iterable<[string, T]>): void {
  const now = new Map(entries);
  for (const key of [...map.keys()]) if (!now.has(key)) map.delete(key);
  for (const [key, value] of now) map.set(key, value);
}
