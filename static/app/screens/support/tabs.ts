// The tabs of a support desk, in their order: a line here and a component is all that one more takes. `count` is what waits there
// for whoever sits at the desk; it is read while it is drawn, so it may be reactive.
import type { Component } from 'svelte';
import { projects } from '../../space/projects.svelte';
import { waiting } from './waiting.svelte';
import type { WordId } from '../../words';
import Projects from './Projects.svelte';
import Record from './Record.svelte';
import Registrations from './Registrations.svelte';
import Schools from './Schools.svelte';

export interface Tab {
  id: string;
  text: WordId;
  /** Says how many wait there (`counted`), where it finds out by itself. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  screen: Component<any>;
  count: () => number;
}

export const tabs: Tab[] = [
  { id: 'projects', text: 'support-tab-projects', screen: Projects, count: () => projects.toDecide },
  { id: 'schools', text: 'support-tab-schools', screen: Schools, count: () => waiting.schools },
  { id: 'registrations', text: 'support-tab-registrations', screen: Registrations, count: () => waiting.registrations },
  { id: 'record', text: 'support-tab-record', screen: Record, count: () => 0 },
];
