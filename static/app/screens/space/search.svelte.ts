// What was typed to look for, and what came up: asked a moment after the last key, the newest wish winning over an answer
// that comes late. The server says what may be seen; nothing is kept here.

import type { WireError } from '../../wire/error';
import { socket } from '../../wire/socket';

export interface Hit {
  kind: string;
  id: string;
  place: string;
  at: string | null;
  by: string | null;
  excerpt: { text: string; hit: boolean }[];
}

const PAUSE = 250;

/** Two letters or digits are enough. */
export function longEnough(text: string): boolean {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2;
}

/** The hits by place: the place with the newest one first, the order within a place kept. */
export function byPlace(hits: readonly Hit[]): { place: string; hits: Hit[] }[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(hit.place, [...(groups.get(hit.place) ?? []), hit]);
  return [...groups].map(([place, found]) => ({ place, hits: found }));
}

export class Search {
  text = $state('');
  hits = $state.raw<Hit[]>([]);
  more = $state(false);
  status = $state<'idle' | 'looking' | 'found' | 'failed'>('idle');
  error = $state.raw<WireError | null>(null);
  #turn = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly space: string) {}

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#soon);
    this.#turn++;
    if (!longEnough(text)) {
      this.hits = [];
      this.status = 'idle';
      return;
    }
    this.status = 'looking';
    this.#soon = setTimeout(() => this.now(), PAUSE);
  }

  now(): void {
    clearTimeout(this.#soon);
    if (longEnough(this.text)) void this.#ask(null);
  }

  older(): void {
    void this.#ask(this.hits.at(-1)?.id ?? null);
  }

  async #ask(before: string | null): Promise<void> {
    const turn = ++this.#turn;
    this.status = 'looking';
    try {
      const params = { space: this.space, text: this.text.trim(), ...(before ? { before } : {}) };
      const page = await socket.ask<{ hits: Hit[]; more: boolean }>('search.find', params);
      if (turn !== this.#turn) return;
      this.hits = before ? [...this.hits, ...page.hits] : page.hits;
      this.more = page.more;
      this.status = 'found';
    } catch (error) {
      if (turn !== this.#turn) return;
      this.hits = before ? this.hits : [];
      this.error = error as WireError;
      this.status = 'failed';
    }
  }
}
