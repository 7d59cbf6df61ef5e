/** Everything that has to hold, in the order in which it fails fastest. */
import { findBrowser } from './find-browser.mjs';
import { runStep } from './steps.mjs';

const browser = await findBrowser();
const env = { CHROMIUM_PATH: browser };
const checks = [
  ['format and lint', 'npm', ['run', '-s', 'lint']],
  ['types', 'npm', ['run', '-s', 'types']],
  ['kernels', 'npm', ['run', '-s', 'build:wasm']],
  ['unit tests', 'npm', ['run', '-s', 'unit']],
  ['reference trajectories', 'npm', ['run', '-s', 'verify:reference', '--', ...referenceFiles()]],
  ['build', 'npm', ['run', '-s', 'build']],
  ['size', 'npm', ['run', '-s', 'size']],
  ['browser tests', 'npx', ['playwright', 'test']],
];

function referenceFiles() {
  return ['classifier-depth4', 'classifier-depth12', 'regression-depth6'].map(
    (name) => `tests/reference/${name}.json`,
  );
}

const failed = [];
for (const [name, command, args] of checks) {
  console.log(`\n── ${name} ──`);
  const started = Date.now();
  const { code, end } = await runStep(command, args, env);
  console.log(
    `${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  if (code !== 0) failed.push({ name, end });
}
// Once more at the end, where it is looked for, also when only the end of a log is kept.
for (const { name, end } of failed) console.log(`\n── ${name} FAILED ──\n${end}`);
if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
