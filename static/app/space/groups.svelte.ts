// The groups of a space: asked for by the first screen that needs them, kept current by events. Who left the space is in none.

import { SvelteMap } from 'svelte/reactivity';
import { socket } from '../wire/socket';
import type { Group } from '../wire/shapes';
import { compare } from '../words';
import { renew } from './renew';

export class GroupBook {
  #groups = new SvelteMap<string, Group>();
  #wanted = false;
  #known = false;
  /** What an event said while an answer was on its way is newer than that answer. */
  #heard = 0;

  list = $derived.by<readonly Group[]>(() => [...this.#groups.values()].sort((a, b) => compare(a.name, b.name)));

  constructor(private space: string) {}

  get(id: string): Group | null {
    return this.#groups.get(id) ?? null;
  }

  put(group: Group): void {
    this.#heard += 1;
    this.#groups.set(group.id, group);
  }

  gone(id: string): void {
    this.#heard += 1;
    this.#groups.delete(id);
  }

  /** A screen shows them: from now on they are here. What was known stays when they can't be asked for just now. */
  want(): void {
    if (!this.#wanted) void this.load().catch(() => {});
  }

  /** The line is back; `fresh`: the space was loaded anew. */
  again(fresh: boolean): void {
    if (this.#wanted && (fresh || !this.#known)) void this.load().catch(() => {});
  }

  async load(): Promise<void> {
    this.#wanted = true;
    const before = this.#heard;
    const { groups } = await socket.ask<{ groups: Group[] }>('group.list', { space: this.space });
    if (before !== this.#heard) return this.load();
    renew(
      this.#groups,
      groups.map((group) => [group.id, group]),
    );
    this.#known = true;
  }

  close(): void {
    this.#groups.clear();
  }
}
