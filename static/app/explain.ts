// An error in words a pupil understands. The server words its own refusals in the reader's language; this adds those
// that only the browser can know (no connection) and the wait in minutes. Called wherever a command may fail.
import { WireError } from './wire/error.ts';
import { t } from './words.ts';

export interface Explained {
  text: string;
  reasons: string[];
}

export function explain(error: unknown): Explained {
  if (!(error instanceof WireError)) {
    console.error(error);
    return { text: t('frame-internal-bare'), reasons: [] };
  }
  return { text: sentence(error), reasons: error.why.map((why) => why.text) };
}

function sentence(error: WireError): string {
  if (error.retry_after !== undefined && error.code.startsWith('too_many')) {
    const seconds = Math.ceil(error.retry_after);
    return seconds < 90 ? t('frame-wait-seconds', { seconds }) : t('frame-wait-minutes', { minutes: Math.ceil(seconds / 60) });
  }
  switch (error.code) {
    case 'offline':
      return t('frame-offline');
    case 'unavailable':
      return t('frame-unavailable');
    case 'internal':
      return error.ref ? t('frame-internal', { ref: error.ref }) : t('frame-internal-bare');
    case 'wrong_credentials':
      return t('signin-wrong');
    default:
      return error.message;
  }
}
