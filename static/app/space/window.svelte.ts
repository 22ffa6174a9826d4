// A window on one chat: the stretch of messages that is held, how to move it, and who is typing there. A Space makes
// it, keeps it current and is the only one to hand it events; screens read it and ask it to move. It never decides what
// may be seen: what the server does not send is not here.

import { SvelteMap } from 'svelte/reactivity';
import type { WireError } from '../wire/error';
import { socket } from '../wire/socket';
import type { History, Item, Message, OpenedPlace, Original, WireEvent } from '../wire/shapes';
import { byId, byMessage, withOriginal, withoutOriginal } from './beside';
import { Reading } from './reading';

/** At the end of a chat the newest so many are held; while reading back, at most twice as many. */
export const NEWEST = 200;
const PAGE = 50;
const TYPING_SHOWN = 4_000;
const TYPING_SAID = 2_500;

/** What a window, or a shelf, needs from the space around it. */
export interface Around {
  /** Called with what `place.open` answered, before it is shown. */
  opened(answer: OpenedPlace): void;
  read(place: string, seq: number): void;
  markOf(place: string): number;
  isMe(person: string): boolean;
}

export type WindowStatus = 'loading' | 'ready' | 'lost' | 'error';

export class ChatWindow {
  messages = $state.raw<Message[]>([]);
  /** Messages that are replied to and lie outside this stretch. */
  also = $state.raw<ReadonlyMap<string, Message>>(new Map());
  originals = $state.raw<ReadonlyMap<string, Original[]>>(new Map());
  /** There are older ones before, newer ones after what is held. */
  more = $state(false);
  newer = $state(false);
  status = $state<WindowStatus>('loading');
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  typing = new SvelteMap<string, ReturnType<typeof setTimeout>>();
  /** Set by the screen: nothing is taken away above while one reads there. */
  atEnd = true;

  /** What came while one was away: after the first number, up to the second. */
  #missed = $state.raw({ after: 0, upTo: 0 });
  #seq = 0;
  #turn = 0;
  #versions = new Map<string, number>();
  #during: WireEvent[] | null = null;
  #entered = false;
  #saidTyping = 0;
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

  get newest(): Message | undefined {
    return this.newer ? undefined : this.messages.at(-1);
  }

  get held(): readonly Message[] {
    return this.messages;
  }

  find(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id) ?? this.also.get(id);
  }

  /** Somebody looks at it: presence and the divider start here. */
  enter(): void {
    this.#entered = true;
    this.lookAgain();
    // While it loads it is said at the end of that.
    if (this.status === 'ready') this.cameBack();
  }

  leave(): void {
    this.#entered = false;
    socket.signal('presence.leave', { place: this.place });
  }

  /** One comes back to it (or to this tab): what came since is new. Who has never been here was not away. */
  lookAgain(): void {
    const after = Math.max(this.#reading.upTo, this.around.markOf(this.place));
    this.#missed = { after, upTo: after && (this.newest?.seq ?? 0) };
  }

  /** One has answered: nothing is new any more. */
  caughtUp(): void {
    this.#missed = { after: 0, upTo: 0 };
  }

  /** The first message that came while one was away, of those that are held. */
  get newFrom(): string | null {
    const { after, upTo } = this.#missed;
    const isNew = ({ seq, author }: Message) => seq > after && seq <= upTo && !this.around.isMe(author);
    return this.messages.find(isNew)?.id ?? null;
  }

  /** After a broken connection that the events have bridged: only presence has to be said again. */
  cameBack(): void {
    if (this.#entered) socket.signal('presence.enter', { place: this.place });
  }

  /** Loads the newest anew: at the start, after a long absence, and to jump to the end. */
  async load(): Promise<void> {
    await this.#loading(async () => {
      const answer = await socket.ask<OpenedPlace>('place.open', { place: this.place });
      const first = this.#seq === 0;
      const page = await this.#backTo(first ? answer.mark : 0, { ...answer, messages: answer.items });
      return () => {
        this.around.opened(answer);
        this.#seq = answer.seq;
        this.#replace(page);
        this.newer = false;
        if (first) this.lookAgain();
        this.cameBack();
      };
    });
  }

  async loadOlder(): Promise<void> {
    const first = this.messages[0];
    if (!first || !this.more || this.busy) return;
    await this.#loading(async () => {
      const page = await this.#history({ before: first.id });
      return () => {
        this.more = page.more;
        this.#merge(page);
        if (this.messages.length <= 2 * NEWEST) return;
        this.messages = this.messages.slice(0, 2 * NEWEST);
        this.newer = true;
      };
    });
  }

  async loadNewer(): Promise<void> {
    const last = this.messages.at(-1);
    if (!last || !this.newer || this.busy) return;
    await this.#loading(async () => {
      const page = await this.#history({ after: last.id });
      return () => {
        this.newer = page.more;
        this.#merge(page);
        this.#trimTop(2 * NEWEST);
      };
    });
  }

  /** Makes sure that a message is held; false where there is none such (any more). */
  async goTo(id: string): Promise<boolean> {
    const held = () => this.messages.some((message) => message.id === id);
    if (held()) return true;
    await this.#loading(async () => {
      const page = await this.#history({ around: id }).catch((error: WireError) => {
        if (error.code !== 'not_found' && error.code !== 'unknown_message') throw error;
      });
      return () => {
        if (!page) return;
        this.#replace(page);
        // What lies beyond is found out by going there: the answer tells of one side only.
        this.more = this.newer = true;
      };
    });
    return held();
  }

  /** The newest line was really seen. */
  seen(seq: number): void {
    this.#reading.seen(seq);
  }

  saysTyping(): void {
    if (Date.now() - this.#saidTyping < TYPING_SAID) return;
    this.#saidTyping = Date.now();
    socket.signal('presence.typing', { place: this.place });
  }

  lose(): void {
    this.messages = [];
    this.also = new Map();
    this.originals = new Map();
    this.more = this.newer = false;
    this.#seq = 0;
    for (const person of [...this.typing.keys()]) this.#stopsTyping(person);
    this.status = 'lost';
  }

  /** Only for the Space: it has checked that the event is newer than its own snapshot. */
  apply(event: WireEvent): void {
    if (event.event === 'presence.typing' && event.by) return this.#types(event.by);
    this.#during?.push(event);
    if (event.seq === undefined || event.seq <= this.#seq) return;
    for (const item of event.put ?? []) this.#put(item, event.seq);
    for (const { kind, id } of event.gone ?? []) this.#gone(kind, id);
  }

  #put(item: Item, seq: number): void {
    if (item.kind === 'original') this.originals = withOriginal(this.originals, item);
    if (item.kind !== 'message') return;
    if (seq < (this.#versions.get(item.id) ?? 0)) return;
    this.#versions.set(item.id, seq);
    if (item.seq === seq) this.#stopsTyping(item.author);
    if (this.also.has(item.id)) this.also = new Map(this.also).set(item.id, item);
    if (this.messages.some((message) => message.id === item.id)) {
      this.messages = this.messages.map((message) => (message.id === item.id ? item : message));
    } else if (this.#belongs(item)) this.#insert(item);
  }

  /** Whether a message that is not held lies inside the stretch that is. */
  #belongs(item: Message): boolean {
    const first = this.messages[0];
    const last = this.messages.at(-1);
    if (!first || !last) return !this.newer;
    return (item.seq > first.seq || !this.more) && (item.seq < last.seq || !this.newer);
  }

  #insert(item: Message): void {
    let at = this.messages.length;
    while (at > 0 && this.messages[at - 1]!.seq > item.seq) at--;
    this.messages = [...this.messages.slice(0, at), item, ...this.messages.slice(at)];
    if (this.atEnd && this.messages.length > NEWEST + PAGE) this.#trimTop(NEWEST);
  }

  #trimTop(held: number): void {
    if (this.messages.length <= held) return;
    this.messages = this.messages.slice(-held);
    this.more = true;
  }

  #gone(kind: string, id: string): void {
    if (kind === 'message') this.messages = this.messages.filter((message) => message.id !== id);
    if (kind === 'original') this.originals = withoutOriginal(this.originals, id);
  }

  #history(params: Record<string, unknown>): Promise<History> {
    return socket.ask<History>('chat.history', { place: this.place, limit: PAGE, ...params });
  }

  /** Goes back from the newest until what was read last is in it, but not for ever: there the line "new since" stands. */
  async #backTo(mark: number, page: History, pages = 2): Promise<History> {
    const first = page.messages[0];
    if (!first || !mark || first.seq <= mark || !page.more || pages === 0) return page;
    const older = await this.#history({ before: first.id, limit: 2 * PAGE });
    const both = { messages: [...older.messages, ...page.messages], also: [...older.also, ...page.also] };
    return this.#backTo(mark, { ...both, originals: [...older.originals, ...page.originals], more: older.more }, pages - 1);
  }

  /** Older than what events have brought already is only what a page says of messages that are held. */
  #merge(page: History): void {
    const held = new Set(this.messages.map((message) => message.id));
    const fresh = page.messages.filter((message) => !held.has(message.id));
    this.messages = [...this.messages, ...fresh].sort((a, b) => a.seq - b.seq);
    this.also = new Map([...byId(page.also), ...this.also]);
    this.originals = new Map([...byMessage(page.originals), ...this.originals]);
  }

  #replace(page: History): void {
    this.#versions.clear();
    this.messages = page.messages;
    this.also = byId(page.also);
    this.originals = byMessage(page.originals);
    this.more = page.more;
  }

  /**
   * Fetches, then shows. What happens while a page is on its way may not be in it: it is applied again once the page
   * is there. A later load makes an earlier one void, else two stretches with a gap between them could be joined.
   */
  async #loading(fetch: () => Promise<() => void>): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    this.#during ??= [];
    let show: (() => void) | null = null;
    try {
      show = await fetch();
    } catch (error) {
      if (turn === this.#turn) this.#refused(error as WireError);
    }
    if (turn !== this.#turn) return;
    const during = this.#during;
    this.#during = null;
    this.busy = false;
    if (!show) return;
    show();
    this.status = 'ready';
    for (const event of during) this.apply(event);
  }

  #refused(error: WireError): void {
    if (error.code === 'not_found') return this.lose();
    this.error = error;
    if (this.status === 'loading') this.status = 'error';
  }

  #types(person: string): void {
    clearTimeout(this.typing.get(person));
    this.typing.set(
      person,
      setTimeout(() => this.typing.delete(person), TYPING_SHOWN),
    );
  }

  #stopsTyping(person: string): void {
    clearTimeout(this.typing.get(person));
    this.typing.delete(person);
  }
}
