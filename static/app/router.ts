// Which screen the address means, over the browser's History. App draws the route; everything else uses `go` or a plain link.
// It knows addresses only: never who is signed in or what a screen needs.
import { createSubscriber } from 'svelte/reactivity';

export type Route =
  | { name: 'spaces' }
  | { name: 'account'; part?: string }
  | { name: 'welcome' }
  | { name: 'register' }
  | { name: 'forgot' }
  | { name: 'new-password' }
  | { name: 'new-address' }
  | { name: 'invited' }
  | { name: 'card' }
  | { name: 'joining' }
  | { name: 'setup' }
  | { name: 'contacts' }
  | { name: 'projects' }
  | { name: 'project'; project: string }
  | { name: 'support'; tab?: string }
  | { name: 'installation'; tab?: string }
  | { name: 'bell' }
  | { name: 'space'; space: string }
  | { name: 'place'; space: string; place: string; item?: string }
  | { name: 'team'; space: string }
  | { name: 'sessions'; space: string }
  | { name: 'rules'; space: string }
  | { name: 'settings'; space: string }
  | { name: 'public'; space: string }
  | { name: 'bin'; space: string }
  | { name: 'as'; space: string; whom: string }
  | { name: 'order'; space: string; tab?: string; item?: string }
  | { name: 'lost' };

const patterns: [RegExp, (...parts: string[]) => Route][] = [
  [/^\/$/, () => ({ name: 'spaces' })],
  [/^\/account$/, () => ({ name: 'account' })],
  [/^\/account\/(profile|safety|data)$/, (part) => ({ name: 'account', part })],
  [/^\/welcome$/, () => ({ name: 'welcome' })],
  [/^\/register$/, () => ({ name: 'register' })],
  [/^\/forgot$/, () => ({ name: 'forgot' })],
  [/^\/new-password$/, () => ({ name: 'new-password' })],
  [/^\/new-address$/, () => ({ name: 'new-address' })],
  [/^\/invited$/, () => ({ name: 'invited' })],
  [/^\/card$/, () => ({ name: 'card' })],
  [/^\/joining$/, () => ({ name: 'joining' })],
  [/^\/setup$/, () => ({ name: 'setup' })],
  [/^\/contacts$/, () => ({ name: 'contacts' })],
  [/^\/projects$/, () => ({ name: 'projects' })],
  [/^\/projects\/([^/]+)$/, (project) => ({ name: 'project', project: project! })],
  [/^\/support$/, () => ({ name: 'support' })],
  [/^\/support\/([^/]+)$/, (tab) => ({ name: 'support', tab })],
  [/^\/installation$/, () => ({ name: 'installation' })],
  [/^\/installation\/([^/]+)$/, (tab) => ({ name: 'installation', tab })],
  [/^\/bell$/, () => ({ name: 'bell' })],
  [/^\/s\/([^/]+)$/, (space) => ({ name: 'space', space: space! })],
  [/^\/s\/([^/]+)\/team$/, (space) => ({ name: 'team', space: space! })],
  [/^\/s\/([^/]+)\/sessions$/, (space) => ({ name: 'sessions', space: space! })],
  [/^\/s\/([^/]+)\/bin$/, (space) => ({ name: 'bin', space: space! })],
  [/^\/s\/([^/]+)\/rules$/, (space) => ({ name: 'rules', space: space! })],
  [/^\/s\/([^/]+)\/settings$/, (space) => ({ name: 'settings', space: space! })],
  [/^\/s\/([^/]+)\/public$/, (space) => ({ name: 'public', space: space! })],
  [/^\/s\/([^/]+)\/as\/([^/]+)$/, (space, whom) => ({ name: 'as', space: space!, whom: whom! })],
  [/^\/s\/([^/]+)\/order$/, (space) => ({ name: 'order', space: space! })],
  [/^\/s\/([^/]+)\/order\/([^/]+)$/, (space, tab) => ({ name: 'order', space: space!, tab })],
  [/^\/s\/([^/]+)\/order\/([^/]+)\/([^/]+)$/, (space, tab, item) => ({ name: 'order', space: space!, tab, item })],
  [/^\/s\/([^/]+)\/p\/([^/]+)$/, (space, place) => ({ name: 'place', space: space!, place: place! })],
  [/^\/s\/([^/]+)\/p\/([^/]+)\/m\/([^/]+)$/, (space, place, item) => ({ name: 'place', space: space!, place: place!, item })],
];

export function match(pathname: string): Route {
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname);
    if (!found) continue;
    try {
      return make(...found.slice(1).map(decodeURIComponent));
    } catch {
      return { name: 'lost' }; // a broken % in the address
    }
  }
  return { name: 'lost' };
}

/** Addresses for links, so that no screen writes one by hand. */
export const to = {
  spaces: () => '/',
  account: (part?: 'profile' | 'safety' | 'data') => (part ? `/account/${part}` : '/account'),
  welcome: () => '/welcome',
  register: () => '/register',
  forgot: () => '/forgot',
  contacts: () => '/contacts',
  projects: () => '/projects',
  project: (project: string) => `/projects/${encodeURIComponent(project)}`,
  support: (tab?: string) => (tab ? `/support/${encodeURIComponent(tab)}` : '/support'),
  setup: () => '/setup',
  installation: (tab?: string) => (tab ? `/installation/${encodeURIComponent(tab)}` : '/installation'),
  bell: () => '/bell',
  space: (space: string) => `/s/${encodeURIComponent(space)}`,
  team: (space: string) => `/s/${encodeURIComponent(space)}/team`,
  sessions: (space: string) => `/s/${encodeURIComponent(space)}/sessions`,
  bin: (space: string) => `/s/${encodeURIComponent(space)}/bin`,
  rules: (space: string) => `/s/${encodeURIComponent(space)}/rules`,
  settings: (space: string) => `/s/${encodeURIComponent(space)}/settings`,
  public: (space: string) => `/s/${encodeURIComponent(space)}/public`,
  /** The space as somebody else would get it: `person:<id>`, `role:<role>` or `stranger`. */
  seeAs: (space: string, whom: string) => `/s/${encodeURIComponent(space)}/as/${encodeURIComponent(whom)}`,
  order: (space: string, tab?: string, item?: string) =>
    `/s/${[space, 'order', tab, item]
      .filter((part) => part !== undefined)
      .map(encodeURIComponent)
      .join('/')}`,
  place: (space: string, place: string, item?: string) =>
    `/s/${encodeURIComponent(space)}/p/${encodeURIComponent(place)}${item ? `/m/${encodeURIComponent(item)}` : ''}`,
};

let now: Route = match(location.pathname);
let tell = () => {};
const heard = createSubscriber((update) => {
  tell = update;
});

export function route(): Route {
  heard();
  return now;
}

function arrive(): void {
  now = match(location.pathname);
  tell();
}

export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace') history.replaceState(null, '', path);
  else if (path !== location.pathname) history.pushState(null, '', path);
  arrive();
}

/** Plain links stay plain links: a new tab, a download or another site is the browser's own business. */
export function linkTaken(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null;
  if (match(link.pathname).name === 'lost' || (link.hash && link.pathname === location.pathname)) return null;
  return link.pathname;
}

export function startRouter(): void {
  addEventListener('popstate', arrive);
  document.addEventListener('click', (event) => {
    const path = linkTaken(event);
    if (path === null) return;
    event.preventDefault();
    go(path);
  });
}
