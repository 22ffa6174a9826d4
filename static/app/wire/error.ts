// What went wrong on the wire, in one shape for HTTP and websocket alike.
// Thrown by http.ts and socket.ts; screens show `message`, which the server has already put into the reader's language.

/** A rule behind a decision; its words are the message `why-<code>` of the catalogue. */
export interface Reason {
  code: string;
  args: Record<string, string>;
}

/** The same with its words, in the reader's language. */
export interface Why extends Reason {
  text: string;
}

export interface ErrorData {
  code?: string;
  why?: Why[];
  path?: string;
  retry_after?: number;
  ref?: string;
}

export class WireError extends Error {
  readonly code: string;
  readonly why: Why[];
  readonly path: string | undefined;
  readonly retry_after: number | undefined;
  readonly ref: string | undefined;

  constructor(message: string, data: ErrorData = {}) {
    super(message);
    this.name = 'WireError';
    this.code = data.code ?? 'internal';
    this.why = data.why ?? [];
    this.path = data.path;
    this.retry_after = data.retry_after;
    this.ref = data.ref;
  }

  /** True where one has to wait (`retry_after` says how long), whatever there was too much of. */
  get tooMuch(): boolean {
    return this.code.startsWith('too_many') && this.retry_after !== undefined;
  }

  /** True for what passes by itself: no connection, too busy, restarting. The same call may be made again. */
  get passing(): boolean {
    return this.tooMuch || ['offline', 'unavailable', 'busy', 'signed_out'].includes(this.code);
  }
}

/** No answer could be had. `message` is for logs only: what a person reads comes from the catalogue. */
export function offline(): WireError {
  return new WireError('No connection', { code: 'offline' });
}
