// My contacts, and who asks to be one: asked for when a screen wants them, kept current by my desk. Screens read it and send commands;
// what the server says arrives here.

import { SvelteMap } from 'svelte/reactivity';
import { socket } from '../wire/socket';
import type { Contact, WireEvent } from '../wire/shapes';
import { desk } from './desk.svelte';

class Contacts {
  status = $state<'asleep' | 'loading' | 'ready' | 'failed'>('asleep');
  /** An adult with a school: may search, ask and be asked. */
  mayAsk = $state(false);
  #held = new SvelteMap<string, Contact>();
  all = $derived([...this.#held.values()]);

  constructor() {
    socket.onLive(() => {
      if (this.status !== 'asleep') void this.load();
    });
    desk.onEvent((event) => this.apply(event));
  }

  of(state: Contact['state']): Contact[] {
    return this.all.filter((one) => one.state === state).sort((a, b) => b.at.localeCompare(a.at));
  }

  /** Loads once; from then on it follows. */
  want(): void {
    if (this.status === 'asleep') void this.load();
  }

  apply(event: WireEvent): void {
    for (const item of event.put ?? []) if (item.kind === 'contact') this.#held.set(item.id, item);
    for (const gone of event.gone ?? []) if (gone.kind === 'contact') this.#held.delete(gone.id);
  }

  put(contact: Contact): void {
    this.#held.set(contact.id, contact);
  }

  async load(): Promise<void> {
    if (this.status !== 'ready') this.status = 'loading';
    try {
      const answer = await socket.ask<{ contacts: Contact[]; may_ask: boolean }>('contacts.mine');
      this.#held.clear();
      for (const one of answer.contacts) this.#held.set(one.id, one);
      this.mayAsk = answer.may_ask;
      this.status = 'ready';
    } catch {
      if (this.status !== 'ready') this.status = 'failed';
    }
  }

  /** Another person sits down. */
  forget(): void {
    this.#held.clear();
    this.status = 'asleep';
  }
}

export const contacts = new Contacts();
