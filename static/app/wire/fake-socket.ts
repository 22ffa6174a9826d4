// A websocket for tests: the test plays the server by hand. Only tests import it.

import { vi } from 'vitest';

interface Frame {
  id?: number;
  method: string;
  params: Record<string, unknown>;
}

export class FakeSocket {
  static all: FakeSocket[] = [];
  static get last(): FakeSocket {
    const last = FakeSocket.all.at(-1);
    if (!last) throw new Error('nothing was opened');
    return last;
  }

  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((close: { code: number }) => void) | null = null;
  sent: Frame[] = [];
  closed = false;

  constructor() {
    FakeSocket.all.push(this);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Frame);
  }

  close(): void {
    this.closed = true;
  }

  opens(): void {
    this.onopen?.();
  }

  says(...frames: unknown[]): void {
    for (const frame of frames) this.onmessage?.({ data: JSON.stringify(frame) });
  }

  ends(code: number): void {
    this.onclose?.({ code });
  }

  asked(method: string): Frame[] {
    return this.sent.filter((frame) => frame.method === method);
  }

  async answers(method: string, result: unknown): Promise<void> {
    this.says({ jsonrpc: '2.0', id: this.#open(method), result });
    await vi.advanceTimersByTimeAsync(0);
  }

  async refuses(method: string, code: string, data: Record<string, unknown> = {}): Promise<void> {
    this.says({
      jsonrpc: '2.0',
      id: this.#open(method),
      error: { code: -32000, message: `no: ${code}`, data: { code, ...data } },
    });
    await vi.advanceTimersByTimeAsync(0);
  }

  #answered = new Set<number>();

  /** The oldest call of this method that was not answered yet. */
  #open(method: string): number {
    const frame = this.asked(method).find((one) => one.id !== undefined && !this.#answered.has(one.id));
    if (frame?.id === undefined) throw new Error(`${method} was not called`);
    this.#answered.add(frame.id);
    return frame.id;
  }
}

/** For tests of what stands on the socket: puts this one in the browser's place. */
export function installFakeSocket(): void {
  FakeSocket.all = [];
  vi.stubGlobal('WebSocket', FakeSocket);
}
