// Lines that were said here and that the server has not taken yet: kept in the browser, sent in order room by room,
// once each (the server knows a repeat by the line's key). The composer adds to it, the chat shows it, the session says
// whose it is. Another person's lines are never shown or sent.

import { WireError, type Why } from '../wire/error';
import { newKey, socket } from '../wire/socket';
import type { Me, Message, Waiting } from '../wire/shapes';
import { drop, keep, namesOf, onKeptElsewhere, recall } from './kept';

export interface Refusal {
  code: string;
  message: string;
  why: Why[];
}

export interface Line {
  key: string;
  space: string;
  place: string;
  text: string;
  reply_to: string | null;
  /** When it was written, in milliseconds; lines go out in this order. */
  at: number;
  /** Why the server would not have it: it waits for its writer, and holds up nobody. */
  refused: Refusal | null;
  /** The server has told us this line as a message, though not answered yet: it stands in the chat already. */
  arrived?: true;
}

/** Another tab's line is left to that tab for so long; it may have been closed meanwhile. */
const OTHER_TAB = 4_000;
/** The server forgets keys after 30 days: an older line could be said twice, so it is not sent by itself. */
const STALE = 29 * 86_400_000;
const TRY_AGAIN = 3_000;

const name = (line: Line) => `line:${line.key}`;
const inOrder = (a: Line, b: Line) => a.at - b.at || (a.key < b.key ? -1 : 1);

export class Outbox {
  lines = $state.raw<Line[]>([]);
  unsent = $derived(this.lines.length);
  #person: string | null = null;
  #busy = new Set<string>();
  #lastAt = 0;
  #onTaken: (line: Line, item: Message | Waiting, seq: number) => void = () => {};

  constructor() {
    socket.onLive(() => this.#pumpAll());
    onKeptElsewhere((person, key, value) => this.#elsewhere(person, key, value as Line | null));
  }

  /** Whose lines these are from now on. */
  of(person: Me | null): void {
    this.#person = person?.id ?? null;
    this.#busy = new Set();
    const kept = person ? namesOf(person.id, 'line:').map((key) => recall<Line>(person.id, key)) : [];
    this.lines = kept
      .filter((line) => line !== null)
      .map(restored)
      .sort(inOrder);
    this.#pumpAll();
  }

  /** Hears of each line that the server has taken: said by now, or put aside for a teacher. */
  onTaken(hear: (line: Line, item: Message | Waiting, seq: number) => void): void {
    this.#onTaken = hear;
  }

  inPlace(place: string): Line[] {
    return this.lines.filter((line) => line.place === place && !line.arrived);
  }

  /** A message of one's own came as an event: the line on its way with these words is that message. */
  arrived(place: string, text: string): void {
    const line = this.lines.find((one) => one.place === place && !one.refused);
    if (line?.text === text && this.#busy.has(place)) this.#show({ ...line, arrived: true });
  }

  say(space: string, place: string, text: string, reply_to: string | null): void {
    this.#lastAt = Math.max(Date.now(), this.#lastAt + 1);
    this.#put({ key: newKey(), space, place, text, reply_to, at: this.#lastAt, refused: null });
    this.#pump(place);
  }

  discard(key: string): void {
    const line = this.lines.find((one) => one.key === key);
    if (line) this.#remove(line);
  }

  /** Tries a refused line once more, as a new line at the end. */
  again(key: string): void {
    const line = this.lines.find((one) => one.key === key && one.refused);
    if (!line) return;
    this.#remove(line);
    this.say(line.space, line.place, line.text, line.reply_to);
  }

  #pumpAll(): void {
    for (const place of new Set(this.lines.map((line) => line.place))) this.#pump(place);
  }

  #pump(place: string): void {
    const line = this.lines.find((one) => one.place === place && !one.refused);
    if (!line || this.#busy.has(place)) return;
    this.#busy.add(place);
    void this.#send(line);
  }

  async #send(line: Line): Promise<void> {
    const mine = this.#busy;
    const { place, text, key } = line;
    const params = line.reply_to ? { place, text, key, reply_to: line.reply_to } : { place, text, key };
    try {
      const { message, waiting, seq } = await socket.call<{ message?: Message; waiting?: Waiting; seq: number }>('chat.say', params);
      if (mine !== this.#busy) return;
      const taken = message ?? waiting;
      // Said again with its key after it was taken back meanwhile, it is nowhere any more.
      if (taken) this.#onTaken(line, taken, seq);
      this.#remove(line);
    } catch (error) {
      if (mine !== this.#busy) return;
      if (this.#failed(line, error as WireError)) return;
    }
    mine.delete(place);
    this.#pump(place);
  }

  /** True when the same line is tried again later and the room waits for it. */
  #failed(line: Line, error: WireError): boolean {
    if (error.passing) {
      const mine = this.#busy;
      setTimeout(
        () => {
          mine.delete(line.place);
          if (mine === this.#busy) this.#pump(line.place);
        },
        (error.retry_after ?? 0) * 1000 || TRY_AGAIN,
      );
      return true;
    }
    const { code, message, why } = error;
    this.#put({ ...line, refused: { code, message, why } });
    return false;
  }

  #put(line: Line): void {
    if (!this.#person) return;
    keep(this.#person, name(line), line);
    this.#show(line);
  }

  #show(line: Line): void {
    this.lines = [...this.lines.filter((one) => one.key !== line.key), line].sort(inOrder);
  }

  #remove(line: Line): void {
    if (this.#person) drop(this.#person, name(line));
    this.lines = this.lines.filter((one) => one.key !== line.key);
  }

  /** Tabs of one person share the lines. Two tabs sending one line do no harm: it has one key. */
  #elsewhere(person: string, key: string, line: Line | null): void {
    if (person !== this.#person || !key.startsWith('line:')) return;
    if (!line) {
      this.lines = this.lines.filter((one) => name(one) !== key);
      return;
    }
    const mine = this.#busy;
    setTimeout(() => {
      if (mine !== this.#busy || !recall(person, key)) return;
      this.#show(line);
      this.#pump(line.place);
    }, OTHER_TAB);
  }
}

function restored(line: Line): Line {
  if (line.refused || Date.now() - line.at < STALE) return line;
  return { ...line, refused: { code: 'stale', message: '', why: [] } };
}

export const outbox = new Outbox();
