// What a picture in a gallery is, where its bytes are, and in which order pictures stand. Pure: the screen and its tests use it.

import { pictureOf, stemOf, type FileItem, type Width } from '../../space/files';
import type { Thing } from '../../wire/shapes';

/** A picture: hidden ones have no words, type and size. */
export type Picture = FileItem;

/** What holds for a whole gallery; `id` is its place. */
export interface GalleryItem extends Thing {
  kind: 'gallery';
  cover: string | null;
}

/** The widths that the server makes, in pixels. */
export const WIDTHS = [320, 960, 1600] as const satisfies Width[];
export const LONGEST = 500;

/** Somebody is putting it behind another one, or first, and the server has not answered yet. */
export interface Moving {
  file: string;
  after: string | null;
}

export function inOrder(pictures: readonly Picture[], moving: readonly Moving[] = []): Picture[] {
  const order = [...pictures].sort((a, b) => a.rank - b.rank || a.seq - b.seq);
  for (const { file, after } of moving) {
    const from = order.findIndex(({ id }) => id === file);
    if (from < 0) continue;
    const [picture] = order.splice(from, 1);
    const behind = after === null ? -1 : order.findIndex(({ id }) => id === after);
    order.splice(after !== null && behind < 0 ? from : behind + 1, 0, picture!);
  }
  return order;
}

/** Behind which picture one comes to stand that is put at this place (counted from 0) among all; undefined if it stands there. */
export function behind(order: readonly Picture[], file: string, at: number): string | null | undefined {
  const from = order.findIndex(({ id }) => id === file);
  const to = Math.max(0, Math.min(at, order.length - 1));
  if (from < 0 || from === to) return undefined;
  const others = order.filter(({ id }) => id !== file);
  return to === 0 ? null : others[to - 1]!.id;
}

/** Width by height, within what still looks like a picture in a row of others. */
export function ratio({ width, height }: Picture): number {
  return width && height ? Math.max(0.5, Math.min(3, width / height)) : 1;
}

/** The small ones with their true widths: none is enlarged. */
export function sources(picture: Picture): string {
  const most = picture.width ?? WIDTHS[2];
  const wide = WIDTHS.filter((_, index) => index === 0 || WIDTHS[index - 1]! < most);
  return wide.map((width) => `${pictureOf(picture, width)} ${Math.min(width, most)}w`).join(', ');
}

/** What it is called for those who don't see it: what is to be seen, else what stands below it, else nothing but its name. */
export const called = ({ alt, description, name }: Picture) => alt || description || stemOf(name);

export const lacksWords = ({ state, alt }: Picture) => state === 'shown' && !alt;

/** The picture that stands for the gallery: the chosen one, else the first. */
export function coverOf(order: readonly Picture[], chosen: string | null): Picture | undefined {
  const shown = order.filter(({ state }) => state === 'shown');
  return shown.find(({ id }) => id === chosen) ?? shown[0];
}
