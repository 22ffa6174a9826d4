// Keeps the number at a space's mailbox right while one looks elsewhere: what counts as unread there is a matter of each
// letter's own slip, which only the server can count.

import { socket } from '../wire/socket';
import type { WireEvent } from '../wire/shapes';
import { desk } from './desk.svelte';
import type { Space } from './space.svelte';

const PAUSE = 200;

/** Asks anew, a little after letters came or were read. Returns how to stop it. */
export function countLetters(space: Space): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const box = mailboxOf(space);
    const counts = box && (await socket.ask<{ unread: number }>('letters.counts', { space: space.id }).catch(() => null));
    if (box && counts) space.counted(box, counts.unread);
  };
  const hear = (event: WireEvent) => {
    if (!event.event.startsWith('letter.')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), PAUSE);
  };
  const stops = [space.onEvent(hear), desk.onEvent(hear), () => clearTimeout(timer)];
  return () => stops.forEach((stop) => stop());
}

export function mailboxOf(space: Space): string | null {
  for (const place of space.places.values()) if (place.type === 'mailbox') return place.id;
  return null;
}
