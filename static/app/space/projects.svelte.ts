// My projects and what waits for me at a support desk: asked for when a screen wants them, kept current by my desk.
// A project's own state comes from the server; what is next for whom is worked out in screens/projects/next.ts.

import { SvelteMap } from 'svelte/reactivity';
import { socket } from '../wire/socket';
import type { MySchool, Project, WireEvent } from '../wire/shapes';
import { desk } from './desk.svelte';

interface Mine {
  projects: Project[];
  schools: MySchool[];
  approval: boolean;
  desks: string[];
  to_decide: number;
}

class Projects {
  status = $state<'asleep' | 'loading' | 'ready' | 'failed'>('asleep');
  schools = $state.raw<MySchool[]>([]);
  /** Whether support organisations decide here. */
  approval = $state(true);
  /** The countries at whose desks I sit, and how much waits for me there. */
  desks = $state.raw<string[]>([]);
  toDecide = $state(0);
  #held = new SvelteMap<string, Project>();
  /** What moved last first. */
  all = $derived([...this.#held.values()].sort((a, b) => b.id.localeCompare(a.id)));
  #onCase = new Set<() => void>();
  #turn = 0;

  constructor() {
    socket.onLive(() => {
      if (this.status !== 'asleep') void this.load();
    });
    desk.onEvent((event) => this.apply(event));
  }

  want(): void {
    if (this.status === 'asleep') void this.load();
  }

  get(project: string): Project | undefined {
    return this.#held.get(project);
  }

  /** Something that waits at a desk of mine has changed. */
  onCase(hear: () => void): () => void {
    this.#onCase.add(hear);
    return () => this.#onCase.delete(hear);
  }

  apply(event: WireEvent): void {
    for (const item of event.put ?? []) if (item.kind === 'project') this.#held.set(item.id, item);
    // In the log of a desk a project is named with whose desk it is.
    for (const gone of event.gone ?? []) if (gone.kind === 'project') this.#held.delete(gone.id.split('_')[0]!);
    // A school has said that I belong to it, or that I do not.
    if (event.event.startsWith('attachment.') && this.status !== 'asleep') void this.load();
    if (event.event === 'project.case_changed') {
      if (this.status !== 'asleep') void this.load();
      for (const hear of this.#onCase) hear();
    }
  }

  put(project: Project): void {
    this.#held.set(project.id, project);
  }

  async load(): Promise<void> {
    const turn = ++this.#turn;
    if (this.status !== 'ready') this.status = 'loading';
    try {
      const answer = await socket.ask<Mine>('project.mine');
      if (turn !== this.#turn) return;
      this.#held.clear();
      for (const one of answer.projects) this.#held.set(one.id, one);
      this.schools = answer.schools;
      this.approval = answer.approval;
      this.desks = answer.desks;
      this.toDecide = answer.to_decide;
      this.status = 'ready';
    } catch {
      if (turn === this.#turn && this.status !== 'ready') this.status = 'failed';
    }
  }

  /** Another person sits down. */
  forget(): void {
    this.#turn += 1;
    this.#held.clear();
    this.desks = [];
    this.toDecide = 0;
    this.status = 'asleep';
  }
}

export const projects = new Projects();
