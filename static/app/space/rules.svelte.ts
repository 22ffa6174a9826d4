// What a space allows, and when its schools have lessons: asked for once the space is known, kept current by events.
// For showing only: the server decides about each command again.

import { SvelteMap } from 'svelte/reactivity';
import type { Policies, SchoolHours } from '../wire/shapes';
import { socket } from '../wire/socket';

export class Rules {
  policies = $state.raw<Policies | null>(null);
  /** By school; a school that has not said anything is missing. */
  hours = new SvelteMap<string, SchoolHours>();
  status = $state<'loading' | 'ready' | 'failed'>('loading');
  /** What an event said while an answer was on its way is newer than that answer. */
  #heard = 0;

  constructor(private space: string) {}

  put(item: Policies | SchoolHours): void {
    this.#heard += 1;
    if (item.kind === 'policies') this.policies = item;
    else this.hours.set(item.id, item);
  }

  async load(): Promise<void> {
    const before = this.#heard;
    try {
      const [policies, lessons] = await Promise.all([
        socket.ask<Policies>('space.policies', { space: this.space }),
        socket.ask<{ hours: SchoolHours[] }>('school.hours', { space: this.space }),
      ]);
      if (before !== this.#heard) return void this.load();
      this.policies = policies;
      this.hours.clear();
      for (const one of lessons.hours) this.hours.set(one.id, one);
      this.status = 'ready';
    } catch {
      if (this.status === 'loading') this.status = 'failed';
    }
  }
}
