// What one person does at one pinboard: which notes there are, which of them are being moved, what may be done with each. The
// screen makes one for its parts. It sends the commands; what they change comes back as events and is read from the shelf.

import { SvelteMap } from 'svelte/reactivity';
import { toast } from '../../parts/toasts.svelte';
import { session } from '../../space/session.svelte';
import type { May } from '../../wire/shapes';
import { plain, t } from '../../words';
import { AtPlace } from '../space/at-place.svelte';
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

export class Wall extends AtPlace<Note> {
  /** Notes that this person is moving, or has let go and the server has not answered yet. */
  spots = new SvelteMap<string, Spot>();
  editing = $state.raw<Note | 'new' | null>(null);
  asking = $state.raw<Asking | null>(null);
  /** The note whose earlier words are asked for (staff). */
  recalling = $state.raw<Note | null>(null);

  board = $derived.by<Omit<Board, 'id' | 'place'>>(() => this.shelf.get<Board>('board', this.place) ?? NO_BOARD);
  /** In the order in which they came to be seen. */
  notes = $derived.by(() => this.shelf.of<Note>('note').sort((a, b) => a.seq - b.seq));
  /** From the lowest to the highest on the board. */
  order = $derived.by(() => new Map([...this.notes].sort((a, b) => a.z - b.z).map(({ id }, index) => [id, index + 1])));
  waiting = $derived.by(() => this.notes.filter(({ state }) => state === 'held').length);

  get me(): string {
    return session.me?.id ?? '';
  }

  get zone(): string | undefined {
    return session.me?.zone ?? undefined;
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
    const answer = await this.run<{ note?: Note }>('note.pin', { ...words, ...(picture ? { picture } : {}), ...spot });
    if (answer?.note) this.lit = answer.note.id;
    if (answer?.note?.state === 'held') toast(t('pinboard-held-toast'));
    return answer !== null;
  }

  async edit(note: Note, draft: Draft): Promise<boolean> {
    const words = {
      ...(draft.text === note.text ? {} : { text: draft.text }),
      ...(draft.picture === note.picture ? {} : { picture: draft.picture }),
    };
    const done = await this.run('note.edit', { note: note.id, colour: draft.colour, ...words });
    if (done && draft.column !== note.column) return this.move(note, { column: draft.column });
    return done !== null;
  }

  async move(note: Note, to: Partial<Spot> & { column?: string | null }): Promise<boolean> {
    const done = await this.run('note.move', { note: note.id, ...to });
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
    if ((await this.run('note.delete', { note: note.id })) === null) return;
    toast(t('pinboard-deleted-toast'), { undo: () => void this.recover(note) });
  }

  async recover(note: Note): Promise<boolean> {
    return (await this.run('note.recover', { note: note.id })) !== null;
  }

  async letThrough(note: Note): Promise<void> {
    if (await this.run('note.let_through', { note: note.id })) toast(t('pinboard-through-toast'));
  }

  async restore(note: Note): Promise<void> {
    await this.run('note.restore', { note: note.id });
  }

  async reasoned({ what, note }: Asking, reason: string): Promise<boolean> {
    return (await this.run(`note.${what}`, { note: note.id, reason })) !== null;
  }

  async set(settings: Partial<Pick<Board, 'changes' | 'hold'>>): Promise<boolean> {
    return (await this.run('pinboard.set', settings)) !== null;
  }

  async setColumns(columns: { id?: string; title: string }[]): Promise<boolean> {
    return (await this.run('pinboard.set_columns', { columns })) !== null;
  }

  loadRest(): Promise<void> {
    return this.loadPages('pinboard.notes', 'note', (page: { notes: Note[]; more: boolean; seq: number }) => page.notes);
  }
}
