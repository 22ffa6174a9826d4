// Who sits at this browser. The frame asks it whether to show signing in; the wire tells it when the server no longer
// knows the session. It decides when live state, drafts and unsent lines of a person may be shown, and drops them.

import { call, WireError } from '../wire/http';
import { socket } from '../wire/socket';
import type { Me } from '../wire/shapes';
import { bell } from './bell.svelte';
import { desk } from './desk.svelte';
import { forgetPerson } from './kept';
import { outbox } from './outbox.svelte';
import { closeSpaces } from './space.svelte';
import { uploads } from './uploads.svelte';

class SessionStore {
  /** Null: nobody is signed in, or not known yet (see `loaded`). */
  me = $state.raw<Me | null>(null);
  loaded = $state(false);
  /** The session ended under our hands: ask to sign in over what is on the screen, which stays as it is. */
  expired = $state(false);

  constructor() {
    socket.onSignedOut(() => (this.expired = this.me !== null));
    // Changed in another tab or on another device.
    desk.onEvent((event) => {
      for (const item of event.put ?? []) if (item.kind === 'person') this.changed(item);
    });
  }

  /** Lines that were written here and not sent yet: warn before signing out. Reactive. */
  get unsent(): number {
    return outbox.unsent;
  }

  /** Asks who is signed in. Throws only when the server can't be reached. */
  async load(): Promise<Me | null> {
    try {
      // Asked first, because a browser reports every refused request as an error of the page.
      const { signed_in } = await call<{ signed_in: boolean }>('installation.about');
      this.#become(signed_in ? (await call<{ person: Me }>('people.me')).person : null);
    } catch (error) {
      if (!(error instanceof WireError) || error.code !== 'signed_out') throw error;
      this.#become(null);
    }
    this.loaded = true;
    return this.me;
  }

  /** Throws a WireError with `wrong_credentials`, or `too_many` and `retry_after` in seconds. */
  async signIn(name: string, password: string): Promise<Me> {
    const { person } = await call<{ person: Me }>('people.sign_in', { name, password });
    this.#become(person);
    this.loaded = true;
    return person;
  }

  /** Forgets everything of this person in this browser: the next one at this computer sees nothing of it. */
  async signOut(): Promise<void> {
    const person = this.me;
    await call('people.sign_out').catch((error: WireError) => {
      if (error.code !== 'signed_out') throw error;
    });
    if (person) forgetPerson(person.id);
    this.#become(null);
  }

  /** The server has ended it already, with the account: nothing of this person stays in this browser. */
  erased(): void {
    if (this.me) forgetPerson(this.me.id);
    this.#become(null);
  }

  /** After `people.change` (language, time zone). */
  changed(person: Me): void {
    if (person.id === this.me?.id) this.me = person;
  }

  #become(person: Me | null): void {
    const same = person !== null && person.id === this.me?.id;
    this.expired = false;
    this.me = person;
    if (!same) {
      socket.close();
      closeSpaces();
      uploads.close();
      outbox.of(person);
      desk.of(person);
      bell.forget();
    }
    if (person) socket.connect();
  }
}

export const session = new SessionStore();
