// Turns app/wire/schema.json (written by the server's registry) into app/wire/types.ts. Called by `npm run types`.
// Neither file is kept in git, and the build never needs them: they are for checking shapes by eye and by compiler.
import { compile } from 'json-schema-to-typescript';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const schema = new URL('../app/wire/schema.json', import.meta.url);
if (!existsSync(schema)) {
  console.error('app/wire/schema.json is missing; the server writes it (see CONTRIBUTING.md).');
  process.exit(1);
}
const text = await compile(JSON.parse(readFileSync(schema, 'utf8')), 'Wire', {
  additionalProperties: false,
  unreachableDefinitions: true,
  bannerComment: '// Made from schema.json by scripts/wire-types.mjs. Do not edit.',
});
writeFileSync(new URL('../app/wire/types.ts', import.meta.url), text);
