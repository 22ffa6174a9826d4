// What is known of files that hang on notes, posts and pages: asked once for many, and kept while the app is open. Who may not see a
// file where it lies is told nothing of it: then it is null.

import { SvelteMap } from 'svelte/reactivity';
import type { FileItem } from '../../space/files';
import { socket } from '../../wire/socket';

const MOST = 100;

const known = new SvelteMap<string, FileItem | null>();
const wanted = new Map<string, Set<string>>();

/** The file, null when there is none for this reader, undefined while it is asked for. Reactive. */
export const named = (id: string): FileItem | null | undefined => known.get(id);

/** Puts in what is known already, so that it need not be asked for. */
export const know = (file: FileItem): void => void known.set(file.id, file);

/** Asks for these files of a space, together with what else is asked for in this turn. */
export function want(space: string, files: readonly string[]): void {
  const missing = files.filter((id) => !known.has(id));
  if (!missing.length) return;
  const waiting = wanted.get(space);
  if (waiting) return missing.forEach((id) => waiting.add(id));
  wanted.set(space, new Set(missing));
  queueMicrotask(() => void ask(space));
}

async function ask(space: string) {
  const files = [...(wanted.get(space) ?? [])];
  wanted.delete(space);
  for (let at = 0; at < files.length; at += MOST) {
    const some = files.slice(at, at + MOST);
    try {
      const answer = await socket.ask<{ files: FileItem[] }>('file.named', { space, files: some });
      const found = new Map(answer.files.map((file) => [file.id, file]));
      for (const id of some) known.set(id, found.get(id) ?? null);
    } catch {
      // The line is broken, or the space is lost: what shows them asks again when it is drawn anew.
      return;
    }
  }
}
