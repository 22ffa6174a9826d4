// What kinds of places the app has a screen for: each folder of screens that is one says so in its `kind.ts`. The sidebar,
// the dialog that makes places and the stage of a space read it from here; nothing else knows them all.

import type Folder from '@lucide/svelte/icons/folder';
import type { Component } from 'svelte';
import type { Space } from '../space/space.svelte';
import type { WordId } from '../words';

/** What a screen of a place gets; `item` is the thing in it that a link leads to. */
export interface PlaceProps {
  space: Space;
  place: string;
  item?: string | null;
}

export interface Kind {
  /** The place's `type`. */
  type: string;
  icon: typeof Folder;
  /** Where it stands among the kinds. */
  rank: number;
  /** The command that makes one, with a title; none where places of this kind make themselves. */
  make?: { command: string; name: WordId; hint: WordId };
  screen: () => Promise<{ default: Component<PlaceProps> }>;
}

const found = import.meta.glob<{ kind: Kind }>('./*/kind.ts', { eager: true });

export const kinds: readonly Kind[] = Object.values(found)
  .map(({ kind }) => kind)
  .sort((a, b) => a.rank - b.rank);

const byType = new Map(kinds.map((kind) => [kind.type, kind]));

export const kindOf = (type: string | undefined): Kind | undefined => (type === undefined ? undefined : byType.get(type));

const screens = new Map<string, ReturnType<Kind['screen']>>();

/** The screen of a kind, fetched once. */
export function screenOf(kind: Kind): ReturnType<Kind['screen']> {
  let screen = screens.get(kind.type);
  if (!screen) {
    screens.set(kind.type, (screen = kind.screen()));
    // A chunk that could not be fetched is fetched again the next time.
    screen.catch(() => screens.delete(kind.type));
  }
  return screen;
}
