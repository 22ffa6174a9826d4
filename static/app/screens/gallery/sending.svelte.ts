// Pictures on their way into galleries: made web-sized on this device, sent with progress, put there. It goes on while one looks
// at other screens of the app; what failed waits to be tried again or let go. Galleries read it by their place.

import { explain } from '../../explain';
import { toast } from '../../parts/toasts.svelte';
import { WireError, offline, type ErrorData } from '../../wire/error';
import { newKey, socket } from '../../wire/socket';
import { t } from '../../words';
import { waits } from '../order/waits';
import { webSized } from './web-size';

const AT_ONCE = 2;

export class Sending {
  state = $state<'waiting' | 'preparing' | 'sending' | 'failed'>('waiting');
  /** The part that has gone out, 0 to 1. */
  sent = $state(0);
  problem = $state('');
  readonly id = newKey();
  /** One key for one picture: trying again never hangs it twice. */
  readonly key = newKey();
  ready: File | null = null;
  request: XMLHttpRequest | null = null;

  constructor(
    readonly place: string,
    readonly file: File,
  ) {}
}

class Queue {
  #all = $state.raw<Sending[]>([]);
  #running = 0;
  #limits = new Map<string, number>();
  #smaller: { count: number; from: number; to: number; timer: ReturnType<typeof setTimeout> } | null = null;

  of(place: string): Sending[] {
    return this.#all.filter((each) => each.place === place);
  }

  get busy(): boolean {
    return this.#all.some(({ state }) => state !== 'failed');
  }

  add(place: string, files: Iterable<File>): void {
    const fresh: Sending[] = [];
    for (const file of files) {
      if (file.type && !file.type.startsWith('image/')) toast(t('gallery-not-a-picture', { name: file.name }));
      else fresh.push(new Sending(place, file));
    }
    this.#all = [...this.#all, ...fresh];
    this.#next();
  }

  retry(sending: Sending): void {
    sending.state = 'waiting';
    sending.problem = '';
    this.#next();
  }

  drop(sending: Sending): void {
    this.#all = this.#all.filter((each) => each !== sending);
    sending.request?.abort();
  }

  #next(): void {
    const next = this.#running < AT_ONCE ? this.#all.find(({ state }) => state === 'waiting') : undefined;
    if (!next) return;
    next.state = 'preparing';
    this.#running++;
    void this.#send(next).finally(() => {
      this.#running--;
      this.#next();
    });
    this.#next();
  }

  async #send(sending: Sending): Promise<void> {
    try {
      sending.ready ??= await this.#prepared(sending);
      if (!this.#all.includes(sending)) return;
      sending.state = 'sending';
      const { upload } = await this.#posted(sending, sending.ready);
      waits(await socket.command<object>('file.add', { place: sending.place, upload, key: sending.key }));
      this.drop(sending);
    } catch (error) {
      if (!this.#all.includes(sending)) return;
      const { text, reasons } = explain(error);
      sending.problem = [text, ...reasons].join(' ');
      sending.state = 'failed';
    }
  }

  async #prepared({ place, file }: Sending): Promise<File> {
    let most = this.#limits.get(place);
    if (most === undefined) {
      most = (await socket.ask<{ file_bytes: number }>('file.room', { place })).file_bytes;
      this.#limits.set(place, most);
    }
    const { file: ready, was } = await webSized(file, most);
    if (was !== null) this.#say(was, ready.size);
    return ready;
  }

  /** Said once for all that were chosen together. */
  #say(from: number, to: number): void {
    clearTimeout(this.#smaller?.timer);
    const said = { count: (this.#smaller?.count ?? 0) + 1, from: (this.#smaller?.from ?? 0) + from, to: (this.#smaller?.to ?? 0) + to };
    const timer = setTimeout(() => {
      this.#smaller = null;
      toast(t('gallery-made-smaller', { count: said.count, from: megabytes(said.from), to: megabytes(said.to) }));
    }, 1500);
    this.#smaller = { ...said, timer };
  }

  #posted(sending: Sending, file: File): Promise<{ upload: string }> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      sending.request = request;
      sending.sent = 0;
      request.open('POST', `/api/upload?place=${encodeURIComponent(sending.place)}`);
      request.setRequestHeader('accept', 'application/json');
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total }) => (sending.sent = total ? loaded / total : 0);
      request.onerror = () => reject(offline());
      request.onabort = () => reject(offline());
      request.onload = () => {
        const body = request.response as ({ upload: string } & ErrorData & { detail?: string }) | null;
        if (request.status < 300 && body?.upload) return resolve(body);
        const code = body?.code ?? (request.status >= 502 ? 'unavailable' : 'internal');
        reject(new WireError(body?.detail ?? code, { ...body, code }));
      };
      const form = new FormData();
      form.append('file', file, file.name);
      request.send(form);
    });
  }
}

export const megabytes = (bytes: number) =>
  new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1_000_000);

export const sendings = new Queue();
