// The order of files in an archive: by what, and which way. Equal ones stand by name, and names as people count: 2 before 10.

import type { FileItem, FileKind } from '../../space/files';

export interface Order {
  by: 'name' | 'kind' | 'size' | 'who' | 'when';
  down: boolean;
}

export function sorted(
  files: readonly FileItem[],
  { by, down }: Order,
  who: (person: string) => string,
  compare: (a: string, b: string) => number,
  kindOf: (file: FileItem) => FileKind,
): FileItem[] {
  const ways: Record<Order['by'], (a: FileItem, b: FileItem) => number> = {
    name: () => 0,
    kind: (a, b) => compare(kindOf(a), kindOf(b)),
    size: (a, b) => a.size - b.size,
    who: (a, b) => compare(who(a.author), who(b.author)),
    when: (a, b) => whenOf(a).localeCompare(whenOf(b)),
  };
  const way = down ? -1 : 1;
  return [...files].sort((a, b) => way * ways[by](a, b) || (by === 'name' ? way : 1) * compare(a.name, b.name) || a.seq - b.seq);
}

/** When it was added or changed last. */
export const whenOf = (file: FileItem): string => file.changed_at ?? file.at;
