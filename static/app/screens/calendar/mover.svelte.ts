// Moving something to another day or time, with the pointer or from the keyboard. It knows what is held and where it would land;
// the views show that. A finger scrolls: on touch screens things are moved in their window.

import { getContext, setContext } from 'svelte';
import { addDays, daysBetween, shift } from './local';
import type { Planner } from './planner.svelte';
import type { Shown } from './shapes';

export interface Target {
  day: string;
  /** Minute of the day, for what has a time. */
  minute: number;
}

const DAY = 86_400_000;
const STEP = 30;
const FAR = 6;

export class Mover {
  held = $state.raw<Shown | null>(null);
  target = $state.raw<Target | null>(null);
  /** Held from the keyboard: then the arrows move it. */
  byKeys = $state(false);
  /** What repeats was let go there: which of its days are meant? */
  asking = $state.raw<{ shown: Shown; starts: string } | null>(null);
  /** What was moved gets the focus where it lands. */
  follow: string | null = null;

  constructor(private planner: Planner) {}

  /** The pointer went down on it: a move begins when it goes far enough. */
  press(shown: Shown, event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch' || !this.planner.mayChange(shown.event)) return;
    const from = { x: event.clientX, y: event.clientY };
    const grip = this.#at(event)?.minute ?? 0;
    const start: Target = { day: this.#at(event)?.day ?? shown.first, minute: grip };
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener(
      'pointermove',
      (moved) => {
        if (!this.held && Math.hypot(moved.clientX - from.x, moved.clientY - from.y) < FAR) return;
        moved.preventDefault();
        this.held = shown;
        const over = this.#at(moved);
        if (!over) return;
        const days = daysBetween(start.day, over.day);
        const minute = over.timed && shown.occurrence.at !== null ? snap(shown.from + over.minute - grip) : shown.from;
        this.target = { day: addDays(shown.first, days), minute };
      },
      { signal },
    );
    const end = () => {
      stop.abort();
      if (!this.held) return;
      // The click that follows is the end of the move, not a wish to open it.
      const swallow = (click: MouseEvent) => click.stopPropagation();
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }));
      void this.drop();
    };
    addEventListener('pointerup', end, { signal });
    addEventListener('pointercancel', () => (stop.abort(), this.cancel()), { signal });
    addEventListener('keydown', (key) => key.key === 'Escape' && (stop.abort(), this.cancel()), { signal });
  }

  /** Picks it up from the keyboard. */
  pick(shown: Shown): void {
    if (!this.planner.mayChange(shown.event)) return;
    this.held = shown;
    this.byKeys = true;
    this.target = { day: shown.first, minute: shown.from };
  }

  /** A key while something is held; true when it meant the move. */
  key(event: KeyboardEvent): boolean {
    if (!this.held || !this.byKeys || !this.target) return false;
    const timed = this.planner.view === 'week' && this.held.occurrence.at !== null;
    const back = document.documentElement.dir === 'rtl' ? 1 : -1;
    const move = (days: number, minutes = 0) => {
      this.target = { day: addDays(this.target!.day, days), minute: Math.min(1440 - STEP, Math.max(0, this.target!.minute + minutes)) };
    };
    if (event.key === 'ArrowLeft') move(back);
    else if (event.key === 'ArrowRight') move(-back);
    else if (event.key === 'ArrowUp') move(timed ? 0 : -7, timed ? -STEP : 0);
    else if (event.key === 'ArrowDown') move(timed ? 0 : 7, timed ? STEP : 0);
    else if (event.key === 'Enter' || event.key === ' ') void this.drop();
    else if (event.key === 'Escape' || event.key === 'Tab') this.cancel();
    else return false;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
    return true;
  }

  cancel(): void {
    this.held = this.target = null;
    this.byKeys = false;
  }

  async drop(): Promise<void> {
    const { held, target, byKeys } = this;
    this.cancel();
    if (!held || !target) return;
    const by = daysBetween(held.first, target.day) * DAY + (target.minute - held.from) * 60_000;
    if (!by) return;
    if (byKeys) this.follow = held.event.id;
    const starts = shift(held.occurrence.starts, by);
    if (held.event.repeat) this.asking = { shown: held, starts };
    else await this.planner.move(held, starts, 'all');
  }

  /** The day under the pointer, and in a column of hours the minute. */
  #at(event: PointerEvent): (Target & { timed: boolean }) | null {
    const cell = document.elementsFromPoint(event.clientX, event.clientY).find((each) => each instanceof HTMLElement && each.dataset.day);
    if (!(cell instanceof HTMLElement)) return null;
    const { day, from, to } = cell.dataset;
    if (from === undefined || to === undefined) return { day: day!, minute: 0, timed: false };
    const box = cell.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    return { day: day!, minute: Number(from) + share * (Number(to) - Number(from)), timed: true };
  }
}

const snap = (minute: number) => Math.min(1440 - STEP, Math.max(0, Math.round(minute / STEP) * STEP));

const name = Symbol('mover');
export const shareMover = (mover: Mover): Mover => setContext(name, mover);
export const mover = (): Mover => getContext<Mover>(name);
