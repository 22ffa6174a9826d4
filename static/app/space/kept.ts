// What this browser keeps for one person: drafts and unsent lines, each under `twinspace:<person>:<name>`.
// drafts.ts and the outbox write here. School computers are shared, so nothing is ever read for anybody but the person
// it was written by, and signing out takes it away.

const ours = (person: string, name: string) => `twinspace:${person}:${name}`;

/** Where the browser refuses to store (private windows, full disk) things live as long as the tab. */
const inTheTab = new Map<string, string>();

function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

export function keep(person: string, name: string, value: unknown): void {
  const key = ours(person, name);
  const text = JSON.stringify(value);
  try {
    storage()?.setItem(key, text);
    inTheTab.delete(key);
  } catch {
    inTheTab.set(key, text);
  }
}

export function recall<T>(person: string, name: string): T | null {
  const key = ours(person, name);
  const text = inTheTab.get(key) ?? storage()?.getItem(key);
  return text == null ? null : parsed<T>(text);
}

export function drop(person: string, name: string): void {
  const key = ours(person, name);
  inTheTab.delete(key);
  storage()?.removeItem(key);
}

/** The names kept for this person that start with `prefix`, sorted. */
export function namesOf(person: string, prefix: string): string[] {
  const start = ours(person, prefix);
  const cut = ours(person, '').length;
  const store = storage();
  const stored = store ? Array.from({ length: store.length }, (_, index) => store.key(index) ?? '') : [];
  const keys = new Set([...stored, ...inTheTab.keys()]);
  return [...keys]
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(cut))
    .sort();
}

export function forgetPerson(person: string): void {
  for (const name of namesOf(person, '')) drop(person, name);
}

/** Tells when another tab of this browser kept (`value`) or dropped (null) something of this person. */
export function onKeptElsewhere(hear: (person: string, name: string, value: unknown) => void): void {
  globalThis.addEventListener?.('storage', (event) => {
    const [, person, name] = /^twinspace:([^:]+):(.+)$/.exec(event.key ?? '') ?? [];
    if (person && name) hear(person, name, event.newValue === null ? null : parsed(event.newValue));
  });
}

/** What is not JSON was not written by us, or by an older us: as good as absent. */
function parsed<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
