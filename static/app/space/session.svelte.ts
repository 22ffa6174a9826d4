// Who sits at this browser. The frame asks it whether to show signing in; the wire tells it when the server no longer
// knows the session. It decides when live state, drafts and unsent lines of a person may be shown, and drops them.

import { call, WireError } from '../wire/http';
import { socket } from '../wire/socket';
import type { Me } from '../wire/shapes';
import { bell } from './bell.svelte';
import { contacts } from './contacts.svelte';
import { desk } from './desk.svelte';
import { forgetPerson } from './kept';
import { outbox } from './outbox.svelte';
import { projects } from './projects.svelte';
import { closeSpaces } from './space.svelte';
import { uploads } from './uploads.svelte';

/** What is asked after the password: by which of these ways, and with which ticket. `options` is for the browser's authenticator. */
export interface Second {
  ways: ('code' | 'passkey' | 'recovery')[];
  ticket: string;
  options?: string | null;
}

interface Known {
  person: Me;
  owes_factor: boolean;
}

class SessionStore {
  /** Null: nobody is signed in, or not known yet (see `loaded`). */
  me = $state.raw<Me | null>(null);
  loaded = $state(false);
  /** The session ended under our hands: ask to sign in over what is on the screen, which stays as it is. */
  expired = $state(false);
  /** A second factor must be set up before anything else: no live line, no screen but that one. */
  owes = $state(false);
  #required = false;

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
      const about = await call<{ signed_in: boolean; second_factor: 'optional' | 'required' }>('installation.about');
      this.#required = about.second_factor === 'required';
      const known = about.signed_in ? await call<Known>('people.me') : null;
      this.#become(known?.person ?? null, known?.owes_factor);
    } catch (error) {
      if (!(error instanceof WireError) || error.code !== 'signed_out') throw error;
      this.#become(null);
    }
    this.loaded = true;
    return this.me;
  }

  /**
   * Answers what is still asked of somebody with a second factor; nothing when they are in.
   * Throws a WireError with `wrong_credentials`, or `too_many` and `retry_after` in seconds.
   */
  async signIn(name: string, password: string): Promise<Second | null> {
    const { person, second } = await call<{ person?: Me; second?: Second }>('people.sign_in', { name, password });
    if (person) await this.entered(person);
    return second ?? null;
  }

  /** After any other way in: a second step, a passkey, a joined account. */
  async entered(person: Me): Promise<void> {
    const asks = this.#required && person.adult;
    this.#become(person, asks && (await call<Known>('people.me')).owes_factor);
    this.loaded = true;
  }

  /** The second factor is there: from here on as everybody else. */
  settled(): void {
    this.#become(this.me);
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

  #become(person: Me | null, owes = false): void {
    const same = person !== null && person.id === this.me?.id;
    this.expired = false;
    this.me = person;
    this.owes = owes;
    if (!same) {
      socket.close();
      closeSpaces();
      uploads.close();
      outbox.of(person);
      desk.of(person);
      bell.forget();
      contacts.forget();
      projects.forget();
    }
    if (person && !owes) socket.connect();
  }
}

export const session = new SessionStore();
