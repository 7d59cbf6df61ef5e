import { defineConfig } from 'vitest/config';
import { tex } from './scripts/vite-plugin-tex.ts';

export default defineConfig({
  plugins: [tex()],
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
