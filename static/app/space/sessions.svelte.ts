// The booked sessions of a space, as events and `session.list` tell them, and whether a room's gate holds one up. What is
// said here of a gate is for showing: the server decides about each line again.

import { SvelteMap } from 'svelte/reactivity';
import type { ChatSession, Item, Member, RoomGate, SessionAnswer, WireEvent } from '../wire/shapes';
import { socket } from '../wire/socket';

interface Listed {
  sessions: ChatSession[];
  gates: RoomGate[];
  answers: SessionAnswer[];
  more: boolean;
  seq: number;
}

/** What it needs of the space around it. */
interface Around {
  readonly id: string;
  readonly me: Member | null;
  readonly gates: SvelteMap<string, RoomGate>;
}

const OVER = new Set(['over', 'ended', 'cancelled', 'lapsed']);
const SHUT = new Set(['proposed', 'before', 'soon', 'over', 'ended', 'cancelled', 'lapsed', 'policy']);

export class SessionBook {
  sessions = new SvelteMap<string, ChatSession>();
  answers = new SvelteMap<string, SessionAnswer>();
  /** There are older ones that are over. */
  more = $state(false);
  error = $state(false);
  /** What events said, and when: an answer that is older doesn't go over it. */
  #at = new Map<string, number>();

  coming = $derived.by(() => this.#list((gate) => !OVER.has(gate.state)).sort((a, b) => this.#order(a, b)));
  over = $derived.by(() => this.#list((gate) => OVER.has(gate.state)).sort((a, b) => this.#order(b, a)));
  /** Those that wait for my word. */
  asked = $derived.by(() => this.coming.filter((session) => this.waitsForMe(session)));

  constructor(private around: Around) {}

  put(item: Item & { kind: 'chat_session' | 'session_answer' }, event: WireEvent): void {
    this.#at.set(item.id, event.seq ?? 0);
    if (item.kind === 'chat_session') this.sessions.set(item.id, item);
    else this.answers.set(item.id, item);
    // Another time makes answers void.
    if (item.kind === 'chat_session' && item.accepted + item.declined === 0)
      for (const [key, answer] of this.answers) if (answer.session === item.id) this.answers.delete(key);
  }

  lose(id: string): void {
    this.sessions.delete(id);
  }

  async load(): Promise<void> {
    try {
      this.#take(await socket.ask<Listed>('session.list', { space: this.around.id }));
      this.error = false;
    } catch {
      this.error = true;
    }
  }

  async loadOver(): Promise<void> {
    const before = this.over.at(-1)?.id;
    const listed = await socket.ask<Listed>('session.list', { space: this.around.id, over: true, ...(before ? { before } : {}) });
    this.#take(listed);
    this.more = listed.more;
  }

  mine(session: ChatSession): SessionAnswer | undefined {
    return this.answers.get(`${session.id}.${this.around.me?.id}`);
  }

  waitsForMe(session: ChatSession): boolean {
    const me = this.around.me?.id;
    return !!me && session.by !== me && session.people.includes(me) && !this.mine(session);
  }

  /** Whether the gate of this room holds me up now. */
  held(place: string): boolean {
    const gate = this.around.gates.get(place);
    const me = this.around.me;
    if (!gate || !me) return false;
    if (SHUT.has(gate.state)) return true;
    return (gate.state === 'quiet' || gate.state === 'outside') && me.role !== 'teacher' && !me.administrator;
  }

  #take(listed: Listed): void {
    const newer = (id: string) => (this.#at.get(id) ?? 0) > listed.seq;
    for (const session of listed.sessions) if (!newer(session.id)) this.sessions.set(session.id, session);
    for (const answer of listed.answers) if (!newer(answer.id)) this.answers.set(answer.id, answer);
    for (const gate of listed.gates) if (!this.around.gates.has(gate.id)) this.around.gates.set(gate.id, gate);
  }

  #list(which: (gate: RoomGate) => boolean): ChatSession[] {
    return [...this.sessions.values()].filter((session) => {
      const gate = this.around.gates.get(session.id);
      return gate !== undefined && which(gate);
    });
  }

  #order(a: ChatSession, b: ChatSession): number {
    const at = (session: ChatSession) => this.around.gates.get(session.id)?.opens_at ?? '';
    return at(a).localeCompare(at(b));
  }
}
