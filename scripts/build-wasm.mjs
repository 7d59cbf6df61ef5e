/**
 * Compiles the AssemblyScript of the WASM engine to src/engine/wasm/build/, once with plain and
 * once with relaxed SIMD. Does nothing when the sources and the compiler are those of the last
 * build.
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

/** Flags that only one of the modules has, by its name. */
const modules = {
  engine: [],
  'engine-relaxed': ['--enable', 'relaxed-simd'],
};

async function fingerprint() {
  const hash = createHash('sha256').update(JSON.stringify([flags, modules]));
  const require = createRequire(import.meta.url);
  hash.update(await readFile(require.resolve('assemblyscript/package.json')));
  for (const name of (await readdir(sources)).sort()) {
    hash.update(name).update(await readFile(join(sources, name)));
  }
  return hash.digest('hex');
}

async function compile(name, ownFlags) {
  const { default: asc } = await import('assemblyscript/asc');
  // Written aside and renamed: two builds at once must not leave half a file.
  const aside = `${name}.${process.pid}.wasm`;
  const options = [...flags, ...ownFlags, '--outFile', aside];
  const { error, stderr } = await asc.main(['index.ts', ...options], {
    readFile: (file, base) => readFile(resolve(sources, base, file), 'utf8').catch(() => null),
    writeFile: (file, contents) => writeFile(join(output, file), contents),
    listFiles: () => [],
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  await rename(join(output, aside), join(output, `${name}.wasm`));
}

/** Builds the modules if need be; resolves to whether anything was compiled. Throws with the compiler's messages. */
export async function buildWasm() {
  const wanted = await fingerprint();
  const stamp = join(output, 'engine.hash');
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === wanted) return false;

  await mkdir(output, { recursive: true });
  for (const [name, ownFlags] of Object.entries(modules)) await compile(name, ownFlags);
  await writeFile(stamp, wanted);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildWasm();
}
