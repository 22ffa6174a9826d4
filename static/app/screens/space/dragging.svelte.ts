// Dragging places in the sidebar: onto a folder, or onto a heading for the top of the space. Always beside a window that does the
// same ("Move"), for fingers, keyboards and those who can't drag. Nothing is sent here.

import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { Attachment } from 'svelte/attachments';
import type { Row } from '../../space/rows';
import type { Space } from '../../space/space.svelte';
import type { Place } from '../../wire/shapes';
import { mayHang, mayMove } from './may';

/** So long something is held over a closed folder before it opens. */
const OPENS = 700;

export class Dragging {
  /** What it is held over. */
  over = $state<string | null>(null);

  constructor(
    readonly space: () => Space,
    readonly dropped: (place: Place, to: string) => void,
    readonly open: (place: Place) => void,
  ) {}

  #place(data: Record<string, unknown>): Place | undefined {
    return typeof data.place === 'string' ? this.space().places.get(data.place) : undefined;
  }

  row(row: Row): Attachment<HTMLElement> {
    const { place } = row;
    return (element) =>
      combine(
        draggable({
          element,
          canDrag: () => mayMove(this.space(), this.space().places.get(place.id) ?? place),
          getInitialData: () => ({ place: place.id }),
        }),
        this.#target(element, place.id, row.open === false ? () => this.open(place) : undefined),
      );
  }

  /** The top of the space. */
  top: Attachment<HTMLElement> = (element) => this.#target(element, this.space().id);

  #target(element: HTMLElement, id: string, open?: () => void): () => void {
    let clock: ReturnType<typeof setTimeout> | undefined;
    const left = () => {
      clearTimeout(clock);
      if (this.over === id) this.over = null;
    };
    const stop = dropTargetForElements({
      element,
      canDrop: ({ source }) => {
        const place = this.#place(source.data);
        const to = this.space().places.get(id);
        return !!place && !!to && mayHang(this.space(), place, to);
      },
      onDragEnter: () => {
        this.over = id;
        if (open) clock = setTimeout(open, OPENS);
      },
      onDragLeave: left,
      onDrop: ({ source }) => {
        left();
        const place = this.#place(source.data);
        if (place) this.dropped(place, id);
      },
    });
    return () => {
      left();
      stop();
    };
  }
}
