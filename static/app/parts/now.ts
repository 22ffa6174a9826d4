// The present minute, for everything that shows a clock: one timer for all of them, and none while nothing is shown.
import { createSubscriber } from 'svelte/reactivity';

const MINUTE = 60_000;
let at = Date.now();

const heard = createSubscriber((update) => {
  let timer: ReturnType<typeof setTimeout>;
  const tick = () => {
    at = Date.now();
    update();
    timer = setTimeout(tick, MINUTE - (at % MINUTE) + 20);
  };
  // A tablet that slept shows the old minute until its timers wake; looking at it is quicker.
  const woken = () => {
    if (document.visibilityState !== 'visible') return;
    clearTimeout(timer);
    tick();
  };
  timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE) + 20);
  document.addEventListener('visibilitychange', woken);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', woken);
  };
});

/** Milliseconds since 1970, new at each full minute. */
export function now(): number {
  heard();
  return (at = Math.max(at, Date.now() - (Date.now() % MINUTE)));
}
