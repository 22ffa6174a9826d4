// The HTTP side of the door: POST /api/<method>. Used before there is a socket (signing in), for what must work
// without one, and for commands too large for a frame. Never retries by itself.

import { WireError, offline, type ErrorData } from './error';

export { WireError } from './error';

interface Problem extends ErrorData {
  title?: string;
  detail?: string;
}

/** Runs one command or query; throws a WireError, with code `offline` where no answer came. */
export async function call<T = Record<string, unknown>>(method: string, params: Record<string, unknown> = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(params),
    });
  } catch {
    throw offline();
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  throw problem(response, body as Problem | null);
}

function problem(response: Response, body: Problem | null): WireError {
  if (body?.code) return new WireError(body.detail ?? body.title ?? body.code, body);
  // A proxy's own error page, or nothing at all: the server is not there just now.
  const away = response.ok || response.status >= 502;
  return new WireError(response.statusText || String(response.status), { code: away ? 'unavailable' : 'internal' });
}
