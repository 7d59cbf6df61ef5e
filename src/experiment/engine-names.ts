/** The engines a run may ask for. `auto` leaves the choice to the page. */
export const engineNames = [
  'webgpu',
  'wasm',
  'wasm-parallel',
  'tfjs-webgpu',
  'tfjs-wasm',
  'tfjs-cpu',
] as const;
export type EngineName = (typeof engineNames)[number];
