// What stands in one place that is not a chat: its items by kind and id, kept current by events. A Space makes it and is
// the only one to hand it events; screens read it and send commands. Its state is what `place.open` answered plus the events
// since: one reducer, whatever the kind. What the server does not send is not here.

import { SvelteMap } from 'svelte/reactivity';
import type { WireError } from '../wire/error';
import { socket } from '../wire/socket';
import type { OpenedPlace, Thing, WireEvent } from '../wire/shapes';
import { Reading } from './reading';
import type { Around, WindowStatus } from './window.svelte';

export class Shelf {
  status = $state<WindowStatus>('loading');
  error = $state.raw<WireError | null>(null);
  /** There is older than what is held. */
  more = $state(false);

  #items = new SvelteMap<string, Thing>();
  #versions = new Map<string, number>();
  #seq = 0;
  #turn = 0;
  #during: WireEvent[] | null = null;
  #entered = false;
  #reading: Reading;

  constructor(
    readonly place: string,
    private around: Around,
  ) {
    this.#reading = new Reading(
      (seq) => around.read(place, seq),
      () => around.markOf(place),
    );
  }

  /** The items of one kind, in no order. Reactive. */
  of<T extends Thing>(kind: T['kind']): T[] {
    return [...this.#items.values()].filter((item): item is T => item.kind === kind);
  }

  get<T extends Thing>(kind: T['kind'], id: string): T | undefined {
    return this.#items.get(`${kind} ${id}`) as T | undefined;
  }

  get held(): readonly Thing[] {
    return [...this.#items.values()];
  }

  /** Somebody looks at it: presence starts here. */
  enter(): void {
    this.#entered = true;
    if (this.status === 'ready') this.cameBack();
  }

  leave(): void {
    this.#entered = false;
    socket.signal('presence.leave', { place: this.place });
  }

  cameBack(): void {
    if (this.#entered) socket.signal('presence.enter', { place: this.place });
  }

  /** Everything up to this number was really seen. */
  seen(seq: number): void {
    this.#reading.seen(seq);
  }

  /** Items that a query has answered, as of a number: what an event has brought since is newer. */
  add(items: readonly Thing[], asOf: number): void {
    for (const item of items) this.#put(item, asOf);
  }

  /** Opens the place anew: at the start and after a long absence. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    this.#during ??= [];
    let answer: OpenedPlace | null = null;
    try {
      answer = await socket.ask<OpenedPlace>('place.open', { place: this.place });
    } catch (error) {
      if (turn === this.#turn) this.#refused(error as WireError);
    }
    if (turn !== this.#turn) return;
    const during = this.#during ?? [];
    this.#during = null;
    if (!answer) return;
    this.around.opened(answer);
    this.#replace(answer);
    this.status = 'ready';
    for (const event of during) this.apply(event);
    this.cameBack();
  }

  lose(): void {
    this.#items.clear();
    this.#versions.clear();
    this.#seq = 0;
    this.status = 'lost';
  }

  /** Only for the Space: it has checked that the event is newer than its own snapshot. */
  apply(event: WireEvent): void {
    this.#during?.push(event);
    if (event.seq === undefined || event.seq <= this.#seq) return;
    for (const item of event.put ?? []) this.#put(item as Thing, event.seq);
    for (const { kind, id } of event.gone ?? []) {
      this.#versions.set(`${kind} ${id}`, event.seq);
      this.#items.delete(`${kind} ${id}`);
    }
  }

  #put(item: Thing, seq: number): void {
    if (item.place !== this.place) return;
    const name = `${item.kind} ${item.id}`;
    if (seq < (this.#versions.get(name) ?? 0)) return;
    this.#versions.set(name, seq);
    this.#items.set(name, item);
  }

  #replace(answer: OpenedPlace): void {
    this.#seq = answer.seq;
    this.more = answer.more;
    this.#versions.clear();
    const fresh = new Map((answer.items as Thing[]).map((item) => [`${item.kind} ${item.id}`, item]));
    for (const name of [...this.#items.keys()]) if (!fresh.has(name)) this.#items.delete(name);
    for (const [name, item] of fresh) this.#items.set(name, item);
  }

  #refused(error: WireError): void {
    if (error.code === 'not_found') return this.lose();
    this.error = error;
    if (this.status === 'loading') this.status = 'error';
  }
}
