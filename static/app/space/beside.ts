// What stands beside the messages of a chat, found by message: those that are replied to, and what the staff may still
// read of changed and hidden ones. A ChatWindow keeps both as maps that are replaced, never changed. Pure.

import type { Message, Original } from '../wire/shapes';

export function byId(messages: Message[]): Map<string, Message> {
  return new Map(messages.map((message) => [message.id, message]));
}

export function byMessage(originals: Original[]): ReadonlyMap<string, Original[]> {
  return originals.reduce(withOriginal, new Map() as ReadonlyMap<string, Original[]>);
}

export function withOriginal(map: ReadonlyMap<string, Original[]>, item: Original): ReadonlyMap<string, Original[]> {
  const others = (map.get(item.message) ?? []).filter((one) => one.id !== item.id);
  return new Map(map).set(
    item.message,
    [...others, item].sort((a, b) => (a.at < b.at ? -1 : 1)),
  );
}

export function withoutOriginal(map: ReadonlyMap<string, Original[]>, id: string): ReadonlyMap<string, Original[]> {
  return new Map([...map].map(([message, list]) => [message, list.filter((one) => one.id !== id)]));
}
