import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { tex } from './scripts/vite-plugin-tex.ts';

export default defineConfig({
  // Relative, so that one build works under any GitHub Pages path.
  base: './',
  plugins: [tex(), react()],
  build: { target: 'es2023' },
  worker: { format: 'es' },
});
