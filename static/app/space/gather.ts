// Gathers what the socket tells and hands it on once per animation frame, so that a storm of events costs one drawing.
// A hidden tab has no frames: a timer flushes too, or the store would stand still and grow. Spaces and the desk take
// their events from here, by the id of their space.

import { socket } from '../wire/socket';
import type { WireEvent } from '../wire/shapes';

/** The longest that an event lies here, in milliseconds. */
export const LONGEST = 250;

const takers = new Map<string, (event: WireEvent) => void>();
let gathered: WireEvent[] = [];
let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends a space's events to `apply`; returns how to stop it. */
export function take(space: string, apply: (event: WireEvent) => void): () => void {
  takers.set(space, apply);
  return () => {
    if (takers.get(space) === apply) takers.delete(space);
  };
}

/** Applies everything gathered now: before coming back with a bookmark, and in tests. */
export function flush(): void {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  frame = 0;
  timer = undefined;
  const events = gathered;
  gathered = [];
  for (const event of events) takers.get(event.space)?.(event);
}

socket.onEvents((events) => {
  for (const event of events) gathered.push(event);
  if (timer !== undefined) return;
  frame = requestAnimationFrame(flush);
  timer = setTimeout(flush, LONGEST);
});
