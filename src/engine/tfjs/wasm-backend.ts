import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { type Reference, refer } from '../../messages/reference.ts';

// Threads need SharedArrayBuffer, which a static page cannot count on.
tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);

// In Node the package finds its own files on disk.
if (tf.env().getBool('IS_BROWSER')) {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    // setWasmPaths insists on a third; without threads it is never fetched.
    'tfjs-backend-wasm-threaded-simd.wasm': simdUrl,
  });
}

/** Makes the WASM backend known (importing this file does) and says which of its builds will run. */
export async function registerWasm(): Promise<Reference> {
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  return refer('engines', 'device.wasm', { build: simd ? 'tfjs WASM (SIMD)' : 'tfjs WASM' });
}
