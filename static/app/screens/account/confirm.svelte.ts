// Showing once more that it is really me, before what a stolen session must not do. Whoever sends such a command wraps it in `first`:
// the server says `confirm_first`, the window asks (ConfirmDialog), and the command goes out again by itself.
import { WireError } from '../../wire/http';

class Confirming {
  open = $state(false);
  #settle: (shown: boolean) => void = () => {};

  /** Runs it, asking first where that is needed; undefined when the person would rather not. */
  async first<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof WireError) || error.code !== 'confirm_first') throw error;
    }
    const shown = await new Promise<boolean>((settle) => {
      this.#settle = settle;
      this.open = true;
    });
    return shown ? run() : undefined;
  }

  /** The window's answer. */
  answer(shown: boolean): void {
    this.open = false;
    this.#settle(shown);
    this.#settle = () => {};
  }
}

export const confirming = new Confirming();
