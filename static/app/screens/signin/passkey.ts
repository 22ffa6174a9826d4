// What the browser's authenticator is asked, and what it answers, as the server wants both: as JSON. The library is loaded when
// somebody has a passkey or wants one. Whoever calls this shows `explainPasskey` when it fails.
import { explain } from '../../explain';
import { WireError } from '../../wire/http';
import { t } from '../../words';

/** Whether this browser knows passkeys at all; without https it does not. */
export function passkeysKnown(): boolean {
  return typeof window !== 'undefined' && 'PublicKeyCredential' in window;
}

export async function signWith(options: string): Promise<string> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(options) }));
}

export async function makeWith(options: string): Promise<string> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(options) }));
}

/** Somebody who closes the browser's own window has not failed at anything: one sentence for all that it may mean. */
export function explainPasskey(error: unknown): string {
  if (error instanceof WireError) return explain(error).text;
  if (error instanceof Error && error.name === 'InvalidStateError') return t('second-passkey-known');
  return t('second-passkey-stopped');
}
