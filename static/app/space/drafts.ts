// What a person is typing, room by room. Written at every key stroke, so that it survives a reload, a crash and having
// to sign in again. The composer calls it; nothing is ever sent from here.

import { drop, keep, recall } from './kept';

export interface Draft {
  text: string;
  reply_to: string | null;
  /** The message of one's own that is being changed, if this is not a new line. */
  editing: string | null;
  /** The new line that waits meanwhile. */
  parked: string;
}

export const EMPTY: Draft = { text: '', reply_to: null, editing: null, parked: '' };

const name = (place: string) => `draft:${place}`;

export function draftFor(person: string, place: string): Draft {
  return { ...EMPTY, ...recall<Partial<Draft>>(person, name(place)) };
}

export function keepDraft(person: string, place: string, draft: Draft): void {
  if (draft.text === '' && !draft.reply_to && !draft.editing) drop(person, name(place));
  else keep(person, name(place), draft);
}
