/** Import this before the engine: it makes sure that the WebAssembly module is there and current. */
import { execFileSync } from 'node:child_process';

execFileSync(process.execPath, ['scripts/build-wasm.mjs']);
