// The posts of one topic: a stretch that is loaded, to which events add at the end. Where newer posts are not loaded yet,
// what events bring waits until the stretch reaches it, so that nothing stands in a gap.

import { Reading } from '../../space/reading';
import type { WireError } from '../../wire/error';
import { socket } from '../../wire/socket';
import type { Forum } from './forum.svelte';
import type { Post, PostOriginal, PostsPage, Topic } from './shapes';

type Where = Record<string, unknown>;

export class Thread {
  topic = $state.raw<Topic | null>(null);
  status = $state<'loading' | 'ready' | 'lost' | 'error'>('loading');
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  older = $state(false);
  newer = $state(false);
  /** The post that a link led to. */
  lit = $state<string | null>(null);
  /** The first post that I had not read when I came. */
  newFrom = $state<string | null>(null);
  #first = $state(0);
  #last = $state(0);
  #also = $state.raw<ReadonlyMap<string, Post>>(new Map());
  #reading: Reading;

  constructor(
    readonly forum: Forum,
    readonly item: string,
  ) {
    this.#reading = new Reading(
      (seq) => void forum.seen(this.topic!.id, seq),
      () => (this.topic ? this.#mark(this.topic.id) : Infinity),
    );
  }

  /** The topic as it is now; undefined when it went away. */
  now = $derived.by(() => (this.topic ? this.forum.shelf.get<Topic>('topic', this.topic.id) : undefined));
  posts = $derived.by(() =>
    this.forum.shelf
      .of<Post>('post')
      .filter(({ topic, seq }) => topic === this.topic?.id && seq >= this.#first && (!this.newer || seq <= this.#last))
      .sort((a, b) => a.seq - b.seq),
  );
  originals = $derived.by(() => {
    const found = new Map<string, PostOriginal[]>();
    for (const one of this.forum.shelf.of<PostOriginal>('post_original')) found.set(one.post, [...(found.get(one.post) ?? []), one]);
    return found;
  });

  #mark(topic: string): number {
    const { read, of } = this.forum.marks;
    return Math.max(read, of.get(topic)?.seq ?? 0);
  }

  find(id: string): Post | undefined {
    return this.forum.shelf.get<Post>('post', id) ?? this.#also.get(id);
  }

  /** Goes to the post or topic that the address names: a topic opens where one stopped reading. */
  async open(): Promise<void> {
    const post = this.forum.shelf.get<Post>('post', this.item);
    const mark = this.#mark(this.item);
    const asTopic: Where = { topic: this.item, ...(mark ? { since: mark } : {}) };
    const asPost: Where = { around: this.item };
    await this.#load(post ? [asPost] : [asTopic, asPost]);
    if (!this.topic || this.status !== 'ready') return;
    if (this.topic.id !== this.item) this.lit = this.item;
    else if (mark) this.newFrom = this.posts.find(({ seq, author }) => seq > mark && author !== this.forum.me)?.id ?? null;
  }

  /** After a long absence the shelf holds topics only: fetch again what was shown. */
  async again(): Promise<void> {
    const topic = this.topic?.id;
    if (topic && this.#last) await this.#load([{ topic, since: Math.max(0, this.#last - 1) }]);
    else await this.open();
  }

  async back(): Promise<void> {
    const page = await this.#ask({ topic: this.topic!.id, before: this.posts[0]!.id });
    if (!page) return;
    this.#first = page.posts[0]?.seq ?? this.#first;
    this.older = page.older;
  }

  async on(): Promise<void> {
    const page = await this.#ask({ topic: this.topic!.id, after: this.posts.at(-1)!.id });
    if (!page) return;
    this.#last = page.posts.at(-1)?.seq ?? this.#last;
    this.newer = page.newer;
  }

  async toNewest(): Promise<void> {
    if (this.newer) await this.#load([{ topic: this.topic!.id, newest: true }]);
  }

  /** Shows a post of this topic, wherever it is. */
  async goTo(id: string): Promise<void> {
    if (!this.posts.some((post) => post.id === id)) await this.#load([{ topic: this.topic!.id, around: id }]);
    this.lit = id;
  }

  /** The newest post that is loaded was seen. */
  seen(): void {
    const last = this.posts.at(-1);
    if (last) this.#reading.seen(last.seq);
  }

  async #load(wheres: Where[]): Promise<void> {
    for (const where of wheres) {
      const page = await this.#ask(where, where === wheres.at(-1));
      if (!page) continue;
      this.topic = page.topic;
      this.#first = page.older ? (page.posts[0]?.seq ?? 0) : 0;
      this.#last = page.posts.at(-1)?.seq ?? 0;
      this.older = page.older;
      this.newer = page.newer;
      this.status = 'ready';
      return;
    }
  }

  async #ask(where: Where, last = true): Promise<PostsPage | null> {
    this.busy = true;
    try {
      const page = await socket.ask<PostsPage>('forum.posts', { place: this.forum.place, ...where });
      this.forum.shelf.add([page.topic, ...page.posts, ...page.originals], page.seq);
      this.#also = new Map([...this.#also, ...page.also.map((post) => [post.id, post] as const)]);
      return page;
    } catch (error) {
      if (last) this.#refused(error as WireError);
      return null;
    } finally {
      this.busy = false;
    }
  }

  #refused(error: WireError): void {
    if (['not_found', 'unknown_post', 'topic_missing'].includes(error.code)) this.status = 'lost';
    else if (this.status === 'loading') {
      this.error = error;
      this.status = 'error';
    }
  }
}
