// One mailbox as its screen shows it: the folder that is open, the thread that is read, the letter that is being written. It asks
// the server for pages and asks anew when letters came, went out, were hidden or were read elsewhere.

import { SvelteMap } from 'svelte/reactivity';
import { desk } from '../../space/desk.svelte';
import type { Space } from '../../space/space.svelte';
import type { WireError } from '../../wire/error';
import { socket } from '../../wire/socket';
import { waits } from '../order/waits';
import type { Letter, LetterDraft, LetterOriginal, LetterSlip, WireEvent } from '../../wire/shapes';

export type FolderName = 'inbox' | 'sent' | 'drafts' | 'supervised' | 'removed';

interface Page {
  letters: Letter[];
  slips: LetterSlip[];
  originals: LetterOriginal[];
  more: boolean;
}

/** A letter that is being written. */
export interface Writing {
  draft: string | null;
  to: string[];
  subject: string;
  text: string;
  reply_to: string | null;
}

export type Saved = 'clean' | 'waiting' | 'saved' | 'failed';

const NEWS = 120;
const TYPING = 900;

export class Mailbox {
  folder = $state<FolderName>('inbox');
  status = $state<'loading' | 'ready' | 'error'>('loading');
  error = $state.raw<WireError | null>(null);
  letters = $state.raw<Letter[]>([]);
  drafts = $state.raw<LetterDraft[]>([]);
  more = $state(false);
  thread = $state.raw<Letter[] | null>(null);
  lost = $state(false);
  slips = new SvelteMap<string, LetterSlip>();
  originals = new SvelteMap<string, LetterOriginal>();
  writing = $state<Writing | null>(null);
  saved = $state<Saved>('clean');

  #open: string | null = null;
  #turn = 0;
  #news: ReturnType<typeof setTimeout> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<unknown> = Promise.resolve();
  #stops: (() => void)[];

  constructor(readonly space: Space) {
    this.#stops = [
      space.onEvent((event) => this.#heard(event)),
      desk.onEvent((event) => this.#heard(event)),
      socket.onLive(() => this.#soon()),
    ];
    void this.load();
  }

  close(): void {
    for (const stop of this.#stops) stop();
    clearTimeout(this.#news);
    void this.save();
  }

  choose(folder: FolderName): void {
    this.folder = folder;
    this.status = 'loading';
    this.letters = [];
    this.drafts = [];
    this.more = false;
    void this.load();
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      if (this.folder === 'drafts') {
        const page = await socket.ask<{ drafts: LetterDraft[]; more: boolean }>('letters.drafts', { space: this.space.id });
        if (turn !== this.#turn) return;
        this.drafts = page.drafts;
        this.more = page.more;
      } else {
        const page = await this.#page({});
        if (turn !== this.#turn) return;
        // What was fetched beyond the first page stays below it.
        const oldest = page.letters.at(-1)?.number ?? 0;
        const below = page.more ? this.letters.filter((letter) => letter.number < oldest) : [];
        this.letters = [...page.letters, ...below];
        this.more = below.length ? this.more : page.more;
      }
      this.status = 'ready';
      this.error = null;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = error as WireError;
      if (this.status === 'loading') this.status = 'error';
    }
  }

  async older(): Promise<void> {
    if (this.folder === 'drafts') {
      const last = this.drafts.at(-1)?.id;
      const page = await socket.ask<{ drafts: LetterDraft[]; more: boolean }>('letters.drafts', { space: this.space.id, before: last });
      this.drafts = [...this.drafts, ...page.drafts];
      this.more = page.more;
      return;
    }
    const page = await this.#page({ before: this.letters.at(-1)?.id });
    this.letters = [...this.letters, ...page.letters];
    this.more = page.more;
  }

  /** Shows the thread of a letter; it counts as read then. */
  async read(letter: string | null): Promise<void> {
    if (letter !== this.#open) this.thread = null;
    this.#open = letter;
    this.lost = false;
    if (letter === null) return;
    try {
      const page = this.#took(await socket.ask<Page>('letters.thread', { space: this.space.id, letter }));
      if (this.#open !== letter) return;
      this.thread = page.letters.reverse();
      for (const one of this.thread) if (this.unread(one.id)) void this.mark(one.id, { read: true });
    } catch (error) {
      if (this.#open === letter && (error as WireError).code === 'not_found') this.lost = true;
      else this.error = error as WireError;
    }
  }

  unread(letter: string): boolean {
    const slip = this.slips.get(letter);
    return slip?.box === 'inbox' && !slip.read;
  }

  async mark(letter: string, what: { read?: boolean; removed?: boolean }): Promise<void> {
    const { slip } = await socket.command<{ slip: LetterSlip }>('letters.mark', { letter, ...what });
    this.slips.set(slip.id, slip);
  }

  // -- writing --------------------------------------------------------------------------------------------------------

  write(start: Partial<Writing> = {}): void {
    void this.save();
    this.writing = { draft: null, to: [], subject: '', text: '', reply_to: null, ...start };
    this.saved = start.draft ? 'saved' : 'clean';
  }

  /** Something was typed: it is kept a moment later. */
  typed(): void {
    this.saved = 'waiting';
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.save(), TYPING);
  }

  /** Keeps what is written at the author's desk; one after the other, so that a draft is made once. */
  save(): Promise<unknown> {
    clearTimeout(this.#typing);
    const writing = this.writing;
    if (!writing || this.saved !== 'waiting') return this.#saving;
    return (this.#saving = this.#saving.then(async () => {
      const { draft, to, subject, text, reply_to } = writing;
      const kept = { ...(draft ? { draft } : {}), space: this.space.id, to, subject, text, ...(reply_to ? { reply_to } : {}) };
      if (this.writing === writing) this.saved = 'saved';
      try {
        writing.draft = (await socket.command<{ draft: LetterDraft }>('letters.save_draft', kept)).draft.id;
      } catch {
        if (this.writing === writing) this.saved = 'failed';
      }
    }));
  }

  /** Sends it; throws what the server says against it, and what is written stays. Null: it waits for a teacher. */
  async send(): Promise<Letter | null> {
    const writing = this.writing!;
    clearTimeout(this.#typing);
    await this.#saving;
    const { draft, to, subject, text, reply_to } = writing;
    const answer = await socket.command<{ letter?: Letter }>('letters.send', {
      space: this.space.id,
      to,
      subject,
      text,
      ...(reply_to ? { reply_to } : {}),
      ...(draft ? { draft } : {}),
    });
    this.writing = null;
    this.saved = 'clean';
    // The words wait in the command now; a draft beside it would be sent twice.
    if (waits(answer) && draft) await socket.command('letters.drop_draft', { draft }).catch(() => null);
    this.#soon();
    return answer.letter ?? null;
  }

  /** Puts the pen down; what is written stays among the drafts. */
  leave(): void {
    void this.save();
    this.writing = null;
  }

  async discard(): Promise<void> {
    clearTimeout(this.#typing);
    await this.#saving;
    const draft = this.writing?.draft;
    this.writing = null;
    this.saved = 'clean';
    if (draft) await socket.command('letters.drop_draft', { draft }).catch(() => null);
    this.#soon();
  }

  #heard(event: WireEvent): void {
    if (!event.event.startsWith('letter.') && !event.event.startsWith('draft.')) return;
    for (const item of event.put ?? []) {
      if (item.kind === 'letter_slip') this.slips.set(item.id, item);
      if (item.kind === 'letter_original') this.originals.set(item.letter, item);
      if (item.kind === 'letter') this.#changed(item);
    }
    this.#soon();
  }

  #changed(letter: Letter): void {
    this.letters = this.letters.map((one) => (one.id === letter.id ? letter : one));
    this.thread = this.thread?.map((one) => (one.id === letter.id ? letter : one)) ?? null;
    if (letter.state === 'sent') this.originals.delete(letter.id);
    if (this.thread?.[0]?.thread === letter.thread && !this.thread.some((one) => one.id === letter.id)) void this.read(this.#open);
  }

  #soon(): void {
    clearTimeout(this.#news);
    this.#news = setTimeout(() => void this.load(), NEWS);
  }

  async #page(more: { before?: string }): Promise<Page> {
    return this.#took(await socket.ask<Page>('letters.folder', { space: this.space.id, folder: this.folder, ...more }));
  }

  #took(page: Page): Page {
    for (const slip of page.slips) this.slips.set(slip.id, slip);
    for (const original of page.originals) this.originals.set(original.letter, original);
    return page;
  }
}
