// How order is kept in a space, as the lists of the server and the events since tell it: who has a time-out or is held, what
// waits for a teacher, what was reported. A pupil has only what concerns them. What is said here is for showing: the server
// decides about each command again.

import { SvelteMap } from 'svelte/reactivity';
import { socket } from '../wire/socket';
import type { Member, Report, Restraint, Waiting } from '../wire/shapes';
import { renew } from './renew';

/** What it needs of the space around it. */
interface Around {
  readonly id: string;
  readonly me: Member | null;
}

type Kept = Report | Waiting | Restraint;

/** More pages than this are not fetched at once; a school that has so many has other worries. */
const PAGES = 20;
const LONGEST_TIMER = 2 ** 31 - 1;

export const isStaff = (member: Member | null | undefined): boolean => !!member && (member.role === 'teacher' || member.administrator);

export class OrderBook {
  restraints = new SvelteMap<string, Restraint>();
  waiting = new SvelteMap<string, Waiting>();
  reports = new SvelteMap<string, Report>();
  status = $state<'loading' | 'ready' | 'failed'>('loading');
  /** There are closed reports older than those held. */
  older = $state(false);
  /** Counts the time-outs that ran out, so that what depends on them is looked at again. */
  #over = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What events have brought or taken while lists are on their way: those are older. */
  #touched = new Set<string>();
  #turn = 0;

  staff = $derived.by(() => isStaff(this.around.me));
  #newest = $derived.by(() => [...this.reports.values()].sort((a, b) => (a.id < b.id ? 1 : -1)));
  open = $derived.by(() => this.#newest.filter(({ state }) => state === 'open'));
  closed = $derived.by(() => this.#newest.filter(({ state }) => state === 'closed'));
  mine = $derived.by(() => this.#newest.filter(({ by }) => by === this.around.me?.id));
  /** What waits for the staff, the oldest first. */
  queue = $derived.by(() => [...this.waiting.values()].filter(({ state }) => state === 'waiting').sort((a, b) => (a.id < b.id ? -1 : 1)));
  timeOuts = $derived.by(() => [...this.restraints.values()].filter(({ id }) => this.quietOf(id)));
  heldOnes = $derived.by(() => [...this.restraints.values()].filter(({ held }) => held));
  /** What the staff has to look at: open reports of others, and what waits. */
  toDo = $derived.by(() => (this.staff ? this.open.filter(({ by }) => by !== this.around.me?.id).length + this.queue.length : 0));
  /** My own time-out, as long as it lasts. */
  quiet = $derived.by(() => this.quietOf(this.around.me?.id));
  /** A teacher looks first at what I write. */
  held = $derived.by(() => !!this.restraints.get(this.around.me?.id ?? '')?.held);

  constructor(private around: Around) {}

  quietOf(person: string | undefined): Restraint | null {
    void this.#over;
    const mark = this.restraints.get(person ?? '');
    return mark?.until && Date.parse(mark.until) > Date.now() ? mark : null;
  }

  isHeld(person: string): boolean {
    return !!this.restraints.get(person)?.held;
  }

  /** What I wrote in this place and no teacher has let through yet, refused ones with their reason. */
  mineIn(place: string): Waiting[] {
    const mine = [...this.waiting.values()].filter((one) => one.place === place && one.author === this.around.me?.id);
    return mine.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  put(item: Kept): void {
    this.#touched.add(`${item.kind} ${item.id}`);
    if (item.kind === 'report') this.reports.set(item.id, item);
    else if (item.kind === 'waiting') this.waiting.set(item.id, item);
    else {
      this.restraints.set(item.id, item);
      this.#wait();
    }
  }

  gone(kind: string, id: string): void {
    this.#touched.add(`${kind} ${id}`);
    if (kind === 'waiting') this.waiting.delete(id);
    if (kind === 'report') this.reports.delete(id);
  }

  /** The space was listened to afresh: its restraints came with that, the lists are asked for. */
  begin(restraints: readonly Restraint[]): void {
    renew(
      this.restraints,
      restraints.map((mark) => [mark.id, mark]),
    );
    this.#wait();
    void this.load();
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    this.#touched.clear();
    try {
      const [open, closed, waiting] = await Promise.all([this.#open(), this.#page('closed'), this.#queue()]);
      if (turn !== this.#turn) return;
      this.#take('report', this.reports, [...open, ...closed.reports]);
      this.#take('waiting', this.waiting, waiting);
      this.older = closed.more;
      this.status = 'ready';
    } catch {
      if (turn === this.#turn && this.status === 'loading') this.status = 'failed';
    }
  }

  async loadOlder(): Promise<void> {
    const page = await this.#page('closed', this.closed.at(-1)?.id);
    for (const report of page.reports) if (!this.reports.has(report.id)) this.reports.set(report.id, report);
    this.older = page.more;
  }

  /** The space was left, or another person sits down: nothing of it stays. */
  close(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    for (const map of [this.restraints, this.waiting, this.reports]) map.clear();
  }

  async #open(): Promise<Report[]> {
    const found: Report[] = [];
    for (let pages = 0, more = true; more && pages < PAGES; pages++) {
      const page = await this.#page('open', found.at(-1)?.id);
      found.push(...page.reports);
      more = page.more;
    }
    return found;
  }

  #page(state: Report['state'], before?: string): Promise<{ reports: Report[]; more: boolean }> {
    return socket.ask('report.list', { space: this.around.id, state, ...(before ? { before } : {}) });
  }

  async #queue(): Promise<Waiting[]> {
    const found: Waiting[] = [];
    for (let pages = 0, more = true; more && pages < PAGES; pages++) {
      const after = found.at(-1)?.id;
      const page = await socket.ask<{ waiting: Waiting[]; more: boolean }>('waiting.list', {
        space: this.around.id,
        ...(after ? { after } : {}),
      });
      found.push(...page.waiting);
      more = page.more;
    }
    return found;
  }

  #take<T extends { id: string }>(kind: Kept['kind'], map: SvelteMap<string, T>, items: readonly T[]): void {
    const touched = (id: string) => this.#touched.has(`${kind} ${id}`);
    const kept = [...map].filter(([id]) => touched(id));
    renew(map, [...items.filter(({ id }) => !touched(id)).map((item): [string, T] => [item.id, item]), ...kept]);
  }

  /** The next time-out to run out frees its person here too. */
  #wait(): void {
    clearTimeout(this.#timer);
    const coming = [...this.restraints.values()]
      .map(({ until }) => (until ? Date.parse(until) - Date.now() : 0))
      .filter((left) => left > 0);
    if (!coming.length) return;
    this.#timer = setTimeout(
      () => {
        this.#over += 1;
        this.#wait();
      },
      Math.min(Math.min(...coming) + 50, LONGEST_TIMER),
    );
  }
}
