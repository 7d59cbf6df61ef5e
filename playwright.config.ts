import { defineConfig } from '@playwright/test';

/** The port can be chosen, so that two checkouts can be tested at once. */
const port = Number(process.env.TEST_PORT ?? 4321);
const quiet = ['--no-sandbox', '--disable-quic', '--disable-background-networking'];
const executablePath = process.env.CHROMIUM_PATH;
const needAdapter = ['**/webgpu.spec.ts', '**/engines.spec.ts'];
const launch = (args: string[]) => ({ args, ...(executablePath ? { executablePath } : {}) });

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  timeout: 90_000,
  workers: 1,
  // On two cores the browser, the server and the training workers share what there is; a defect fails twice.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: { baseURL: `http://localhost:${port}/`, viewport: { width: 1440, height: 900 } },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
  projects: [
    // Most visitors: no WebGPU adapter. Without a GPU, drawing through an emulated one would keep
    // both cores of a small machine busy and starve the page of time.
    {
      name: 'plain',
      testIgnore: needAdapter,
      use: { launchOptions: launch([...quiet, '--disable-gpu']) },
    },
    // A software adapter, so that the WebGPU engines run wherever the tests do.
    {
      name: 'webgpu',
      testMatch: needAdapter,
      use: { launchOptions: launch([...quiet, '--enable-unsafe-webgpu']) },
    },
  ],
});
