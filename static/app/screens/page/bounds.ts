// What one step may bring: a paste that is too large for an update is refused here, with a sentence, and typing goes on. Without
// this the server would refuse it, and everything after it on this socket.

import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

const MOST = 48 * 1024;
/** Below this size no step can be too large, so it isn't even written out. */
const SMALL = 4_000;

export const bounded = (refused: () => void) =>
  Extension.create({
    name: 'bounded',
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(transaction) {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true;
          const large = transaction.steps.some((step) => {
            const { slice } = step as unknown as { slice?: { size: number; toJSON(): unknown } };
            return slice !== undefined && slice.size > SMALL && JSON.stringify(slice.toJSON()).length > MOST;
          });
          if (large) setTimeout(refused);
          return !large;
        },
      }),
    ],
  });
