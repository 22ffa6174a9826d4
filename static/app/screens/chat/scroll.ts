// Keeps a reader's place in the log: at the end while lines come in, else the first line in sight stays where it is,
// whatever is put in or taken away above it. The log calls `before` and `after` around each drawing.

export interface Follow {
  /** The first drawing: to the line "new since", if that is further up than one sees, else to the end. */
  start(from: string | null): void;
  before(): void;
  after(): void;
  toEnd(): void;
  to(id: string): void;
  stop(): void;
}

/** So near an end counts as being there. */
const AT_END = 48;
const NEAR = 240;

export function follow(
  box: HTMLElement,
  content: HTMLElement,
  moved: (atEnd: boolean, nearStart: boolean, nearEnd: boolean) => void,
): Follow {
  let stuck = true;
  let anchor: { element: HTMLElement; top: number } | null = null;
  let started = false;

  const top = (element: HTMLElement) => element.getBoundingClientRect().top;
  const find = (id: string) => [...box.querySelectorAll<HTMLElement>('li[data-id]')].find((element) => element.dataset.id === id);
  const left = () => box.scrollHeight - box.clientHeight - box.scrollTop;

  function toEnd() {
    stuck = true;
    box.scrollTop = box.scrollHeight;
    tell();
  }

  function tell() {
    if (started) moved(stuck, box.scrollTop < NEAR, left() < NEAR);
  }

  function onScroll() {
    stuck = left() < AT_END;
    tell();
  }

  function firstInSight(): typeof anchor {
    const edge = top(box);
    for (const element of box.querySelectorAll<HTMLElement>('li[data-id]')) {
      const bounds = element.getBoundingClientRect();
      if (bounds.bottom > edge) return { element, top: bounds.top };
    }
    return null;
  }

  // The composer grows, fonts and pictures arrive: who was at the end stays there.
  const sizes = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => stuck && started && toEnd());
  sizes?.observe(box);
  sizes?.observe(content);
  box.addEventListener('scroll', onScroll, { passive: true });

  return {
    toEnd,
    start(from) {
      box.scrollTop = box.scrollHeight;
      const line = from === null ? undefined : find(from);
      if (line) box.scrollTop += Math.min(0, top(line) - top(box) - box.clientHeight / 4);
      stuck = left() < AT_END;
      started = true;
      tell();
    },
    before() {
      anchor = stuck ? null : firstInSight();
    },
    after() {
      if (stuck) return toEnd();
      if (anchor?.element.isConnected) box.scrollTop += top(anchor.element) - anchor.top;
      anchor = null;
      tell();
    },
    to(id) {
      const line = find(id);
      if (!line) return;
      stuck = false;
      box.scrollTop += top(line) - top(box) - (box.clientHeight - line.offsetHeight) / 2;
      onScroll();
    },
    stop() {
      sizes?.disconnect();
      box.removeEventListener('scroll', onScroll);
    },
  };
}
