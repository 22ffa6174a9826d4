// Fails when the catalogues disagree: an id, attribute or variable that one language has and the other lacks,
// a message that does not parse, or an id that stands twice. Called by `npm run check`.
import { parse } from '@fluent/syntax';
import { readdirSync, readFileSync } from 'node:fs';

const faults = [];

function read(language) {
  const folder = new URL(`../../twinspace_server/locales/${language}/`, import.meta.url);
  const words = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const found = new Map();
  for (const entry of parse(words.join('\n'), { withSpans: false }).body) {
    if (entry.type === 'Junk') faults.push(`${language}: cannot be read: ${entry.content.trim().split('\n')[0]}`);
    if (entry.type !== 'Message' && entry.type !== 'Term') continue;
    const id = (entry.type === 'Term' ? '-' : '') + entry.id.name;
    if (found.has(id)) faults.push(`${language}: ${id} stands twice`);
    found.set(id, [...new Set(names(entry))].sort().join(' '));
  }
  return found;
}

/** The variables and attributes that a message uses. */
function* names(node) {
  if (Array.isArray(node)) for (const child of node) yield* names(child);
  else if (node && typeof node === 'object') {
    if (node.type === 'VariableReference') yield `$${node.id.name}`;
    if (node.type === 'Attribute') yield `.${node.id.name}`;
    for (const child of Object.values(node)) yield* names(child);
  }
}

const en = read('en');
const nl = read('nl');
for (const [id, has] of en) {
  if (!nl.has(id)) faults.push(`nl: ${id} is missing`);
  else if (nl.get(id) !== has) faults.push(`${id}: en uses [${has}], nl [${nl.get(id)}]`);
}
for (const id of nl.keys()) if (!en.has(id)) faults.push(`en: ${id} is missing`);

if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`words: ${en.size} messages, the same in both languages`);
