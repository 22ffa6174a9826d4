// What a file of a space is to the screens: its item, where its bytes are, how its size and kind are said. Archive, gallery and pages
// read it from here. It sends nothing.

import type Paper from '@lucide/svelte/icons/file';
import File from '@lucide/svelte/icons/file';
import FileArchive from '@lucide/svelte/icons/file-archive';
import FileCode from '@lucide/svelte/icons/file-code';
import FileMusic from '@lucide/svelte/icons/file-music';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import FileText from '@lucide/svelte/icons/file-text';
import Image from '@lucide/svelte/icons/image';
import Presentation from '@lucide/svelte/icons/presentation';
import Video from '@lucide/svelte/icons/video';
import type { Thing } from '../wire/shapes';
import { number } from '../words';

export interface FileItem extends Thing {
  kind: 'file';
  seq: number;
  at: string;
  author: string;
  name: string;
  type: string;
  size: number;
  description: string;
  alt: string;
  width: number | null;
  height: number | null;
  rank: number;
  version: number;
  state: 'shown' | 'hidden';
  reason: string | null;
  changed_at: string | null;
  changed_by: string | null;
}

export type Width = 320 | 960 | 1600;
export type FileKind = 'picture' | 'pdf' | 'sound' | 'film' | 'text' | 'sheet' | 'slides' | 'document' | 'packed' | 'code' | 'other';

/** Where its bytes are; `version` also renews what a browser holds after a replacement. */
export const addressOf = (file: Pick<FileItem, 'id' | 'version'>, version: number = file.version): string =>
  `/files/${file.id}?version=${version}`;

export const downloadOf = (file: Pick<FileItem, 'id' | 'version'>, version?: number): string => `${addressOf(file, version)}&download`;

/** A smaller picture of a picture. */
export const pictureOf = (file: Pick<FileItem, 'id' | 'version'>, width: Width): string =>
  `/files/${file.id}/${width}?version=${file.version}`;

/** Several files, or all in a place and inside it, as a ZIP. */
export const zipOf = (what: { place: string } | { files: string[] }): string =>
  'place' in what ? `/files/zip?place=${what.place}` : `/files/zip?${what.files.map((id) => `file=${id}`).join('&')}`;

export const isPicture = ({ type }: Pick<FileItem, 'type'>): boolean => type.startsWith('image/');

const KIB = 1024;

/** `3 kB`, `4.2 MB`; as everywhere here, 1 MB is 1024 kB. Rounded up where it must not look like the limit it is over. */
export function sizeOf(bytes: number, up = false): string {
  const [unit, name] = bytes >= KIB * KIB ? [KIB * KIB, 'MB'] : [KIB, 'kB'];
  const round = up ? Math.ceil : Math.round;
  const parts = bytes >= KIB * KIB ? (up ? 100 : 10) : 1;
  return `${number(Math.max(round((bytes / unit) * parts) / parts, bytes ? 1 / parts : 0))} ${name}`;
}

const byEnding: Record<string, FileKind> = {};
for (const [kind, endings] of Object.entries({
  sheet: 'xls xlsx ods csv tsv',
  slides: 'ppt pptx odp',
  document: 'doc docx odt rtf epub tex',
  packed: 'zip h5p mscz',
  code: 'html htm svg xml js css json py sb3 ggb geojson gpx kml',
  text: 'txt md log srt ics vcf bib',
})) {
  for (const ending of endings.split(' ')) byEnding[ending] = kind as FileKind;
}

export function kindOfFile({ name, type }: Pick<FileItem, 'name' | 'type'>): FileKind {
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('audio/')) return 'sound';
  if (type.startsWith('video/')) return 'film';
  if (type === 'application/pdf') return 'pdf';
  return byEnding[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? (type.startsWith('text/') ? 'text' : 'other');
}

export const icons: Record<FileKind, typeof Paper> = {
  picture: Image,
  pdf: FileText,
  sound: FileMusic,
  film: Video,
  text: FileText,
  sheet: FileSpreadsheet,
  slides: Presentation,
  document: FileText,
  packed: FileArchive,
  code: FileCode,
  other: File,
};

/** Whether a browser shows it here: the server sends everything else as a download only. */
export const isShown = ({ type }: Pick<FileItem, 'type'>): boolean =>
  /^(image|audio|video)\//.test(type) || type === 'application/pdf' || ['text/plain', 'text/csv', 'text/markdown'].includes(type);

/** The part of a name before its ending. */
export const stemOf = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,12}$/, '');
