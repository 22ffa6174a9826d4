// Files on their way to the server, one queue for the whole app: it goes on while one looks elsewhere, and ends with the session.
// A file is refused here already when it is too large; what was cut off can be sent again. XMLHttpRequest, because fetch tells no progress.

import { explain } from '../explain';
import { WireError, offline, type ErrorData } from '../wire/error';
import { socket } from '../wire/socket';
import { t } from '../words';
import { sizeOf, type FileItem } from './files';

const AT_ONCE = 2;
/** How long what a place takes is believed, in milliseconds. */
const FRESH = 60_000;

export type UploadState = 'waiting' | 'sending' | 'adding' | 'done' | 'put_aside' | 'failed';

export interface Wanted {
  place: string;
  file: File;
  name?: string;
  description?: string;
  alt?: string;
  /** The file whose new version this is. */
  replaces?: string;
  /** Makes something smaller of it on this device first. */
  prepare?: (file: File) => Promise<File>;
}

export class Upload {
  state = $state<UploadState>('waiting');
  /** From 0 to 1. */
  sent = $state(0);
  error = $state('');
  /** Sending it again may help. */
  again = $state(false);
  added = $state.raw<FileItem | null>(null);
  request: XMLHttpRequest | null = null;
  /** Made by the first attempt: what was added is not added twice. */
  readonly key = crypto.randomUUID();
  upload: string | null = null;
  cancelled = false;

  constructor(
    readonly id: number,
    readonly wanted: Wanted,
  ) {}

  get name(): string {
    return this.wanted.name ?? this.wanted.file.name;
  }

  get size(): number {
    return this.wanted.file.size;
  }

  get over(): boolean {
    return this.state === 'done' || this.state === 'put_aside' || this.state === 'failed';
  }
}

interface Room {
  file_bytes: number;
  space_bytes: number;
  used: number;
}

class Uploads {
  #all = $state.raw<Upload[]>([]);
  #next = 1;
  #rooms = new Map<string, { room: Promise<Room>; at: number }>();

  /** What is on its way to a place, or failed on it, in the order in which it was chosen. Reactive. */
  of(place: string): Upload[] {
    return this.#all.filter(({ wanted }) => wanted.place === place);
  }

  /** Whether leaving the page would cut something off. Reactive. */
  get busy(): boolean {
    return this.#all.some(({ over }) => !over);
  }

  add(wanted: readonly Wanted[]): Upload[] {
    const fresh = wanted.map((one) => new Upload(this.#next++, one));
    this.#all = [...this.#all, ...fresh];
    this.#turn();
    return fresh;
  }

  cancel(upload: Upload): void {
    upload.cancelled = true;
    upload.request?.abort();
    this.#all = this.#all.filter((one) => one !== upload);
    this.#turn();
  }

  retry(upload: Upload): void {
    if (upload.state !== 'failed') return;
    upload.state = 'waiting';
    upload.error = '';
    upload.sent = 0;
    this.#turn();
  }

  /** Takes away what is over. */
  tidy(place: string): void {
    this.#all = this.#all.filter(({ wanted, over }) => wanted.place !== place || !over);
  }

  /** For signing out. */
  close(): void {
    for (const upload of this.#all) this.cancel(upload);
    this.#rooms.clear();
  }

  /** The line is back: what only the line has stopped goes on by itself. */
  live(): void {
    for (const upload of this.#all) if (upload.again && upload.error === t('frame-offline')) this.retry(upload);
  }

  #turn(): void {
    const running = this.#all.filter(({ state }) => state === 'sending' || state === 'adding').length;
    const waiting = this.#all.filter(({ state }) => state === 'waiting');
    for (const upload of waiting.slice(0, Math.max(0, AT_ONCE - running))) void this.#run(upload);
  }

  async #run(upload: Upload): Promise<void> {
    upload.state = 'sending';
    const { wanted } = upload;
    try {
      const file = wanted.prepare ? await wanted.prepare(wanted.file) : wanted.file;
      if (upload.cancelled) return;
      if (!upload.upload) {
        await this.#fits(wanted.place, file);
        upload.upload = await send(upload, file);
      }
      if (upload.cancelled) return;
      upload.state = 'adding';
      const { place, replaces, name, description, alt } = wanted;
      const asked = replaces
        ? { place, file: replaces, upload: upload.upload }
        : { place, upload: upload.upload, name: name ?? file.name, description: description ?? '', alt: alt ?? '' };
      const answer = await socket.command<{ file?: FileItem }>(replaces ? 'file.replace' : 'file.add', { key: upload.key, ...asked });
      upload.added = answer.file ?? null;
      upload.state = answer.file ? 'done' : 'put_aside';
      this.#rooms.delete(wanted.place);
    } catch (error) {
      if (upload.cancelled) return;
      this.#failed(upload, error);
    } finally {
      upload.request = null;
      this.#turn();
    }
  }

  #failed(upload: Upload, error: unknown): void {
    const { text, reasons } = explain(error);
    const { code, passing } = error as WireError;
    if (code === 'unknown_upload') upload.upload = null;
    upload.error = [text, ...reasons].join(' ');
    upload.again = passing === true || code === 'internal' || code === 'no_room' || code === 'not_a_form' || code === 'unknown_upload';
    upload.state = 'failed';
    this.#rooms.delete(upload.wanted.place);
  }

  /** Refuses before sending what the server would refuse after it. */
  async #fits(place: string, file: File): Promise<void> {
    if (!file.size) throw new WireError(t('error-file-empty'), { code: 'file_empty' });
    const { file_bytes, space_bytes, used } = await this.#room(place);
    if (file.size > file_bytes) {
      throw new WireError(t('uploads-too-large', { size: sizeOf(file.size, true), limit: sizeOf(file_bytes) }), { code: 'file_too_large' });
    }
    if (used + file.size > space_bytes) {
      throw new WireError(t('uploads-space-full', { limit: sizeOf(space_bytes) }), { code: 'space_full' });
    }
  }

  #room(place: string): Promise<Room> {
    const known = this.#rooms.get(place);
    if (known && Date.now() - known.at < FRESH) return known.room;
    const room = socket.ask<Room>('file.room', { place });
    this.#rooms.set(place, { room, at: Date.now() });
    room.catch(() => this.#rooms.delete(place));
    return room;
  }
}

/** Sends the bytes; the id that the server gives them. */
function send(upload: Upload, file: File): Promise<string> {
  const form = new FormData();
  form.append('file', file, file.name);
  const request = (upload.request = new XMLHttpRequest());
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => (upload.sent = total ? Math.min(loaded / total, 0.99) : 0);
    request.onload = () => {
      const body = read(request.responseText);
      if (request.status === 200 && body?.upload) resolve(body.upload);
      else if (body?.code) reject(new WireError(body.detail ?? body.title ?? body.code, body));
      else reject(new WireError(request.statusText, { code: request.status >= 502 ? 'unavailable' : 'internal' }));
    };
    request.onerror = () => reject(offline());
    request.onabort = () => reject(offline());
    request.open('POST', `/api/upload?place=${encodeURIComponent(upload.wanted.place)}`);
    request.setRequestHeader('accept', 'application/json');
    request.send(form);
  });
}

function read(text: string): (ErrorData & { upload?: string; title?: string; detail?: string }) | null {
  try {
    return JSON.parse(text) as ErrorData;
  } catch {
    return null;
  }
}

export const uploads = new Uploads();

socket.onLive(() => uploads.live());
