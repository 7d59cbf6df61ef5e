/** Runs one command of a longer job with its output on screen. */
import { spawn } from 'node:child_process';

/** How much of the end of the output is kept, in characters. */
const keptEnd = 6000;

/** @returns {Promise<{ code: number, end: string }>} the exit code, and the end of what was printed */
export function runStep(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['inherit', 'pipe', 'pipe'],
      env: { ...(process.stdout.isTTY && { FORCE_COLOR: '1' }), ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    let end = '';
    const pass = (from, to) =>
      from.setEncoding('utf8').on('data', (text) => {
        to.write(text);
        end = (end + text).slice(-keptEnd);
      });
    pass(child.stdout, process.stdout);
    pass(child.stderr, process.stderr);
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      resolve({ code: 1, end });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, end }));
  });
}
