/**
 * Compiles the AssemblyScript of the WASM engine to src/engine/wasm/build/engine.wasm. Does
 * nothing when the sources and the compiler are those of the last build.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const sources = join(root, 'src/engine/wasm/assembly');
const output = join(root, 'src/engine/wasm/build');

const flags = [
  '-O3',
  '--enable',
  'simd',
  '--runtime',
  'stub',
  '--noAssert',
  // Nothing is imported, so the module can be instantiated with no arguments.
  '--use',
  'abort=',
];

async function fingerprint() {
  const hash = createHash('sha256').update(flags.join(' '));
  const require = createRequire(import.meta.url);
  hash.update(await readFile(require.resolve('assemblyscript/package.json')));
  for (const name of (await readdir(sources)).sort()) {
    hash.update(name).update(await readFile(join(sources, name)));
  }
  return hash.digest('hex');
}

/** Builds the module if need be; resolves to whether anything was compiled. Throws with the compiler's messages. */
export async function buildWasm() {
  const wanted = await fingerprint();
  const stamp = join(output, 'engine.hash');
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === wanted) return false;

  const { default: asc } = await import('assemblyscript/asc');
  await mkdir(output, { recursive: true });
  // Written aside and renamed: two builds at once must not leave half a file.
  const name = `engine.${process.pid}.wasm`;
  const { error, stderr } = await asc.main(['index.ts', ...flags, '--outFile', name], {
    readFile: (file, base) => readFile(resolve(sources, base, file), 'utf8').catch(() => null),
    writeFile: (file, contents) => writeFile(join(output, file), contents),
    listFiles: () => [],
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  await rename(join(output, name), join(output, 'engine.wasm'));
  await writeFile(stamp, wanted);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildWasm();
}
