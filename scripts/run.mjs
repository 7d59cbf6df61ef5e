// Runs a TypeScript entry of this repository in Node, the way the page runs it in a browser:
//
//   node scripts/run.mjs src/cli/FILE.ts ARGS…
//
// The entry exports `main(args: string[]): Promise<number>`; the number is the exit code. Vite's
// module runner loads it, so that imports with ?raw, ?inline and ?url mean what they mean there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer, createServerModuleRunner } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const buildWasm = new URL('build-wasm.mjs', import.meta.url);

async function run([entry, ...args]) {
  if (entry === undefined) {
    console.error('Usage: node scripts/run.mjs src/cli/FILE.ts ARGS…');
    return 2;
  }
  // On standard output only the entry itself may speak: it may be asked for JSON.
  if (existsSync(buildWasm)) {
    const build = spawnSync(process.execPath, [fileURLToPath(buildWasm)], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (build.status !== 0) return build.status ?? 1;
  }

  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  try {
    const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
    const { main } = await runner.import(resolve(entry));
    return await main(args);
  } finally {
    await server.close();
  }
}

function fail(error) {
  // `… | head` closes the pipe early, which is no error of the command.
  if (error?.code === 'EPIPE') process.exit(0);
  console.error(error instanceof Error ? error.stack : error);
  process.exit(1);
}

// Ahead of Emscripten's own handler, which would print its whole minified source.
process.prependListener('uncaughtException', fail);
process.prependListener('unhandledRejection', fail);

process.exitCode = await run(process.argv.slice(2)).catch(fail);
