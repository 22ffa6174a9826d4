// What one person is doing in one chat: the line being written, what is replied to or changed, which message's actions
// are open, where the log is asked to go. The screen makes one and its parts share it through the context. It sends the
// commands; what they change comes back as events and is drawn from the space.

import { getContext, setContext } from 'svelte';
import { explain } from '../../explain';
import { toast } from '../../parts/toasts.svelte';
import { draftFor, EMPTY, keepDraft, type Draft } from '../../space/drafts';
import { outbox, type Line } from '../../space/outbox.svelte';
import { session } from '../../space/session.svelte';
import type { Space } from '../../space/space.svelte';
import type { WireError } from '../../wire/error';
import type { May, Message } from '../../wire/shapes';
import { socket } from '../../wire/socket';
import { t } from '../../words';
import { waits } from '../order/waits';
import { banks, castOf } from './cast';

export interface Asking {
  what: 'withdraw' | 'hide';
  message: Message;
}

export class Talk {
  readonly #person = session.me?.id ?? '';
  draft = $state.raw<Draft>(EMPTY);
  saving = $state(false);
  /** The message whose actions are open, and the button that opened them. */
  open = $state.raw<{ message: Message; anchor: HTMLElement } | null>(null);
  asking = $state.raw<Asking | null>(null);
  /** Where the log is to go: set anew for each wish. */
  goal = $state.raw<{ id: string } | 'newest' | null>(null);
  /** The message one has just gone to, to find it with the eye. */
  lit = $state<string | null>(null);
  /** Messages whose originals are unfolded (staff). */
  unfolded = $state.raw<ReadonlySet<string>>(new Set());
  /** The one message in the log that Tab reaches; arrows lead to the others. Null: the newest. */
  stop = $state<string | null>(null);

  cast = $derived.by(() => castOf(this.space));
  banks = $derived.by(() => banks(this.space));
  waiting = $derived.by(() => outbox.inPlace(this.place));
  zone = $derived(session.me?.zone ?? undefined);

  constructor(
    readonly space: Space,
    readonly place: string,
  ) {
    this.draft = draftFor(this.#person, place);
  }

  get window() {
    return this.space.openPlace(this.place);
  }

  may(right: May): boolean {
    return this.space.places.get(this.place)?.may.includes(right) ?? false;
  }

  /** Whether one may still write here: the server says so in the place itself; a time-out is another matter. */
  get mayWrite(): boolean {
    return this.may('add') && !this.space.space?.closed_at && !this.space.order.quiet;
  }

  /** Only a time-out keeps one from writing here. */
  get quiet(): boolean {
    return this.may('add') && !this.space.space?.closed_at && !!this.space.order.quiet;
  }

  /** What one wrote here that a teacher has not let through. */
  get aside() {
    return this.space.order.mineIn(this.place);
  }

  // --- writing ---

  type(text: string): void {
    this.#keep({ ...this.draft, text });
    if (text && !this.draft.editing) this.window.saysTyping();
  }

  reply(message: Message): void {
    this.cancel();
    this.#keep({ ...this.draft, reply_to: message.id });
  }

  edit(message: Message): void {
    this.cancel();
    this.#keep({ text: message.text, editing: message.id, reply_to: null, parked: this.draft.text });
  }

  editNewestOfMine(): boolean {
    const mine = this.window.messages.filter((message) => message.author === this.#person && message.state === 'said').at(-1);
    if (mine) this.edit(mine);
    return mine !== undefined;
  }

  /** Stops replying or changing; the new line that was being written is there again. */
  cancel(): void {
    const { editing, parked, text } = this.draft;
    this.#keep({ ...EMPTY, text: editing ? parked : text });
  }

  async send(): Promise<void> {
    const text = this.draft.text.trim();
    if (!text || this.saving) return;
    if (this.draft.editing) return this.#save(this.draft.editing, text);
    outbox.say(this.space.id, this.place, text, this.draft.reply_to);
    this.#keep(EMPTY);
    this.window.caughtUp();
    this.goal = 'newest';
  }

  /** A line that the server would not have comes back into the composer. */
  rework(line: Line): void {
    outbox.discard(line.key);
    this.cancel();
    const text = [this.draft.text, line.text].filter(Boolean).join('\n');
    this.#keep({ ...EMPTY, text, reply_to: line.reply_to });
  }

  async #save(message: string, text: string): Promise<void> {
    this.saving = true;
    if (await this.#run('chat.edit', { message, text })) this.cancel();
    this.saving = false;
  }

  #keep(draft: Draft): void {
    this.draft = draft;
    keepDraft(this.#person, this.place, draft);
  }

  // --- what is done with a message ---

  react(message: Message, emoji: string): void {
    const on = !message.reactions.some((reaction) => reaction.emoji === emoji && reaction.by.includes(this.#person));
    void this.#run('chat.react', { message: message.id, emoji, on });
  }

  withdraw(message: Message): Promise<boolean> {
    return this.#run('chat.withdraw', { message: message.id });
  }

  hide(message: Message, reason: string): Promise<boolean> {
    return this.#run('chat.hide', { message: message.id, reason });
  }

  restore(message: Message): Promise<boolean> {
    return this.#run('chat.restore', { message: message.id });
  }

  unfold(message: Message): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(message.id)) unfolded.add(message.id);
    this.unfolded = unfolded;
  }

  async goTo(id: string): Promise<void> {
    if (await this.window.goTo(id)) this.goal = { id };
    else if (this.window.status === 'ready') toast(t('chat-message-away'));
  }

  async #run(method: string, params: Record<string, unknown>): Promise<boolean> {
    try {
      waits(await socket.command(method, { place: this.place, ...params }));
      return true;
    } catch (error) {
      const { code } = error as WireError;
      const { text, reasons } = explain(error);
      // Signed out meanwhile: the window over the screen says so already.
      if (code !== 'offline' && code !== 'signed_out') toast([text, ...reasons].join(' '));
      return false;
    }
  }
}

const KEY = Symbol('talk');

export function shareTalk(talk: () => Talk): void {
  setContext(KEY, talk);
}

/** The talk of the chat around this part; call it again when it may have changed (another room). */
export function useTalk(): () => Talk {
  return getContext<() => Talk>(KEY);
}
