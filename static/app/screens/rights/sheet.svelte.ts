// One rights table while somebody looks at it and ticks boxes: what the server answered, what was changed since, what it would
// mean, and whether somebody else was quicker. The dialog of a place and the row of a member draw it; it decides nothing.

import { SvelteMap } from 'svelte/reactivity';
import { explain, type Explained } from '../../explain';
import type { Space } from '../../space/space.svelte';
import { WireError } from '../../wire/error';
import { call } from '../../wire/http';
import { socket } from '../../wire/socket';
import { maskOf, rowsOf, ticked, type Previewed, type Right, type Row, type Table } from './shapes';

const NOTHING: Explained = { text: '', reasons: [] };

export class Sheet {
  status = $state<'loading' | 'ready' | 'failed'>('loading');
  /** What went wrong with the last thing that was asked for. */
  failure = $state.raw(NOTHING);
  table = $state.raw<Table | null>(null);
  own = $state(false);
  /** Subject → sum of rights, as ticked now. */
  masks = new SvelteMap<string, number>();
  preview = $state.raw<Previewed | null>(null);
  busy = $state(false);
  /** Somebody else has changed the table since it was read. */
  overtaken = $state(false);
  #saving = false;
  #stop: () => void;

  constructor(
    readonly space: Space,
    readonly place: string,
  ) {
    this.#stop = this.#listen();
    void this.load();
  }

  /** Of the place itself, or of one above: then it may be what this one inherits. */
  #listen(): () => void {
    return this.space.onEvent((event) => {
      if (event.event === 'rights.changed' && !this.#saving && this.table && this.#decides(event.place)) this.overtaken = true;
    });
  }

  /** After closing, with all that was ticked put on top of the table of now. */
  resume(): void {
    this.#stop = this.#listen();
    void this.load(true);
  }

  close(): void {
    this.#stop();
  }

  #decides(place: string | null | undefined): boolean {
    return place === this.place || (!this.table?.own_table && place === this.table?.at);
  }

  /** The rows that decide while the place inherits. */
  get inherited(): readonly Row[] {
    return this.table?.above?.rows ?? [];
  }

  /** What was ticked, added or taken away since the table was read. */
  changed = $derived.by(() => {
    const table = this.table;
    if (!table) return false;
    if (this.own !== table.own_table) return true;
    return this.own && JSON.stringify(this.#rows()) !== JSON.stringify(rowsOf(maskOf(table.rows)));
  });

  /** A role without a tick that had no row gets none. */
  #rows(): Row[] {
    return rowsOf([...this.masks].filter(([subject, mask]) => mask || this.#read.has(subject) || subject.startsWith('person:')));
  }

  /** Reads the table; with `keep`, what was changed here is put on top of what is new. */
  async load(keep = false): Promise<void> {
    this.failure = NOTHING;
    const edits = keep ? this.#edits() : null;
    try {
      const table = await socket.ask<Table>('rights.table', { place: this.place });
      this.table = table;
      this.overtaken = false;
      this.preview = null;
      this.own = table.own_table;
      this.#take(maskOf(table.own_table ? table.rows : []));
      if (edits) this.#put(edits);
      this.status = 'ready';
    } catch (error) {
      this.failure = explain(error);
      if (this.status === 'loading') this.status = 'failed';
    }
  }

  maskOf(subject: string): number {
    return this.masks.get(subject) ?? 0;
  }

  /** As it was read: for showing what was changed. */
  was(subject: string): number | undefined {
    return this.#read.get(subject);
  }

  #read = $derived(maskOf(this.table?.own_table ? this.table.rows : this.inherited));

  tick(subject: string, right: Right | 'all', on: boolean): void {
    this.masks.set(subject, ticked(this.maskOf(subject), right, on));
  }

  add(subject: string, mask: number): void {
    if (!this.masks.has(subject)) this.masks.set(subject, mask);
  }

  remove(subject: string): void {
    this.masks.delete(subject);
  }

  /** A new table starts as a copy of the role rows that applied; back to inheriting keeps nothing of it. */
  inherit(on: boolean): void {
    this.own = !on;
    const table = this.table;
    if (on || !table) return this.#take(new Map());
    this.#take(
      table.own_table ? maskOf(table.rows) : new Map([...maskOf(this.inherited)].filter(([subject]) => subject.startsWith('role:'))),
    );
  }

  #take(masks: ReadonlyMap<string, number>): void {
    for (const subject of [...this.masks.keys()]) if (!masks.has(subject)) this.masks.delete(subject);
    for (const [subject, mask] of masks) if (this.masks.get(subject) !== mask) this.masks.set(subject, mask);
  }

  #edits(): { own: boolean; rows: Map<string, number | null> } {
    const before = maskOf(this.table?.own_table ? this.table.rows : []);
    const rows = new Map<string, number | null>();
    for (const [subject, mask] of this.masks) if (before.get(subject) !== mask) rows.set(subject, mask);
    for (const subject of before.keys()) if (!this.masks.has(subject)) rows.set(subject, null);
    return { own: this.own, rows };
  }

  #put({ own, rows }: { own: boolean; rows: Map<string, number | null> }): void {
    if (own !== this.own) this.inherit(!own);
    if (!own) return;
    for (const [subject, mask] of rows) {
      if (mask === null) this.masks.delete(subject);
      else this.masks.set(subject, mask);
    }
  }

  #asked(): Record<string, unknown> {
    return { place: this.place, rows: this.own ? this.#rows() : null, version: this.table?.version };
  }

  /** What the table would mean. A refusal stands in `failure`, one that came too late in `overtaken`. */
  async look(whole = false): Promise<void> {
    await this.#ask(async () => (this.preview = await call<Previewed>('rights.preview', { ...this.#asked(), whole })));
  }

  /** Sends it; true when it is done. */
  async save(): Promise<boolean> {
    this.#saving = true;
    const done = await this.#ask(() => socket.command('rights.set', this.#asked()));
    this.#saving = false;
    return done;
  }

  async #ask(what: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.failure = NOTHING;
    try {
      await what();
      return true;
    } catch (error) {
      this.preview = null;
      if (error instanceof WireError && error.code === 'rights_changed_meanwhile') this.overtaken = true;
      else this.failure = explain(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
