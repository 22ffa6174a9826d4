// What the bell tells, as this browser knows it: asked for once a person sits down, kept current by their desk, and asked
// for anew after a broken line and when something of theirs got out of sight. It is never more than the server showed.

import { SvelteMap } from 'svelte/reactivity';
import { socket } from '../wire/socket';
import type { Notification, WireEvent } from '../wire/shapes';
import { desk } from './desk.svelte';

interface Rung {
  notifications: Notification[];
  unread: number;
  more: boolean;
}

export class Bell {
  status = $state<'loading' | 'ready' | 'failed'>('loading');
  more = $state(false);
  /** Unread ones, those too that are not held here. */
  unread = $state(0);
  #held = new SvelteMap<string, Notification>();
  /** The newest first. */
  all = $derived([...this.#held.values()].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id)));
  #turn = 0;

  constructor() {
    socket.onLive(() => void this.load());
    desk.onEvent((event) => this.apply(event));
  }

  apply(event: WireEvent): void {
    for (const item of event.put ?? []) {
      if (item.kind !== 'notification') continue;
      const before = this.#held.get(item.id);
      if (!item.read && (!before || before.read)) this.unread += 1;
      if (item.read && (!before || !before.read)) this.unread = Math.max(0, this.unread - 1);
      this.#held.set(item.id, item);
    }
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const answer = await socket.ask<Rung>('bell.list');
      if (turn !== this.#turn) return;
      this.#held.clear();
      this.#add(answer);
      this.unread = answer.unread;
      this.status = 'ready';
    } catch {
      if (turn === this.#turn && this.status === 'loading') this.status = 'failed';
    }
  }

  async older(): Promise<void> {
    const last = this.all.at(-1);
    if (last) this.#add(await socket.ask<Rung>('bell.list', { before: last.id }));
  }

  /** One, or all of them. */
  async read(notification?: string): Promise<void> {
    await socket.command('bell.read', notification ? { notification } : {}).catch(() => null);
  }

  /** The person stands before this item or place now, however they came there. */
  seen(what: string): void {
    for (const each of this.#held.values()) {
      if (!each.read && [each.item, each.about].includes(what)) void this.read(each.id);
    }
  }

  /** Another person sits down. */
  forget(): void {
    this.#turn += 1;
    this.#held.clear();
    this.unread = 0;
    this.more = false;
    this.status = 'loading';
  }

  #add(answer: Rung): void {
    for (const item of answer.notifications) this.#held.set(item.id, item);
    this.more = answer.more;
  }
}

export const bell = new Bell();
