// Short notes at the foot of the screen that go by themselves: "Moved to the bin. Undo". Any screen calls `toast`; Toasts draws them.
// Never for errors that must not be missed: those stand where they happened.

export type Toast = { id: number; text: string; undo?: () => void };

let shown = $state.raw<Toast[]>([]);
let next = 1;
const clocks = new Map<number, ReturnType<typeof setTimeout>>();

export const toasts = {
  get all() {
    return shown;
  },
  dismiss(id: number) {
    clearTimeout(clocks.get(id));
    clocks.delete(id);
    shown = shown.filter((each) => each.id !== id);
  },
  /** While somebody points at a note or has the focus in it, it stays. */
  hold() {
    for (const clock of clocks.values()) clearTimeout(clock);
  },
  release() {
    for (const each of shown) start(each);
  },
};

function start(each: Toast): void {
  clearTimeout(clocks.get(each.id));
  clocks.set(
    each.id,
    setTimeout(() => toasts.dismiss(each.id), each.undo ? 10_000 : 6_000),
  );
}

export function toast(text: string, options: { undo?: () => void } = {}): void {
  const each = { id: next++, text, undo: options.undo };
  shown = [...shown.slice(-2), each];
  start(each);
}
