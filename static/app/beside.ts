// Screens that stand beside the spaces, by the name of their route, each a piece of its own that is loaded when somebody goes there.
// `OPEN` are for everybody, signed in or not: links of mails and cards lead there. `BESIDE` are for those who are signed in.
import type { Component } from 'svelte';
import { match, type Route } from './router';

// A screen takes what its route says, and some take nothing.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Load = () => Promise<{ default: Component<any> }>;

export const OPEN: Partial<Record<Route['name'], Load>> = {
  joining: () => import('./screens/joining/Screen.svelte'),
  welcome: () => import('./screens/welcome/Screen.svelte'),
  register: () => import('./screens/register/Screen.svelte'),
  forgot: () => import('./screens/forgot/Screen.svelte'),
  'new-password': () => import('./screens/newpassword/Screen.svelte'),
  'new-address': () => import('./screens/newaddress/Screen.svelte'),
  setup: () => import('./screens/setup/Screen.svelte'),
  card: () => import('./screens/card/Screen.svelte'),
  invited: () => import('./screens/invited/Screen.svelte'),
};

export const BESIDE: Partial<Record<Route['name'], Load>> = {
  installation: () => import('./screens/installation/Screen.svelte'),
  contacts: () => import('./screens/contacts/Screen.svelte'),
  projects: () => import('./screens/projects/Screen.svelte'),
  project: () => import('./screens/projects/One.svelte'),
  support: () => import('./screens/support/Screen.svelte'),
};

/** The secret behind the `#` of the address; it goes out of the address bar and of the history at once. */
export function secret(): string {
  const found = location.hash.slice(1);
  if (found) history.replaceState(history.state, '', location.pathname);
  return found;
}

// A link that is opened in a tab where that very screen stands already changes only what is behind the `#`: then it starts anew, with it.
addEventListener('hashchange', () => {
  if (location.hash && OPEN[match(location.pathname).name]) location.reload();
});
