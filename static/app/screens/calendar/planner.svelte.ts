// One open calendar: which days are looked at, what happens on them, and the commands. The shelf tells when something was
// planned or changed; what happens when is asked anew from the server then, so that there is one truth about it.

import { getContext, setContext, untrack } from 'svelte';
import { explain, type Explained } from '../../explain';
import { schoolLooks, type SchoolLook } from '../../look/schools';
import { toast } from '../../parts/toasts.svelte';
import { now } from '../../parts/now';
import type { Space } from '../../space/space.svelte';
import type { Shelf } from '../../space/shelf.svelte';
import { socket } from '../../wire/socket';
import type { School } from '../../wire/shapes';
import { plain, t } from '../../words';
import { waits } from '../order/waits';
import { addDays, addMonths, dayOf, firstOf, localIn, minutesOf, mondayOf, weeksOf } from './local';
import type { CalendarEvent, Occurrence, Scope, Shown, Times } from './shapes';

export type View = 'month' | 'week' | 'list';

const PAGES = 12;
const LIST_DAYS = 90;
const SOON_DAYS = 45;
const PAUSE = 60;

export class Planner {
  readonly shelf: Shelf;
  view = $state<View>('month');
  /** The day that the view is about. */
  day = $state('');
  error = $state.raw<Explained | null>(null);
  loading = $state(true);
  #found = $state.raw<{ first: string; last: string; shown: Shown[] }>({ first: '', last: '', shown: [] });
  #soon = $state.raw<Shown[]>([]);
  #turn = 0;

  looks = $derived.by(() => schoolLooks(this.schools));
  stamp = $derived.by(() =>
    this.shelf
      .of<CalendarEvent>('calendar_event')
      .map((event) => `${event.id} ${event.changed_at}`)
      .sort()
      .join(),
  );
  today = $derived.by(() => dayOf(localIn(now(), this.zone)));
  range = $derived.by((): [string, string] => {
    if (this.view === 'list') return [this.day, addDays(this.day, LIST_DAYS - 1)];
    if (this.view === 'week') return [mondayOf(this.day), addDays(mondayOf(this.day), 6)];
    const weeks = weeksOf(this.day);
    return [weeks[0]![0]!, weeks.at(-1)!.at(-1)!];
  });

  constructor(
    readonly space: Space,
    readonly place: string,
    view: View,
  ) {
    this.shelf = space.shelf(place);
    this.view = view;
    this.day = dayOf(localIn(Date.now(), this.zone));
  }

  get schools(): School[] {
    return this.space.space?.schools ?? [];
  }

  /** The clock that the views go by: that of one's own school, else the device's. */
  get zone(): string {
    return this.space.school(this.space.me?.school)?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  /** The schools, one's own first: whose clock stands first. */
  get clocks(): School[] {
    const own = this.space.me?.school;
    return [...this.schools].sort((a, b) => Number(b.id === own) - Number(a.id === own));
  }

  get may(): string[] {
    return this.space.order.quiet ? [] : this.#mayBesides;
  }

  /** Only a time-out keeps one from planning here. */
  get quiet(): boolean {
    return !!this.space.order.quiet && this.#mayBesides.includes('add');
  }

  get #mayBesides(): string[] {
    return this.space.space?.closed_at ? [] : (this.space.places.get(this.place)?.may ?? []);
  }

  get shown(): Shown[] {
    return this.#found.shown;
  }

  /** What comes next, from today on. */
  get soon(): Shown[] {
    return this.#soon;
  }

  /** The days on the screen have been asked for and are here. */
  get ready(): boolean {
    return this.#found.first <= this.range[0] && this.#found.last >= this.range[1];
  }

  mayChange(event: CalendarEvent): boolean {
    if (event.type === 'session') return false;
    return this.may.includes('edit') || (event.author === this.space.me?.id && this.may.includes('add'));
  }

  mayRemove(event: CalendarEvent): boolean {
    if (event.type === 'session') return false;
    return this.may.includes('delete') || (event.author === this.space.me?.id && this.may.includes('add'));
  }

  look(school: string | null): SchoolLook | null {
    return (school && this.looks.get(school)) || null;
  }

  step(by: 1 | -1): void {
    this.day = this.view === 'month' ? firstOf(addMonths(this.day, by)) : addDays(this.day, by * (this.view === 'week' ? 7 : 28));
  }

  /** Asks for the days on the screen, a little later, so that many changes at once are one question. Answers how to call it off. */
  watch(): () => void {
    const timer = setTimeout(() => void this.load(), this.#found.first ? PAUSE : 0);
    return () => clearTimeout(timer);
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    const [first, last] = untrack(() => this.range);
    this.loading = true;
    try {
      const [shown, soon] = await Promise.all([this.#between(first, last), this.#between(this.today, addDays(this.today, SOON_DAYS), 1)]);
      if (turn !== this.#turn) return;
      this.#found = { first, last, shown };
      this.#soon = soon.filter((one) => one.last >= this.today);
      this.error = null;
    } catch (error) {
      if (turn === this.#turn) this.error = explain(error);
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  }

  async #between(first: string, last: string, pages = PAGES): Promise<Shown[]> {
    const found = new Map<string, Shown>();
    for (let from: string | null = first; from !== null && pages-- > 0;) {
      const { zone, place } = this;
      const answer: Times = await socket.ask<Times>('calendar.between', { place, first: from, last, zone });
      this.shelf.add(answer.events, answer.seq);
      const events = new Map(answer.events.map((event) => [event.id, event]));
      for (const occurrence of answer.occurrences) {
        const one = shown(events.get(occurrence.event)!, occurrence, zone);
        found.set(one.key, one);
      }
      from = answer.rest !== null && answer.rest > from ? answer.rest : null;
    }
    return [...found.values()];
  }

  // -- commands ------------------------------------------------------------------------------------------------------

  /** Moves an occurrence to another start, on the event's own clock; says so, with a way back. */
  async move(one: Shown, starts: string, scope: Scope): Promise<boolean> {
    const { event, occurrence } = one;
    const part = event.repeat ? { scope, occurrence: occurrence.starts } : {};
    const told = await this.#do('calendar.move', { event: event.id, starts, ...part });
    if (!told) return false;
    const back = { event: told.event!.id, starts: occurrence.starts, ...(scope === 'all' && event.repeat ? { occurrence: starts } : {}) };
    toast(plain('calendar-moved', { title: event.title }), { undo: () => void this.#do('calendar.move', back) });
    return true;
  }

  async remove(one: Shown, scope: Scope): Promise<boolean> {
    const { event, occurrence } = one;
    const part = event.repeat ? { scope, occurrence: occurrence.starts } : {};
    if (!(await this.#do('calendar.remove', { event: event.id, ...part }))) return false;
    const undo = () => {
      const back = { event: event.id };
      if (!event.repeat || scope === 'all') return void this.#do('calendar.restore', back);
      if (scope === 'one') return void this.#do('calendar.restore', { ...back, occurrence: occurrence.starts });
      void this.#do('calendar.change', { ...back, repeat: event.repeat });
    };
    toast(plain('calendar-removed', { title: event.title }), { undo });
    return true;
  }

  async #do(method: string, params: Record<string, unknown>): Promise<{ event: CalendarEvent | null } | null> {
    try {
      const answer = await socket.command<{ event: CalendarEvent | null }>(method, { place: this.place, ...params });
      return waits(answer) ? null : answer;
    } catch (error) {
      const { text, reasons } = explain(error);
      toast([text, ...reasons].join(' '));
      return null;
    }
  }

  /** The names of who planned it and whom it is for, for those who listen. */
  schoolName(school: string | null): string {
    return this.space.school(school)?.town ?? t('calendar-both');
  }
}

/** An occurrence as the reader's clock has it. Whole days are the same days everywhere. */
export function shown(event: CalendarEvent, occurrence: Occurrence, zone: string): Shown {
  const key = `${event.id} ${occurrence.starts}`;
  if (occurrence.at === null || occurrence.until === null)
    return { key, event, occurrence, first: occurrence.starts, last: occurrence.ends, from: 0, to: 1440 };
  const begins = localIn(occurrence.at, zone);
  // What ends at midnight does not belong to the next day.
  const over = localIn(Date.parse(occurrence.until) - (occurrence.until > occurrence.at ? 1 : 0), zone);
  const to = minutesOf(over) + (occurrence.until > occurrence.at ? 1 : 0);
  return { key, event, occurrence, first: dayOf(begins), last: dayOf(over), from: minutesOf(begins), to };
}

const name = Symbol('planner');
export const sharePlanner = (planner: Planner): Planner => setContext(name, planner);
export const planner = (): Planner => getContext<Planner>(name);
