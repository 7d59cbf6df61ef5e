import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The benchmark page, built as the page itself is. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  logLevel: 'error',
  build: { target: 'es2023', outDir: 'build', emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  worker: { format: 'es' },
});
