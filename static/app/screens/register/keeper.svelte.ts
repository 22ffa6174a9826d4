// Keeps the form on the server a moment after each change, one save after the other, the newest last. What could not be kept is said and
// tried again; nothing typed is lost by that, it stands on the screen.
import { explain } from '../../explain';
import type { Draft } from './choices';

const PAUSE = 700;
const AGAIN = 8_000;

export class Keeper {
  saving = $state(false);
  failure = $state('');
  at = $state('');
  #save: (draft: Draft) => Promise<{ saved_at: string }>;
  #kept = '';
  #wanted: Draft | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(save: (draft: Draft) => Promise<{ saved_at: string }>) {
    this.#save = save;
  }

  /** What the server has. */
  begin(draft: Draft): void {
    this.#kept = JSON.stringify(draft);
  }

  changed(draft: Draft): void {
    if (JSON.stringify(draft) === (this.#wanted ? JSON.stringify(this.#wanted) : this.#kept)) return;
    this.#wanted = draft;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), PAUSE);
  }

  /** Keep it now, if there is something to keep; done when it is kept, or could not be. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    if (!this.#wanted) return;
    this.#running = this.#run(this.#wanted);
    await this.#running;
    this.#running = null;
  }

  close(): void {
    void this.now();
  }

  async #run(draft: Draft): Promise<void> {
    this.saving = true;
    try {
      this.at = (await this.#save(draft)).saved_at;
      this.failure = '';
      this.#kept = JSON.stringify(draft);
      if (this.#wanted === draft) this.#wanted = null;
    } catch (error) {
      this.failure = explain(error).text;
      this.#timer = setTimeout(() => void this.now(), AGAIN);
    } finally {
      this.saving = false;
    }
  }
}
