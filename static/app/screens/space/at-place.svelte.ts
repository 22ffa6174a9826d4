// What one person does at one place whose things lie on a shelf; the archive, the gallery and the pinboard build on it. It says what
// one may, sends commands and tells what was refused; what they change comes back as events and is read from the shelf.

import { untrack } from 'svelte';
import { explain } from '../../explain';
import { toast } from '../../parts/toasts.svelte';
import { session } from '../../space/session.svelte';
import type { Space } from '../../space/space.svelte';
import type { WireError } from '../../wire/error';
import type { May, Thing } from '../../wire/shapes';
import { socket } from '../../wire/socket';
import { castOf } from '../chat/cast';
import { waits } from '../order/waits';

export abstract class AtPlace<One extends Thing & { seq: number; author: string }> {
  /** What is said to those who listen. */
  said = $state('');
  /** The thing that a link leads to, or that the focus goes back to. */
  lit = $state<string | null>(null);
  #loading = false;

  cast = $derived.by(() => castOf(this.space));

  constructor(
    readonly space: Space,
    readonly place: string,
  ) {}

  get shelf() {
    return this.space.shelf(this.place);
  }

  may(right: May): boolean {
    return this.space.places.get(this.place)?.may.includes(right) ?? false;
  }

  get staff(): boolean {
    return this.may('moderate');
  }

  get open(): boolean {
    return !this.space.space?.closed_at;
  }

  get mayAdd(): boolean {
    return this.open && this.may('add') && !this.space.order.quiet;
  }

  /** Only a time-out keeps one from adding here. */
  get quiet(): boolean {
    return this.open && this.may('add') && !!this.space.order.quiet;
  }

  mine(one: One): boolean {
    return one.author === session.me?.id;
  }

  ask<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    return socket.ask<T>(method, { place: this.place, ...params });
  }

  /** Null when it was refused, which has been told then. */
  protected async run<T extends object = object>(method: string, params: Record<string, unknown>): Promise<T | null> {
    try {
      const answer = await socket.command<T>(method, { place: this.place, ...params });
      waits(answer);
      return answer;
    } catch (error) {
      this.tell(error);
      return null;
    }
  }

  tell(error: unknown): void {
    // Signed out meanwhile: the window over the screen says so already.
    if ((error as WireError).code === 'signed_out') return;
    const { text, reasons } = explain(error);
    toast([text, ...reasons].join(' '));
  }

  /** A very full place comes in several pages, the newest first. */
  protected async loadPages<Page extends { more: boolean; seq: number }>(
    method: string,
    kind: One['kind'],
    on: (page: Page) => readonly One[],
  ): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      while (this.shelf.more) {
        const before = untrack(() => this.shelf.of<One>(kind).sort((a, b) => a.seq - b.seq)[0]?.id);
        const page = await this.ask<Page>(method, { before });
        this.shelf.add(on(page), page.seq);
        this.shelf.more = page.more;
      }
    } catch (error) {
      this.tell(error);
    } finally {
      this.#loading = false;
    }
  }
}
