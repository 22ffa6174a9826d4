// What one person does at one pinboard: which notes there are, which of them are being moved, what may be done with each. The
// screen makes one for its parts. It sends the commands; what they change comes back as events and is read from the shelf.

import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { explain } from '../../explain';
import { toast } from '../../parts/toasts.svelte';
import { session } from '../../space/session.svelte';
import type { Space } from '../../space/space.svelte';
import type { WireError } from '../../wire/error';
import type { May } from '../../wire/shapes';
import { socket } from '../../wire/socket';
import { plain, t } from '../../words';
import { castOf } from '../chat/cast';
import { waits } from '../order/waits';
import { inside, type Board, type Colour, type Note, type Spot } from './notes';

export interface Draft {
  text: string;
  colour: Colour;
  column: string | null;
  /** The id of a picture. */
  picture: string | null;
}

export type Asking = { what: 'hide' | 'refuse'; note: Note };

const NO_BOARD: Omit<Board, 'id' | 'place'> = { kind: 'board', changes: 'own', hold: false, columns: [] };

export class Wall {
  /** Notes that this person is moving, or has let go and the server has not answered yet. */
  spots = new SvelteMap<string, Spot>();
  editing = $state.raw<Note | 'new' | null>(null);
  asking = $state.raw<Asking | null>(null);
  /** The note whose earlier words are asked for (staff). */
  recalling = $state.raw<Note | null>(null);
  /** What is said to those who listen: where a note was moved to. */
  said = $state('');
  /** The note that a link leads to, or one that was just pinned. */
  lit = $state<string | null>(null);

  cast = $derived.by(() => castOf(this.space));
  board = $derived.by<Omit<Board, 'id' | 'place'>>(() => this.shelf.get<Board>('board', this.place) ?? NO_BOARD);
  /** In the order in which they came to be seen. */
  notes = $derived.by(() => this.shelf.of<Note>('note').sort((a, b) => a.seq - b.seq));
  /** From the lowest to the highest on the board. */
  order = $derived.by(() => new Map([...this.notes].sort((a, b) => a.z - b.z).map(({ id }, index) => [id, index + 1])));
  waiting = $derived.by(() => this.notes.filter(({ state }) => state === 'held').length);
  #loading = false;

  constructor(
    readonly space: Space,
    readonly place: string,
  ) {}

  get shelf() {
    return this.space.shelf(this.place);
  }

  get me(): string {
    return session.me?.id ?? '';
  }

  get zone(): string | undefined {
    return session.me?.zone ?? undefined;
  }

  may(right: May): boolean {
    return this.space.places.get(this.place)?.may.includes(right) ?? false;
  }

  get staff(): boolean {
    return this.may('moderate');
  }

  get open(): boolean {
    return !this.space.space?.closed_at;
  }

  get mayPin(): boolean {
    return this.open && this.may('add') && !this.space.order.quiet;
  }

  /** Only a time-out keeps one from writing here. */
  get quiet(): boolean {
    return this.open && this.may('add') && !!this.space.order.quiet;
  }

  mine(note: Note): boolean {
    return note.author === this.me;
  }

  /** The server decides; this only leaves out what it would refuse. */
  mayMove(note: Note): boolean {
    if (!this.open || this.space.order.quiet) return false;
    return note.state === 'hidden' ? this.staff : this.#mayTouch(note, 'edit');
  }

  mayEdit(note: Note): boolean {
    if (!this.open || this.space.order.quiet || note.state === 'held' || note.state === 'hidden') return false;
    return note.state === 'refused' ? this.mine(note) && this.may('add') : this.#mayTouch(note, 'edit');
  }

  /** Words that a teacher let through stay; the colour may change. */
  mayReword(note: Note): boolean {
    return note.state === 'refused' || !this.board.hold || this.staff;
  }

  mayDelete(note: Note): boolean {
    if (!this.open || note.state === 'held') return false;
    return note.state === 'hidden' ? this.staff : this.#mayTouch(note, 'delete');
  }

  #mayTouch(note: Note, right: May): boolean {
    return this.may(right) || (this.may('add') && (this.mine(note) || this.board.changes === 'everybody'));
  }

  spot(note: Note): Spot {
    return this.spots.get(note.id) ?? note;
  }

  // --- commands ---

  async pin(draft: Draft, spot: Spot | null): Promise<boolean> {
    const { picture, ...words } = draft;
    const answer = await this.#run<{ note?: Note }>('note.pin', { ...words, ...(picture ? { picture } : {}), ...spot });
    if (answer?.note) this.lit = answer.note.id;
    if (answer?.note?.state === 'held') toast(t('pinboard-held-toast'));
    return answer !== null;
  }

  async edit(note: Note, draft: Draft): Promise<boolean> {
    const words = { ...(draft.text === note.text ? {} : { text: draft.text }), ...(draft.picture === note.picture ? {} : { picture: draft.picture }) };
    const done = await this.#run('note.edit', { note: note.id, colour: draft.colour, ...words });
    if (done && draft.column !== note.column) return this.move(note, { column: draft.column });
    return done !== null;
  }

  async move(note: Note, to: Partial<Spot> & { column?: string | null }): Promise<boolean> {
    const done = await this.#run('note.move', { note: note.id, ...to });
    return done !== null;
  }

  /** Hangs it where it was let go, and keeps it there until the server has said so. */
  async drop(note: Note, at: Spot): Promise<void> {
    const spot = inside(at);
    this.spots.set(note.id, spot);
    await this.move(note, spot);
    if (this.spots.get(note.id) === spot) this.spots.delete(note.id);
  }

  async toColumn(note: Note, column: string | null): Promise<void> {
    const title = this.board.columns.find(({ id }) => id === column)?.title ?? t('pinboard-no-column');
    if (await this.move(note, { column })) this.said = plain('pinboard-moved-to', { column: title });
  }

  async remove(note: Note): Promise<void> {
    if ((await this.#run('note.delete', { note: note.id })) === null) return;
    toast(t('pinboard-deleted-toast'), { undo: () => void this.recover(note) });
  }

  async recover(note: Note): Promise<boolean> {
    return (await this.#run('note.recover', { note: note.id })) !== null;
  }

  async letThrough(note: Note): Promise<void> {
    if (await this.#run('note.let_through', { note: note.id })) toast(t('pinboard-through-toast'));
  }

  async restore(note: Note): Promise<void> {
    await this.#run('note.restore', { note: note.id });
  }

  async reasoned({ what, note }: Asking, reason: string): Promise<boolean> {
    return (await this.#run(`note.${what}`, { note: note.id, reason })) !== null;
  }

  async set(settings: Partial<Pick<Board, 'changes' | 'hold'>>): Promise<boolean> {
    return (await this.#run('pinboard.set', settings)) !== null;
  }

  async setColumns(columns: { id?: string; title: string }[]): Promise<boolean> {
    return (await this.#run('pinboard.set_columns', { columns })) !== null;
  }

  ask<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    return socket.ask<T>(method, { place: this.place, ...params });
  }

  /** A very full board comes in several pages. */
  async loadRest(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      while (this.shelf.more) {
        const before = untrack(() => this.notes[0]?.id);
        const page = await this.ask<{ notes: Note[]; more: boolean; seq: number }>('pinboard.notes', { before });
        this.shelf.add(page.notes, page.seq);
        this.shelf.more = page.more;
      }
    } catch (error) {
      this.#tell(error);
    } finally {
      this.#loading = false;
    }
  }

  async #run<T extends object = object>(method: string, params: Record<string, unknown>): Promise<T | null> {
    try {
      const answer = await socket.command<T>(method, { place: this.place, ...params });
      waits(answer);
      return answer;
    } catch (error) {
      this.#tell(error);
      return null;
    }
  }

  #tell(error: unknown): void {
    // Signed out meanwhile: the window over the screen says so already.
    if ((error as WireError).code === 'signed_out') return;
    const { text, reasons } = explain(error);
    toast([text, ...reasons].join(' '));
  }
}
