// Everything live about one space. `Space.apply` is the only place that changes it by events; the frame and the screens
// read it and send commands through the socket. The reducer is generic: an event puts whole items or says which are
// gone, and `state + events` is the same as a fresh state.

import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { WireError } from '../wire/error';
import { socket } from '../wire/socket';
import type {
  Item,
  Listened,
  Mark,
  Member,
  Message,
  OpenedPlace,
  Place,
  Resumed,
  SpaceItem,
  Thing,
  Unread,
  WireEvent,
  RoomGate,
} from '../wire/shapes';
import { desk } from './desk.svelte';
import { flush, take } from './gather';
import { GroupBook } from './groups.svelte';
import { OrderBook } from './order.svelte';
import { outbox } from './outbox.svelte';
import { renew } from './renew';
import { Rules } from './rules.svelte';
import { SessionBook } from './sessions.svelte';
import { Shelf } from './shelf.svelte';
import { Tally } from './tally';
import { treeOf, type Branch } from './tree';
import { ChatWindow, type Around } from './window.svelte';

/** After a refusal that passes by itself, in milliseconds, unless the server says when. */
const TRY_AGAIN = 3_000;

export type SpaceStatus = 'loading' | 'live' | 'offline' | 'lost' | 'error';
export type { Branch } from './tree';
export type { Shelf } from './shelf.svelte';
export type { ChatWindow } from './window.svelte';

export class Space {
  space = $state.raw<SpaceItem | null>(null);
  error = $state.raw<WireError | null>(null);
  places = new SvelteMap<string, Place>();
  members = new SvelteMap<string, Member>();
  unread = new SvelteMap<string, Unread>();
  /** Who has which room open. */
  here = new SvelteMap<string, string[]>();
  /** How rooms stand that are not always open. */
  gates = new SvelteMap<string, RoomGate>();
  /** Teachers and administrators who read along, in the rooms that were opened. */
  readAlong = new SvelteMap<string, string[]>();
  readonly booked = new SessionBook(this);
  readonly rules: Rules;
  readonly groups: GroupBook;
  readonly order = new OrderBook(this);

  #phase = $state<'loading' | 'known' | 'lost' | 'error'>('loading');
  #caughtUp = $state(false);
  #me = $state<string | null>(null);
  #seq = 0;
  #bookmark: string | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  #tallies = new Map<string, Tally>();
  /** The numbers of the events that told of gates last: an answer that is older doesn't go over them. */
  #gatesAt = new Map<string, number>();
  #windows = new Map<string, ChatWindow | Shelf>();
  #hearers = new Set<(event: WireEvent) => void>();
  #changers = new Set<() => void>();
  #stops: (() => void)[];

  me = $derived<Member | null>((this.#me && this.members.get(this.#me)) || null);
  status = $derived<SpaceStatus>(this.#phase !== 'known' ? this.#phase : this.#caughtUp && socket.state === 'live' ? 'live' : 'offline');
  #tree = $derived.by(() => treeOf(this.id, this.places.values()));

  constructor(readonly id: string) {
    this.rules = new Rules(id);
    this.groups = new GroupBook(id);
    this.#stops = [
      take(id, (event) => this.apply(event)),
      socket.onLive(() => void this.#listen()),
      desk.onMark((mark) => this.mark(mark)),
    ];
    if (socket.state === 'live') void this.#listen();
  }

  /** The places directly under the root, each with what lies below it. Reactive. */
  tree(): Branch[] {
    return this.#tree;
  }

  school(id: string | null | undefined) {
    return this.space?.schools.find((school) => school.id === id) ?? null;
  }

  /** What a place is called: its title, or in a room of two the other's name. */
  titleOf(place: Place): string {
    const others = (place.people ?? []).filter((person) => person !== this.#me);
    return others.length ? others.map((person) => this.members.get(person)?.name ?? '…').join(' & ') : place.title;
  }

  unreadOf(place: string): number {
    return this.unread.get(place)?.count ?? 0;
  }

  /** The window on a chat; the same one as long as the space is held, kept current while one looks elsewhere. */
  openPlace(place: string): ChatWindow {
    const held = this.#windows.get(place);
    return held instanceof ChatWindow ? held : untrack(() => this.#hold(new ChatWindow(place, this.#around)));
  }

  /** What stands in a place of any other kind; held and kept current likewise. */
  shelf(place: string): Shelf {
    const held = this.#windows.get(place);
    return held instanceof Shelf ? held : untrack(() => this.#hold(new Shelf(place, this.#around)));
  }

  #around: Around = {
    opened: (answer) => this.#opened(answer),
    read: (where, seq) => void this.#read(where, seq),
    markOf: (where) => this.unread.get(where)?.mark ?? 0,
    isMe: (person) => person === this.#me,
  };

  #hold<W extends ChatWindow | Shelf>(window: W): W {
    this.#windows.set(window.place, window);
    if (this.#phase === 'known') this.#load(window.place, window);
    return window;
  }

  apply(event: WireEvent): void {
    if (this.#phase === 'lost') return;
    if (event.seq !== undefined && event.seq <= this.#seq) return;
    if (event.bookmark) this.#bookmark = event.bookmark;
    if (event.event === 'space.lost') return this.#lose();
    if (event.event === 'place.lost' && event.place) return this.#losePlace(event.place);
    if (event.event === 'place.found' && event.item) return this.#found(event.item);
    if (event.event === 'presence.here' && event.place) return void this.here.set(event.place, event.here ?? []);
    for (const item of event.put ?? []) this.#put(item, event);
    for (const { kind, id } of event.gone ?? []) this.#gone(kind, id, event);
    // A shelf takes what belongs to it, also when it came from another place.
    for (const [place, window] of this.#windows) if (window instanceof Shelf || place === event.place) window.apply(event);
    for (const hear of this.#hearers) hear(event);
  }

  /** Everything that happens here, for those who ask anew when it does. Returns how to stop it. */
  onEvent(hear: (event: WireEvent) => void): () => void {
    this.#hearers.add(hear);
    return () => this.#hearers.delete(hear);
  }

  /** Places were lost or found. Returns how to stop it. */
  onTree(changed: () => void): () => void {
    this.#changers.add(changed);
    return () => this.#changers.delete(changed);
  }

  /** What a channel that counts for itself says is unread. */
  counted(place: string, count: number): void {
    this.unread.set(place, { count, mark: this.unread.get(place)?.mark ?? 0 });
  }

  /** I have read up to here, in this tab or elsewhere. */
  mark(mark: Mark): void {
    if (mark.space !== this.id) return;
    const held = this.#windows.get(mark.id)?.held;
    const others = (after: number, upTo: number) =>
      held?.filter(({ seq = 0, author }) => seq > after && seq <= upTo && author !== this.#me).length ?? 0;
    this.#tally(mark.id, (tally) => tally.read(mark.seq, held?.length ? others : null));
  }

  /** Stops listening and lets go of everything: another person sits down, or the space was left. */
  close(): void {
    clearTimeout(this.#again);
    this.order.close();
    for (const stop of this.#stops) stop();
    socket.signal('space.unlisten', { space: this.id });
    for (const window of this.#windows.values()) window.lose();
  }

  #put(item: Item, event: WireEvent): void {
    if (item.kind === 'space') this.space = item;
    else if (item.kind === 'place') this.places.set(item.id, item);
    else if (item.kind === 'member') this.members.set(item.id, item);
    else if (item.kind === 'school') this.#school(item);
    else if (item.kind === 'mark') this.mark(item);
    else if (item.kind === 'message') this.#said(item, event);
    else if (item.kind === 'gate') this.#gate(item.id, item, event.seq);
    else if (item.kind === 'group') this.groups.put(item);
    else if (item.kind === 'policies' || item.kind === 'school_hours') this.rules.put(item);
    else if (item.kind === 'chat_session' || item.kind === 'session_answer') this.booked.put(item, event);
    else if (item.kind === 'restraint' || item.kind === 'waiting' || item.kind === 'report') this.order.put(item);
    else if ('place' in item) this.#brought(item, event);
  }

  #school(school: SpaceItem['schools'][number]): void {
    if (!this.space) return;
    this.space = { ...this.space, schools: this.space.schools.map((one) => (one.id === school.id ? school : one)) };
  }

  #said({ place, seq, author, text }: Message, event: WireEvent): void {
    if (author !== this.#me) this.#tally(place, (tally) => tally.said(seq));
    // A message's own number is that of the event that said it.
    else if (seq === event.seq) outbox.arrived(place, text);
  }

  /** An item counts as new once: with the event whose number it bears. */
  #brought({ place, seq, author }: Thing, event: WireEvent): void {
    if (seq !== undefined && seq === event.seq && author !== this.#me) this.#tally(place, (tally) => tally.said(seq));
  }

  #tally(place: string, change: (tally: Tally) => void): void {
    let tally = this.#tallies.get(place);
    if (!tally) this.#tallies.set(place, (tally = new Tally({ count: 0, mark: 0 }, this.#seq)));
    change(tally);
    this.unread.set(place, tally.unread);
  }

  #gate(place: string, gate: RoomGate | null, seq: number | undefined): void {
    if ((seq ?? 0) < (this.#gatesAt.get(place) ?? 0)) return;
    this.#gatesAt.set(place, seq ?? 0);
    if (gate) this.gates.set(place, gate);
    else this.gates.delete(place);
  }

  #gone(kind: string, id: string, event: WireEvent): void {
    if (kind === 'place') this.#losePlace(id);
    if (kind === 'member') this.members.delete(id);
    if (kind === 'gate') this.#gate(id, null, event.seq);
    if (kind === 'group') this.groups.gone(id);
    this.order.gone(kind, id);
  }

  #losePlace(id: string): void {
    for (const map of [this.places, this.unread, this.here, this.gates, this.readAlong]) map.delete(id);
    this.booked.lose(id);
    this.#tallies.delete(id);
    this.#windows.get(id)?.lose();
    for (const changed of this.#changers) changed();
  }

  #found(place: Place): void {
    this.places.set(place.id, place);
    void this.#windows.get(place.id)?.load();
    for (const changed of this.#changers) changed();
  }

  #lose(): void {
    this.#phase = 'lost';
    for (const map of [this.places, this.members, this.unread, this.here, this.gates, this.readAlong]) map.clear();
    this.groups.close();
    this.order.close();
    for (const window of this.#windows.values()) window.lose();
    for (const stop of this.#stops) stop();
  }

  #opened({ place, here, mark, items, seq, gate, read_along }: OpenedPlace): void {
    this.places.set(place.id, place);
    this.here.set(place.id, here);
    this.readAlong.set(place.id, read_along ?? []);
    this.#gate(place.id, gate ?? null, seq);
    if (!this.#tallies.has(place.id)) this.#count(place.id, items, mark, seq);
  }

  /** A place that was found later than the space was listened to: what it holds says how much is unread. */
  #count(place: string, items: readonly (Message | Thing)[], mark: number, seq: number): void {
    const count = items.filter((item) => (item.seq ?? 0) > mark && item.author !== this.#me).length;
    this.#tallies.set(place, new Tally({ count, mark }, seq));
    this.unread.set(place, { count, mark });
  }

  async #read(place: string, seq: number): Promise<void> {
    const answer = await socket.command<{ mark: Mark }>('place.read', { place, seq }).catch(() => null);
    if (answer) this.mark(answer.mark);
  }

  async #listen(): Promise<void> {
    if (this.#phase === 'lost') return;
    clearTimeout(this.#again);
    flush();
    this.#caughtUp = false;
    try {
      const params = this.#bookmark ? { space: this.id, bookmark: this.#bookmark } : { space: this.id };
      const answer = await socket.call<Listened | Resumed>('space.listen', params);
      if (answer.fresh) this.#replace(answer);
      else for (const window of this.#windows.values()) window.cameBack();
      this.groups.again(answer.fresh);
      this.#caughtUp = true;
    } catch (failure) {
      const error = failure as WireError;
      if (error.code === 'offline' || !error.passing) return this.#refused(error);
      this.#again = setTimeout(() => void this.#listen(), (error.retry_after ?? 0) * 1000 || TRY_AGAIN);
    }
  }

  #refused(error: WireError): void {
    // A broken connection listens again by itself when it is back.
    if (error.code === 'offline') return;
    if (error.code === 'not_found') return this.#lose();
    this.error = error;
    if (this.#phase === 'loading') this.#phase = 'error';
  }

  #replace(answer: Listened): void {
    this.#seq = answer.seq;
    this.#bookmark = answer.bookmark;
    this.#me = answer.me.id;
    this.space = answer.space;
    renew(
      this.places,
      answer.places.map((place) => [place.id, place]),
    );
    renew(
      this.members,
      [...answer.members, answer.me].map((member) => [member.id, member]),
    );
    renew(this.unread, Object.entries(answer.unread));
    this.#tallies = new Map(Object.entries(answer.unread).map(([place, unread]) => [place, new Tally(unread, answer.seq)]));
    renew(this.here, Object.entries(answer.here));
    this.#gatesAt.clear();
    renew(
      this.gates,
      (answer.gates ?? []).map((gate) => [gate.id, gate]),
    );
    void this.booked.load();
    void this.rules.load();
    this.order.begin(answer.restraints ?? []);
    this.#phase = 'known';
    if (answer.more) this.#moreMembers(answer.members.at(-1)?.id).catch((error: WireError) => this.#refused(error));
    for (const [place, window] of this.#windows) this.#load(place, window);
  }

  #load(place: string, window: ChatWindow | Shelf): void {
    if (this.places.has(place)) void window.load();
    else window.lose();
  }

  async #moreMembers(after: string | undefined): Promise<void> {
    const page = await socket.ask<{ members: Member[]; more: boolean }>('space.members', { space: this.id, after });
    // What an event has put meanwhile is newer than the page.
    for (const member of page.members) if (!this.members.has(member.id)) this.members.set(member.id, member);
    if (page.more) await this.#moreMembers(page.members.at(-1)?.id);
  }
}

const spaces = new Map<string, { space: Space; end: () => void }>();

/** The space with this id: listened to from the first call on, until the person signs out. May be called while drawing. */
export function openSpace(id: string): Space {
  return untrack(() => {
    const held = spaces.get(id);
    if (held && held.space.status !== 'lost') return held.space;
    return hold(id);
  });
}

/** A space outlives the screen that asked for it first: so does what is derived from it. */
function hold(id: string): Space {
  let space: Space | undefined;
  const end = $effect.root(() => {
    space = new Space(id);
  });
  spaces.set(id, { space: space!, end });
  return space!;
}

/** For signing out: nothing of the person stays in memory. */
export function closeSpaces(): void {
  for (const { space, end } of spaces.values()) {
    space.close();
    end();
  }
  spaces.clear();
}

outbox.onTaken((line, item, seq) => {
  // Everything that came before the answer stands before it.
  flush();
  const event = item.kind === 'message' ? 'chat.said' : 'waiting.put';
  spaces.get(line.space)?.space.apply({ space: line.space, event, seq, place: line.place, by: item.author, put: [item] });
});
