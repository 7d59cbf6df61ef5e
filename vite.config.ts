import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that one build works under any GitHub Pages path.
  base: './',
  plugins: [react()],
  build: { target: 'es2023' },
  worker: { format: 'es' },
});
