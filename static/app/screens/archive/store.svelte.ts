// What one person does in one archive: which files there are and in which order, which are chosen, what may be done with each. The screen
// makes one for its parts. It sends the commands; what they change comes back as events and is read from the shelf.

import { SvelteSet } from 'svelte/reactivity';
import { toast } from '../../parts/toasts.svelte';
import { recall, remember } from '../../remember';
import { kindOfFile, type FileItem } from '../../space/files';
import { uploads } from '../../space/uploads.svelte';
import { compare, plain, t } from '../../words';
import { AtPlace } from '../space/at-place.svelte';
import { sorted, type Order } from './sorting';

export type Asked = 'describe' | 'move' | 'versions' | 'hide';

export class Store extends AtPlace<FileItem> {
  order = $state.raw<Order>(readOrder());
  chosen = new SvelteSet<string>();
  /** A window about some files. */
  asked = $state.raw<{ what: Asked; files: FileItem[] } | null>(null);
  previewed = $state<string | null>(null);

  files = $derived.by(() => sorted(this.shelf.of<FileItem>('file'), this.order, (id) => this.cast(id).name, compare, kindOfFile));
  picked = $derived.by(() => this.files.filter(({ id }) => this.chosen.has(id)));

  /** The server decides; this only leaves out what it would refuse. */
  mayChange(file: FileItem): boolean {
    if (!this.open || this.space.order.quiet || file.state === 'hidden') return false;
    return this.may('edit') || (this.may('add') && this.mine(file));
  }

  mayDelete(file: FileItem): boolean {
    if (!this.open) return false;
    if (file.state === 'hidden') return this.staff;
    return this.may('delete') || (this.may('add') && this.mine(file));
  }

  sort(by: Order['by']): void {
    this.order = { by, down: this.order.by === by ? !this.order.down : by === 'when' || by === 'size' };
    remember('archive.order', `${this.order.by} ${this.order.down ? 'down' : 'up'}`);
    this.said = plain(this.order.down ? 'archive-sorted-down' : 'archive-sorted-up', { by: plain(`archive-${by}`) });
  }

  choose(file: FileItem, on: boolean): void {
    if (on) this.chosen.add(file.id);
    else this.chosen.delete(file.id);
  }

  // --- commands ---

  add(files: File[]): void {
    uploads.add(files.map((file) => ({ place: this.place, file })));
  }

  replace(file: FileItem, fresh: File): void {
    uploads.add([{ place: this.place, file: fresh, replaces: file.id }]);
  }

  async describe(file: FileItem, words: { name?: string; description?: string; alt?: string }): Promise<boolean> {
    return (await this.run('file.change', { file: file.id, ...words })) !== null;
  }

  async move(files: readonly FileItem[], to: string): Promise<boolean> {
    const gone: FileItem[] = [];
    for (const file of files) if ((await this.run('file.move', { file: file.id, to })) !== null) gone.push(file);
    if (gone.length) {
      const title = this.space.places.get(to)?.title ?? '';
      toast(t('archive-moved', { count: gone.length, place: title }), { undo: () => void this.#back(gone, to) });
    }
    this.chosen.clear();
    return gone.length > 0;
  }

  async #back(files: readonly FileItem[], from: string): Promise<void> {
    for (const file of files) await this.run('file.move', { place: from, file: file.id, to: this.place });
  }

  async remove(files: readonly FileItem[]): Promise<void> {
    const gone: FileItem[] = [];
    for (const file of files) if ((await this.run('file.delete', { file: file.id })) !== null) gone.push(file);
    for (const { id } of gone) this.chosen.delete(id);
    if (gone.length) toast(t('archive-deleted', { count: gone.length }), { undo: () => void this.#restoreAll(gone) });
  }

  async #restoreAll(files: readonly FileItem[]): Promise<void> {
    for (const file of files) await this.restore(file);
  }

  async restore(file: Pick<FileItem, 'id'>): Promise<boolean> {
    return (await this.run('file.restore', { file: file.id })) !== null;
  }

  async bringBack(file: FileItem, version: number): Promise<boolean> {
    return (await this.run('file.bring_back', { file: file.id, version })) !== null;
  }

  async hide(file: FileItem, reason: string): Promise<boolean> {
    return (await this.run('file.hide', { file: file.id, reason })) !== null;
  }

  async show(file: FileItem): Promise<void> {
    await this.run('file.show', { file: file.id });
  }

  loadRest(): Promise<void> {
    return this.loadPages('file.list', 'file', (page: { files: FileItem[]; more: boolean; seq: number }) => page.files);
  }
}

function readOrder(): Order {
  const [by, way] = (recall('archive.order') ?? 'name up').split(' ');
  return { by: ['name', 'kind', 'size', 'who', 'when'].includes(by ?? '') ? (by as Order['by']) : 'name', down: way === 'down' };
}
