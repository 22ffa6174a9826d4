// Saying how far one has read a place: forward only, at most once a second. Windows and shelves keep one each.

const PAUSE = 1_000;

export class Reading {
  /** Up to here was seen, said or about to be. */
  upTo = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private say: (seq: number) => void,
    private mark: () => number,
  ) {}

  seen(seq: number): void {
    if (seq <= Math.max(this.upTo, this.mark())) return;
    this.upTo = seq;
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.say(this.upTo);
    }, PAUSE);
  }
}
