// One forum as one person sees it: its topics, what of them is read and followed, and the commands on topics and posts.
// The screen makes one and its parts share it; what commands change comes back as events and is drawn from the shelf.

import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { explain } from '../../explain';
import { toast } from '../../parts/toasts.svelte';
import { desk } from '../../space/desk.svelte';
import { session } from '../../space/session.svelte';
import type { Shelf, Space } from '../../space/space.svelte';
import type { WireError } from '../../wire/error';
import type { May } from '../../wire/shapes';
import { socket } from '../../wire/socket';
import { plain, t } from '../../words';
import { castOf } from '../chat/cast';
import { waits } from '../order/waits';
import { hasNews, shown, type Choice, type Marks } from './order';
import type { Post, Topic, TopicMark } from './shapes';

export type Asking =
  | { what: 'withdraw' | 'hide'; post: Post }
  | { what: 'edit'; post: Post; topic: Topic }
  | { what: 'move'; topic: Topic }
  | { what: 'start' }
  | { what: 'bin' };

export class Forum {
  readonly shelf: Shelf;
  readonly me = session.me?.id ?? '';
  readonly zone = session.me?.zone ?? undefined;
  choice = $state<Choice>('all');
  asking = $state.raw<Asking | null>(null);
  busy = $state(false);
  /** There are topics less lively than the ones loaded, the last of which has this number. */
  #older = $state.raw<{ more: boolean; oldest: number } | null>(null);
  #read = $state(0);
  #marks = new SvelteMap<string, TopicMark>();
  #told = () => {};
  /** Once it is known what I have read, as far as it can be known. */
  readonly known = new Promise<void>((resolve) => (this.#told = resolve));

  constructor(
    readonly space: Space,
    readonly place: string,
  ) {
    this.shelf = space.shelf(place);
  }

  cast = $derived.by(() => castOf(this.space));
  title = $derived.by(() => this.space.places.get(this.place)?.title ?? '');
  #topics = $derived.by(() => this.shelf.of<Topic>('topic'));
  more = $derived.by(() => this.#older?.more ?? this.shelf.more);
  #oldest = $derived.by(() => (this.more ? (this.#older?.oldest ?? this.#firstOldest()) : 0));
  topics = $derived.by(() => shown(this.#topics, this.choice, this.marks, this.me, this.#oldest));
  newest = $derived.by(() => this.#topics.reduce((most, topic) => Math.max(most, topic.last_seq), 0));

  get marks(): Marks {
    return { read: this.#read, of: this.#marks };
  }

  /** How far down the answer of `place.open` reached, before events moved anything. */
  #firstOldest(): number {
    return this.#topics
      .filter((topic) => !topic.pinned)
      .sort((a, b) => b.last_seq - a.last_seq)
      .slice(0, 30)
      .reduce((least, topic) => Math.min(least, topic.last_seq), Infinity);
  }

  isNew(topic: Topic): boolean {
    return hasNews(topic, this.marks, this.me);
  }

  follows(topic: Topic): boolean {
    return this.#marks.get(topic.id)?.follows ?? false;
  }

  /** Other forums of the space to which one may move a topic. */
  targets() {
    return [...this.space.places.values()].filter(({ id, type, may }) => type === 'forum' && id !== this.place && may.includes('add'));
  }

  may(right: May): boolean {
    return this.space.places.get(this.place)?.may.includes(right) ?? false;
  }

  /** One's own words may be taken back even while one has a time-out. */
  get mayTakeBack(): boolean {
    return this.may('add') && !this.space.space?.closed_at;
  }

  get mayWrite(): boolean {
    return this.mayTakeBack && !this.space.order.quiet;
  }

  /** Hears of marks made here and on other devices; returns how to stop. */
  listen(): () => void {
    return desk.onEvent((event) => {
      for (const item of event.put ?? []) {
        const mark = item as unknown as TopicMark;
        if (mark.kind === 'topic_mark' && mark.space === this.space.id) this.#mark(mark);
      }
    });
  }

  #mark(mark: TopicMark): void {
    if (mark.id === this.place) this.#read = Math.max(this.#read, mark.seq);
    else this.#marks.set(mark.id, mark);
  }

  async loadMarks(): Promise<void> {
    const answer = await socket.ask<{ read: number; marks: TopicMark[] }>('forum.marks', { place: this.place }).catch(() => null);
    this.#told();
    if (!answer) return;
    this.#read = answer.read;
    for (const mark of answer.marks) this.#marks.set(mark.id, mark);
  }

  async loadOlder(): Promise<void> {
    this.busy = true;
    try {
      const params = { place: this.place, before: this.#oldest };
      const page = await socket.ask<{ topics: Topic[]; more: boolean; seq: number }>('forum.topics', params);
      this.shelf.add(page.topics, page.seq);
      this.#older = { more: page.more, oldest: page.topics.at(-1)?.last_seq ?? 0 };
    } catch (error) {
      toast(explain(error).text);
    }
    this.busy = false;
  }

  // --- what is done ---

  async seen(topic: string | null, seq: number): Promise<void> {
    const params = topic ? { place: this.place, topic, seq } : { place: this.place, seq };
    const answer = await socket.command<{ mark: TopicMark }>('forum.seen', params).catch(() => null);
    if (answer) this.#mark(answer.mark);
  }

  async follow(topic: Topic): Promise<void> {
    const on = !this.follows(topic);
    if (await this.run('forum.follow', { topic: topic.id, on })) toast(t(on ? 'forum-followed-now' : 'forum-followed-no-more'));
  }

  pin(topic: Topic): Promise<boolean> {
    return this.run('forum.pin', { topic: topic.id, on: !topic.pinned });
  }

  close(topic: Topic): Promise<boolean> {
    return this.run('forum.close', { topic: topic.id, on: !topic.closed });
  }

  restore(post: Post): Promise<boolean> {
    return this.run('forum.restore', { post: post.id });
  }

  async bin(topic: Topic): Promise<boolean> {
    const done = await this.run('forum.bin', { topic: topic.id });
    if (done) toast(plain('forum-binned', { title: topic.title }), { undo: () => void this.run('forum.unbin', { topic: topic.id }) });
    return done;
  }

  /** A command on this forum; what goes wrong is told in a note. */
  async run(method: string, params: Record<string, unknown>): Promise<boolean> {
    try {
      waits(await socket.command(method, { place: this.place, ...params }));
      return true;
    } catch (error) {
      const { text, reasons } = explain(error);
      if ((error as WireError).code !== 'signed_out') toast([text, ...reasons].join(' '));
      return false;
    }
  }
}

const KEY = Symbol('forum');

export function shareForum(forum: Forum): Forum {
  return setContext(KEY, forum);
}

export function useForum(): Forum {
  return getContext<Forum>(KEY);
}
