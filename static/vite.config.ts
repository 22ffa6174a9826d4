// How the browser app is built, served while developing, and tested.
// The build goes into the Python package (twinspace_server/assets/), from where the server serves it:
// /assets/* carries a hash in its name and may be kept for a year, everything else must be asked for again.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.TWINSPACE_DEV_SERVER ?? 'http://127.0.0.1:8000';
const passOn = { target: server, changeOrigin: false };

export default defineConfig({
  plugins: [svelte()],
  resolve: {
    alias: { $app: here('app'), $locales: here('../twinspace_server/locales') },
    // Without this vitest would mount Svelte's server build.
    conditions: process.env.VITEST ? ['browser'] : undefined,
  },
  build: {
    outDir: here('../twinspace_server/assets'),
    emptyOutDir: true,
    manifest: true,
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
      '/p/': passOn,
      '/live': { ...passOn, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['app/**/*.test.ts'],
    setupFiles: ['scripts/test-setup.ts'],
  },
});
