import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** A page of its own for the checks of the engines, built as the page itself is; none of it is in dist/. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  logLevel: 'error',
  build: { target: 'es2023', outDir: 'build', emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  worker: { format: 'es' },
});
