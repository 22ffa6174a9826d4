// The line of one open page: the shared document, the provider that keeps it in step with the server, and what is known of the
// state of one's own words. *Saved* means that the server has said so (message 100 has counted all that this socket sent). After
// a refusal the document is thrown away and opened anew; what was not saved stays as a draft.

import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { socket } from '../../wire/socket';

/** Nodes that this program knows; a page with newer ones would lose them here. */
export const SCHEMA = 1;
const ROOT = 'default';
const SIGN_IN_AGAIN = 4001;
const NO_LONGER_A_MEMBER = 4003;

interface Hello {
  generation: string;
  schema: number;
  edit: boolean;
  max_update: number;
}

export interface Refusal {
  code: string;
  why: string[];
}

export interface Draft {
  blocks: string[];
  refusal: Refusal | null;
}

export interface Person {
  id: string;
  name: string;
  school: string | null;
}

export type Keeping = 'loading' | 'saved' | 'saving' | 'unsaved' | 'offline';

/** What one opening of the page holds; thrown away whole. */
export class Sitting {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  sent = 0;
  acknowledged = 0;
  hello: Hello | null = null;
  /** The clock up to which one's own words are stored. */
  stored = 0;

  constructor(place: string, told: (message: number, data: Uint8Array) => void, changed: () => void) {
    const sitting = this;
    class Counting extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        sitting.sent = sitting.acknowledged = 0;
        sitting.hello = null;
      }

      override send(data: Uint8Array<ArrayBuffer>): void {
        const write = data[0] === 0 && data[1] !== 0;
        if (write && sitting.hello && !sitting.hello.edit) return;
        if (write) sitting.sent++;
        super.send(data);
        if (write) changed();
      }
    }
    this.provider = new WebsocketProvider(`${location.origin.replace(/^http/, 'ws')}/live/page`, place, this.doc, {
      connect: false,
      disableBc: true,
      WebSocketPolyfill: Counting as unknown as typeof WebSocket,
      shouldReconnect: (event: CloseEvent) => ![SIGN_IN_AGAIN, NO_LONGER_A_MEMBER].includes(event.code),
    });
    for (const message of [100, 101, 102]) {
      this.provider.messageHandlers[message] = (_encoder: unknown, decoder: decoding.Decoder) =>
        told(message, decoding.readTailAsUint8Array(decoder));
    }
  }

  close(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}

export class Line {
  sitting = $state.raw<Sitting>(undefined!);
  synced = $state(false);
  edit = $state(false);
  /** The page has nodes that this program does not know. */
  outdated = $state(false);
  keeping = $state<Keeping>('loading');
  draft = $state.raw<Draft | null>(null);
  people = $state.raw<Person[]>([]);
  #dirty = false;
  #connected = false;
  #generation: string | null = null;
  #stops: (() => void)[];

  constructor(readonly place: string) {
    this.#open();
    this.#stops = [socket.onLive(() => this.#again())];
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.sitting.close();
  }

  /** Somebody has taken the draft over, or doesn't want it. */
  dropDraft(): void {
    this.draft = null;
  }

  #open(): void {
    const sitting = new Sitting(
      this.place,
      (message, data) => this.#told(sitting, message, data),
      () => this.#look(),
    );
    this.synced = false;
    this.edit = false;
    this.#dirty = false;
    this.#generation = null;
    const { provider, doc } = sitting;
    provider.on('sync', (synced: boolean) => {
      if (synced && this.sitting === sitting) this.synced = true;
      this.#look();
    });
    provider.on('status', ({ status }: { status: string }) => {
      this.#connected = status === 'connected';
      this.#look();
    });
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider) return;
      this.#dirty = true;
      this.#look();
    });
    provider.awareness.on('change', () => this.#meet(sitting));
    this.sitting = sitting;
    this.#look();
    provider.connect();
  }

  /** After signing in again, say: the app's own socket is back. */
  #again(): void {
    const { provider } = this.sitting;
    if (!provider.shouldConnect) provider.connect();
  }

  #told(sitting: Sitting, message: number, data: Uint8Array): void {
    if (sitting !== this.sitting) return;
    if (message === 100) {
      const decoder = decoding.createDecoder(data);
      sitting.acknowledged = decoding.readVarUint(decoder);
      const vector = Y.decodeStateVector(decoding.readTailAsUint8Array(decoder));
      sitting.stored = Math.max(sitting.stored, vector.get(sitting.doc.clientID) ?? 0);
    } else {
      const told = JSON.parse(new TextDecoder().decode(data)) as Hello & Refusal;
      if (message === 101) return this.#anew(told);
      this.#greeted(sitting, told);
    }
    this.#look();
  }

  #greeted(sitting: Sitting, hello: Hello): void {
    if (hello.schema > SCHEMA) {
      this.outdated = true;
      sitting.provider.disconnect();
      return;
    }
    // Made anew since (a backup was brought back): what is here would double the text.
    if (this.#generation !== null && hello.generation !== this.#generation) return this.#anew(null);
    this.#generation = hello.generation;
    sitting.hello = hello;
    if (this.edit && !hello.edit && this.#dirty) return this.#anew({ code: 'not_allowed', why: [] });
    this.edit = hello.edit;
  }

  /** Keeps what was not saved as a draft, and opens the page anew. */
  #anew(refusal: Refusal | null): void {
    const old = this.sitting;
    this.edit = false;
    const blocks = unsaved(old);
    if (blocks.length) this.draft = { blocks: [...(this.draft?.blocks ?? []), ...blocks], refusal };
    old.provider.disconnect();
    // Not within the provider's own handler.
    setTimeout(() => {
      if (this.sitting !== old) return;
      this.#open();
      old.close();
    });
  }

  #look(): void {
    const { sent, acknowledged, hello, provider } = this.sitting;
    // On each socket one's own state is sent first; until that is stored, nothing is known.
    const asked = hello !== null && (!hello.edit || sent > 0);
    const even = this.synced && this.#connected && provider.synced && asked && sent === acknowledged;
    if (even) this.#dirty = false;
    if (!this.synced && !this.#dirty) this.keeping = this.#connected || this.keeping === 'loading' ? 'loading' : 'offline';
    else if (even) this.keeping = 'saved';
    else if (this.#connected) this.keeping = 'saving';
    else this.keeping = this.#dirty ? 'unsaved' : 'offline';
  }

  #meet(sitting: Sitting): void {
    if (sitting !== this.sitting) return;
    const found = new Map<string, Person>();
    for (const [client, state] of sitting.provider.awareness.getStates()) {
      const user = (state as { user?: Person }).user;
      if (client !== sitting.doc.clientID && user?.id) found.set(user.id, user);
    }
    this.people = [...found.values()];
  }
}

/** The blocks with words of one's own that the server has not confirmed. */
function unsaved({ doc, stored }: Sitting): string[] {
  const root = doc.getXmlFragment(ROOT);
  const blocks: string[] = [];
  for (const block of root.toArray()) {
    if (block instanceof Y.XmlElement || block instanceof Y.XmlText) {
      if (isOwn(block, doc.clientID, stored)) blocks.push(wordsOf(block));
    }
  }
  return blocks.filter(Boolean);
}

type Inner = Y.XmlElement | Y.XmlText | Y.XmlFragment;

function isOwn(type: Inner, client: number, stored: number): boolean {
  for (let item = (type as unknown as { _start: Y.Item | null })._start; item; item = item.right) {
    if (item.deleted) continue;
    if (item.id.client === client && item.id.clock + item.length > stored && item.countable) return true;
    if (item.content instanceof Y.ContentType && isOwn(item.content.type as Inner, client, stored)) return true;
  }
  return false;
}

function wordsOf(type: Inner): string {
  if (type instanceof Y.XmlText) {
    return (type.toDelta() as { insert?: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
  }
  return type
    .toArray()
    .map((inner) => (inner instanceof Y.XmlElement || inner instanceof Y.XmlText ? wordsOf(inner) : ''))
    .join(type instanceof Y.XmlElement && ['paragraph', 'heading'].includes(type.nodeName) ? '' : ' ');
}
