// What one person does in one gallery: which pictures there are and in which order, which are chosen, what may be done with each.
// The screen makes one for its parts. It sends the commands; what they change comes back as events and is read from the shelf.

import { SvelteSet } from 'svelte/reactivity';
import { toast } from '../../parts/toasts.svelte';
import { plain, t } from '../../words';
import { AtPlace } from '../space/at-place.svelte';
import { behind, called, coverOf, inOrder, lacksWords, type GalleryItem, type Moving, type Picture } from './pictures';

export type View = 'pictures' | 'words';

export class Gallery extends AtPlace<Picture> {
  view = $state<View>('pictures');
  /** Choosing several, and which. */
  choosing = $state(false);
  chosen = new SvelteSet<string>();
  /** The picture that is to be put at a place by its number. */
  placing = $state.raw<Picture | null>(null);
  /** Pictures that go to another place. */
  leaving = $state.raw<Picture[]>([]);
  /** The picture that is hidden with a reason (staff). */
  hiding = $state.raw<Picture | null>(null);
  /** The picture whose words are to be written: the view of words goes to it. */
  wording = $state<string | null>(null);

  #moving = $state.raw<Moving[]>([]);

  item = $derived.by(() => this.shelf.get<GalleryItem>('gallery', this.place));
  pictures = $derived.by(() => inOrder(this.shelf.of<Picture>('file'), this.#moving));
  shown = $derived.by(() => this.pictures.filter(({ state }) => state === 'shown'));
  cover = $derived.by(() => coverOf(this.pictures, this.item?.cover ?? null));
  /** Those that one could give words and that have none for people who don't see them. */
  wordless = $derived.by(() => this.pictures.filter((picture) => lacksWords(picture) && this.mayChange(picture)));

  /** The server decides; this only leaves out what it would refuse. */
  mayChange(picture: Picture): boolean {
    if (!this.open || this.space.order.quiet || picture.state === 'hidden') return false;
    return this.may('edit') || (this.may('add') && this.mine(picture));
  }

  get mayArrange(): boolean {
    return this.open && !this.space.order.quiet && this.may('edit');
  }

  mayMove(picture: Picture): boolean {
    return this.mayArrange || this.mayChange(picture);
  }

  mayDelete(picture: Picture): boolean {
    if (!this.open) return false;
    if (picture.state === 'hidden') return this.staff;
    return this.may('delete') || (this.may('add') && this.mine(picture));
  }

  // --- choosing several ---

  get picked(): Picture[] {
    return this.pictures.filter(({ id }) => this.chosen.has(id));
  }

  toggle(picture: Picture): void {
    if (!this.chosen.delete(picture.id)) this.chosen.add(picture.id);
  }

  stopChoosing(): void {
    this.choosing = false;
    this.chosen.clear();
  }

  // --- commands ---

  /** Puts it at this place among all, counted from 0, and shows it there until the server has said so. */
  async put(picture: Picture, at: number): Promise<boolean> {
    const after = behind(this.pictures, picture.id, at);
    if (after === undefined) return true;
    const moving: Moving = { file: picture.id, after };
    this.#moving = [...this.#moving, moving];
    const to = Math.max(0, Math.min(at, this.pictures.length - 1)) + 1;
    const done = await this.run('gallery.move', after === null ? { file: picture.id } : { file: picture.id, after });
    // The event may come after the answer: till then it would jump back, and lose the focus.
    const { file, seq } = (done ?? {}) as { file?: Picture; seq?: number };
    if (file && seq !== undefined) this.shelf.add([file], seq);
    this.#moving = this.#moving.filter((one) => one !== moving);
    if (done) this.said = plain('gallery-moved', { what: called(picture), at: to, count: this.pictures.length });
    return done !== null;
  }

  step(picture: Picture, by: number): Promise<boolean> {
    return this.put(picture, Math.max(0, this.pictures.findIndex(({ id }) => id === picture.id) + by));
  }

  async words(picture: Picture, words: { description?: string; alt?: string }): Promise<boolean> {
    return (await this.run('file.change', { file: picture.id, ...words })) !== null;
  }

  async setCover(picture: Picture | null): Promise<void> {
    const done = await this.run('gallery.set_cover', picture ? { file: picture.id } : {});
    if (done && picture) toast(t('gallery-cover-set'));
  }

  async remove(pictures: readonly Picture[]): Promise<void> {
    const gone: Picture[] = [];
    for (const picture of pictures) if ((await this.run('file.delete', { file: picture.id })) !== null) gone.push(picture);
    if (gone.length) toast(t('gallery-deleted', { count: gone.length }), { undo: () => void this.#restore(gone) });
  }

  async #restore(pictures: readonly Picture[]): Promise<void> {
    for (const picture of pictures) await this.run('file.restore', { file: picture.id });
  }

  async send(pictures: readonly Picture[], to: string): Promise<void> {
    const title = this.space.places.get(to)?.title ?? '';
    const gone: Picture[] = [];
    for (const picture of pictures) if ((await this.run('file.move', { file: picture.id, to })) !== null) gone.push(picture);
    if (!gone.length) return;
    const back = () => gone.forEach((picture) => void this.run('file.move', { place: to, file: picture.id, to: this.place }));
    toast(plain('gallery-sent', { count: gone.length, title }), { undo: back });
  }

  async hide(picture: Picture, reason: string): Promise<boolean> {
    return (await this.run('file.hide', { file: picture.id, reason })) !== null;
  }

  async show(picture: Picture): Promise<void> {
    await this.run('file.show', { file: picture.id });
  }

  loadRest(): Promise<void> {
    return this.loadPages('file.list', 'file', (page: { files: Picture[]; more: boolean; seq: number }) => page.files);
  }
}
