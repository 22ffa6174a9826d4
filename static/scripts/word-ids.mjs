// Writes app/words.ids.ts: a type of every message id in en.ftl, so that a wrong id does not compile.
// Called by `npm run ids`, which dev, build, check and test run first. The file is not kept in git.
import { readFileSync, writeFileSync } from 'node:fs';

const ftl = readFileSync(new URL('../../twinspace_server/locales/en.ftl', import.meta.url), 'utf8');
const ids = [...ftl.matchAll(/^([a-z][a-z0-9-]*) *=/gim)].map((match) => match[1]);
const text = `// Made from en.ftl by scripts/word-ids.mjs. Do not edit.\nexport type WordId =\n${ids.map((id) => `  | '${id}'`).join('\n') || '  never'};\n`;
writeFileSync(new URL('../app/words.ids.ts', import.meta.url), text);
