// The person's own desk: a space with one member, where read marks, devices and changes to oneself arrive. It belongs
// to the session; spaces listen to it for marks made in another tab or on another device.

import { socket } from '../wire/socket';
import type { Listened, Mark, Me, Resumed, WireEvent } from '../wire/shapes';
import { flush, take } from './gather';

class Desk {
  #id: string | null = null;
  #bookmark: string | null = null;
  #stop: () => void = () => {};
  #onMark = new Set<(mark: Mark) => void>();
  #onEvent = new Set<(event: WireEvent) => void>();

  constructor() {
    socket.onLive(() => void this.#listen());
  }

  /** Whose desk it is from now on; null when nobody is signed in. */
  of(person: Me | null): void {
    this.#stop();
    this.#id = person?.desk ?? null;
    this.#bookmark = null;
    if (this.#id) this.#stop = take(this.#id, (event) => this.apply(event));
  }

  onMark(hear: (mark: Mark) => void): () => void {
    this.#onMark.add(hear);
    return () => this.#onMark.delete(hear);
  }

  /** Everything else of the desk: `session.started`, `session.ended`, `person.changed`. */
  onEvent(hear: (event: WireEvent) => void): () => void {
    this.#onEvent.add(hear);
    return () => this.#onEvent.delete(hear);
  }

  apply(event: WireEvent): void {
    if (event.bookmark) this.#bookmark = event.bookmark;
    for (const item of event.put ?? []) {
      if (item.kind === 'mark') for (const hear of this.#onMark) hear(item);
    }
    for (const hear of this.#onEvent) hear(event);
  }

  async #listen(): Promise<void> {
    if (!this.#id) return;
    flush();
    const params = this.#bookmark ? { space: this.#id, bookmark: this.#bookmark } : { space: this.#id };
    // Nothing is lost without the desk but the marks of other tabs: the next connection tries again.
    const answer = await socket.call<Listened | Resumed>('space.listen', params).catch(() => null);
    if (answer?.fresh) this.#bookmark = answer.bookmark;
  }
}

export const desk = new Desk();
