// How the browser app is built, served while developing, and tested.
// The build goes into the Python package (twinspace_server/assets/), from where the server serves it:
// /assets/* carries a hash in its name and may be kept for a year, everything else must be asked for again.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.TWINSPACE_DEV_SERVER ?? 'http://127.0.0.1:8000';
const passOn = { target: server, changeOrigin: false };

/** A published page has no script that could set a theme: there the dark tokens hold by the device's preference. */
const byPreference = {
  name: 'tokens-by-preference',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('tokens.css?by-preference')) return null;
    const dark: string[] = [];
    const light = code.replace(/:root\[data-theme='dark'\]([^{]*\{[^}]*\})/g, (_rule, rest: string) => {
      dark.push(`:root${rest}`);
      return '';
    });
    return { code: `${light}@media screen and (prefers-color-scheme: dark){${dark.join('')}}`, map: null };
  },
};

/** Strangers read at once, in whatever letters are there: fonts that come late must not move the page under their eyes. */
const fontsInTime = {
  name: 'fonts-in-time',
  generateBundle(_options: unknown, bundle: Record<string, { type: string; source?: string | Uint8Array }>) {
    for (const [name, file] of Object.entries(bundle))
      if (/public-page-.*\.css$/.test(name) && file.type === 'asset')
        file.source = String(file.source).replaceAll(/font-display:\s*swap/g, 'font-display:optional');
  },
};

const PRINTED = {
  rubik: 'Rubik',
  'noto-sans': 'NotoSans',
  'noto-sans-georgian': 'NotoSansGeorgian',
  'noto-sans-armenian': 'NotoSansArmenian',
};

/** The server prints class cards with whole TrueType fonts, which no browser asks for: they go beside the app, each with its licence. */
const fontsForPrint: Plugin = {
  name: 'fonts-for-print',
  apply: 'build',
  generateBundle() {
    for (const [from, font] of Object.entries(PRINTED)) {
      const folder = here(`node_modules/@expo-google-fonts/${from}`);
      const put = (fileName: string, path: string) =>
        this.emitFile({ type: 'asset', fileName: `fonts/${fileName}`, source: readFileSync(`${folder}/${path}`) });
      put(`${font}.ttf`, `500Medium/${font}_500Medium.ttf`);
      put(`${font}.LICENSE.txt`, 'LICENSE_FONT');
    }
  },
};

const ON_THE_SOCKET = ['app/{space,wire}/**/*.test.ts'];

export default defineConfig({
  plugins: [fontsInTime, fontsForPrint, byPreference, svelte()],
  resolve: {
    alias: { $app: here('app'), $locales: here('../twinspace_server/locales') },
    // Without this vitest would mount Svelte's server build.
    conditions: process.env.VITEST ? ['browser'] : undefined,
  },
  build: {
    outDir: here('../twinspace_server/assets'),
    emptyOutDir: true,
    manifest: true,
    rolldownOptions: {
      input: { app: here('index.html'), 'public-page': here('public-page.ts') },
      // Who starts the server for the first time reads along: how long a plugin took is nothing to them.
      checks: { pluginTimings: false },
    },
    // The editor of pages is one large part, which is loaded only where somebody writes.
    chunkSizeWarningLimit: 1000,
    target: ['chrome109', 'safari15.4', 'firefox115'],
    // A data: address would need a looser content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    fs: { allow: [here('.'), here('../twinspace_server/locales')] },
    proxy: {
      '/api': passOn,
      '/files': passOn,
      '/faces': passOn,
      '/covers': passOn,
      '/p/': passOn,
      '/live': { ...passOn, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['scripts/test-setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // A browser for each file takes ten times as long as what is tested in it: only those that start the one socket anew need their own.
    projects: [
      { extends: true, test: { name: 'parts', include: ['app/**/*.test.ts'], exclude: ON_THE_SOCKET, isolate: false } },
      { extends: true, test: { name: 'socket', include: ON_THE_SOCKET } },
    ],
  },
});
