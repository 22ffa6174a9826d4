// How much is unread in one place: what the snapshot counted, and the messages of others that came since. A Space keeps
// one for each place. Events may name a message again, or in another order, when they are replayed: each counts once.

import type { Unread } from '../wire/shapes';

export class Tally {
  #since = new Set<number>();
  #base: number;
  #mark: number;

  /** `asOf` is the number of the snapshot: it has counted everything up to there. */
  constructor(
    base: Unread,
    private asOf: number,
  ) {
    this.#base = base.count;
    this.#mark = base.mark;
  }

  get unread(): Unread {
    return { count: this.#base + this.#since.size, mark: this.#mark };
  }

  /** A message of another person, new or named again. */
  said(seq: number): void {
    if (seq > this.asOf && seq > this.#mark) this.#since.add(seq);
  }

  /** Read up to here. `between` counts the messages of others held after the mark and up to the snapshot, if one knows. */
  read(mark: number, between: ((mark: number, asOf: number) => number) | null): void {
    if (mark <= this.#mark) return;
    this.#mark = mark;
    this.#base = mark >= this.asOf ? 0 : Math.min(this.#base, between?.(mark, this.asOf) ?? this.#base);
    for (const seq of this.#since) if (seq <= mark) this.#since.delete(seq);
  }
}
