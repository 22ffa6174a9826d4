// The one websocket of this tab: JSON-RPC 2.0 over /live. It keeps what is unanswered and sends it again after coming
// back, with the same client-made key, so that a command happens once. `space/` listens here for events; screens only
// call. It knows nothing of spaces and never reads an event's content.

import { createSubscriber } from 'svelte/reactivity';
import { WireError, offline, type ErrorData } from './error';
import { call as callOverHttp } from './http';
import type { WireEvent } from './shapes';

export type SocketState = 'offline' | 'connecting' | 'live';
export type Params = Record<string, unknown>;

/** How long to wait for what, in milliseconds. */
export const PAUSES = {
  first: 500,
  longest: 20_000,
  settled: 10_000,
  silence: 30_000,
  answer: 10_000,
  /** For an answer when there is reason to doubt: the browser said that something changed. */
  hint: 3_000,
  restart: 3_000,
  look: 5_000,
};

const SIGN_IN_AGAIN = 4001;
const NO_LONGER_A_MEMBER = 4003;
const RESTARTING = 1012;

interface Waiting {
  id: number;
  method: string;
  params: Params;
  again: boolean;
  resolve: (result: never) => void;
  reject: (error: WireError) => void;
}

interface Reply {
  id?: number | null;
  result?: unknown;
  error?: { code: number; message: string; data?: ErrorData };
  method?: string;
  params?: WireEvent;
}

export interface Surroundings {
  open: (url: string) => WebSocket;
  url: () => string;
  random: () => number;
  /** Is the session still good? Asked when a handshake fails, because a browser doesn't tell why it did. */
  signedIn: () => Promise<boolean>;
}

const BROWSER: Surroundings = {
  open: (url) => new WebSocket(url),
  url: () => location.origin.replace(/^http/, 'ws') + '/live',
  random: Math.random,
  signedIn: () =>
    callOverHttp<{ owes_factor: boolean }>('people.me').then(
      // Since the server was started anew one may have to set up a second factor first: the whole page asks for it.
      ({ owes_factor }) => (owes_factor && location.reload(), true),
      (error: WireError) => error.code !== 'signed_out',
    ),
};

/** A fresh key for one command: what the server knows a repeat by. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return 'c-' + Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Socket {
  #state: SocketState = 'offline';
  #wanted = false;
  #wire: WebSocket | null = null;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #failures = 0;
  #openedAt = 0;
  #heardAt = 0;
  #probedAt = 0;
  #comeBack: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #changed: () => void = () => {};
  #subscribe = createSubscriber((update) => {
    this.#changed = update;
    return () => (this.#changed = () => {});
  });
  #onEvents = new Set<(events: WireEvent[]) => void>();
  #onLive = new Set<() => void>();
  #onSignedOut = new Set<() => void>();

  constructor(private around: Surroundings = BROWSER) {}

  /** Reactive: an effect or a template that reads it follows it. */
  get state(): SocketState {
    this.#subscribe();
    return this.#state;
  }

  onEvents(hear: (events: WireEvent[]) => void): () => void {
    this.#onEvents.add(hear);
    return () => this.#onEvents.delete(hear);
  }

  /** Told at each opening, before what is unanswered is sent again: the moment to say `space.listen`. */
  onLive(hear: () => void): () => void {
    this.#onLive.add(hear);
    return () => this.#onLive.delete(hear);
  }

  onSignedOut(hear: () => void): () => void {
    this.#onSignedOut.add(hear);
    return () => this.#onSignedOut.delete(hear);
  }

  connect(): void {
    this.#wanted = true;
    if (this.#wire) return;
    clearTimeout(this.#comeBack);
    this.#comeBack = undefined;
    this.#set('connecting');
    const wire = this.around.open(this.around.url());
    this.#wire = wire;
    let opened = false;
    wire.onopen = () => {
      opened = true;
      this.#opened();
    };
    wire.onmessage = (message: MessageEvent<string>) => this.#heard(message.data);
    wire.onclose = (close) => {
      if (wire === this.#wire) this.#closed(close.code, opened);
    };
    this.#watch ??= setInterval(() => this.#look(), PAUSES.look);
  }

  /** Ends it for good (signing out). What is unanswered fails as `offline`. */
  close(): void {
    this.#wanted = false;
    this.#rest();
    this.#drop();
    this.forget();
    this.#set('offline');
  }

  /** Fails everything unanswered: another person will sit here. */
  forget(): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of waiting) one.reject(offline());
  }

  /** Comes back at once instead of at the end of the pause; where it seems to be open, makes sure that it is. */
  hurry(): void {
    if (!this.#wanted) return;
    if (!this.#wire) return this.connect();
    if (this.#state !== 'live') return;
    this.#probe();
    setTimeout(() => this.#look(PAUSES.hint), PAUSES.hint + 1);
  }

  /** Once, on this connection: fails as `offline` if that ends first. With a `key` it is sent again instead. */
  call<T = Params>(method: string, params: Params = {}): Promise<T> {
    return this.#call<T>(method, params, 'key' in params);
  }

  /** A command: gets a key and is kept until answered, over as many connections as that takes. */
  command<T = Params>(method: string, params: Params = {}): Promise<T> {
    return this.#call<T>(method, { key: newKey(), ...params }, true);
  }

  /** A query: asked again after coming back. */
  ask<T = Params>(method: string, params: Params = {}): Promise<T> {
    return this.#call<T>(method, params, true);
  }

  /** Said without waiting for an answer, and not at all while there is nobody to hear it. */
  signal(method: string, params: Params = {}): void {
    if (this.#state === 'live') this.#wire?.send(JSON.stringify({ jsonrpc: '2.0', method, params }));
  }

  #call<T>(method: string, params: Params, again: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const one: Waiting = { id: ++this.#lastId, method, params, again, resolve: resolve as Waiting['resolve'], reject };
      if (this.#state !== 'live' && !again) return reject(offline());
      this.#waiting.set(one.id, one);
      if (this.#state === 'live') this.#send(one);
      else if (this.#wanted && !this.#comeBack) this.connect();
    });
  }

  #send(one: Waiting): void {
    this.#wire?.send(JSON.stringify({ jsonrpc: '2.0', id: one.id, method: one.method, params: one.params }));
  }

  #opened(): void {
    this.#openedAt = this.#heardAt = Date.now();
    this.#probedAt = 0;
    this.#set('live');
    const unanswered = [...this.#waiting.values()];
    for (const hear of this.#onLive) hear();
    for (const one of unanswered) this.#send(one);
  }

  #heard(data: string): void {
    this.#heardAt = Date.now();
    const said = JSON.parse(data) as Reply | Reply[];
    if (Array.isArray(said)) this.#tell(said.flatMap((one) => one.params ?? []));
    else if (said.method !== undefined) this.#tell(said.params ? [said.params] : []);
    else this.#answered(said);
  }

  #tell(events: WireEvent[]): void {
    for (const hear of this.#onEvents) hear(events);
  }

  #answered(reply: Reply): void {
    const one = this.#waiting.get(reply.id ?? 0);
    if (!one) return;
    const error = reply.error && new WireError(reply.error.message, reply.error.data);
    if (error?.tooMuch && one.again) {
      const again = () => this.#state === 'live' && this.#waiting.has(one.id) && this.#send(one);
      setTimeout(again, (error.retry_after ?? 1) * 1000);
      return;
    }
    this.#waiting.delete(one.id);
    if (error) one.reject(error);
    else one.resolve(reply.result as never);
  }

  #closed(code: number, opened: boolean): void {
    this.#drop();
    this.#set('offline');
    for (const one of [...this.#waiting.values()].filter((one) => !one.again)) {
      this.#waiting.delete(one.id);
      one.reject(offline());
    }
    if (opened && Date.now() - this.#openedAt > PAUSES.settled) this.#failures = 0;
    if (code === SIGN_IN_AGAIN) return this.#signedOut();
    // Everything listened to is gone; the next call opens anew.
    if (code === NO_LONGER_A_MEMBER && this.#waiting.size === 0) return this.#rest();
    this.#pause(code);
    if (!opened) void this.#checkSession();
  }

  #pause(code: number): void {
    const longest = Math.min(PAUSES.longest, PAUSES.first * 2 ** this.#failures++);
    const pause = longest * (0.5 + this.around.random() / 2) + (code === RESTARTING ? this.around.random() * PAUSES.restart : 0);
    clearTimeout(this.#comeBack);
    this.#comeBack = setTimeout(() => {
      this.#comeBack = undefined;
      if (this.#wanted) this.connect();
    }, pause);
  }

  async #checkSession(): Promise<void> {
    if (await this.around.signedIn()) return;
    this.#drop();
    this.#signedOut();
  }

  #signedOut(): void {
    this.#wanted = false;
    this.#rest();
    this.#set('offline');
    for (const hear of this.#onSignedOut) hear();
  }

  /** A connection can die without a word: after a silence something cheap is asked, and no answer means gone. */
  #look(patience = PAUSES.answer): void {
    const now = Date.now();
    if (this.#state !== 'live') return;
    if (this.#probedAt > this.#heardAt && now - this.#probedAt > patience) this.#closed(1006, true);
    else if (this.#probedAt <= this.#heardAt && now - this.#heardAt > PAUSES.silence) this.#probe();
  }

  #probe(): void {
    if (this.#probedAt > this.#heardAt) return;
    this.#probedAt = Math.max(Date.now(), this.#heardAt + 1);
    this.call('people.me').catch(() => {});
  }

  #drop(): void {
    const wire = this.#wire;
    this.#wire = null;
    if (!wire) return;
    wire.onopen = wire.onmessage = wire.onclose = null;
    wire.close();
  }

  #rest(): void {
    clearTimeout(this.#comeBack);
    clearInterval(this.#watch);
    this.#comeBack = this.#watch = undefined;
  }

  #set(state: SocketState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#changed();
  }
}

export const socket = new Socket();

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => socket.hurry());
  // A browser's word that it is offline is only a hint: the school's own server may well be reachable.
  window.addEventListener('offline', () => socket.hurry());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && socket.hurry());
}
