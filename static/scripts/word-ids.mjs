// Writes app/words.ids.ts: a type of every message id in English, so that a wrong id does not compile.
// Called by `npm run ids`, which dev, build, check and test run first. The file is not kept in git.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../../twinspace_server/locales/en/', import.meta.url);
const ftl = readdirSync(folder)
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .join('\n');
const ids = [...ftl.matchAll(/^([a-z][a-z0-9-]*) *=/gim)].map((match) => match[1]);
const text = `// Made from locales/en by scripts/word-ids.mjs. Do not edit.\nexport type WordId =\n${ids.map((id) => `  | '${id}'`).join('\n') || '  never'};\n`;
writeFileSync(new URL('../app/words.ids.ts', import.meta.url), text);
