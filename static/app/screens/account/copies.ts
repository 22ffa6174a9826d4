// A copy of what is kept of somebody: asks for an address that works once, and lets the browser fetch it, so that it never is whole in memory.
import { call } from '../../wire/http';

/** Of oneself, or of a pupil of one's own school. Throws what the server says. */
export async function download(person?: string): Promise<void> {
  const { address } = await call<{ address: string }>('my_data.ask', person ? { person } : {});
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
