export const engines = {
  // What an engine runs on.
  'device.wasm': '{{build}}, one thread',
  'device.webgpu': 'WebGPU on {{gpu}} ({{plan}})',
  'device.tfjsWebgpu': 'tfjs WebGPU on {{gpu}}',
  'device.tfjsCpu': 'tfjs in plain JavaScript',
  'device.unnamed': 'an unnamed GPU',

  // Why this engine was taken.
  'reason.askedFor': 'It was asked for.',
  'reason.others': 'The engines that are faster do not run here.',
  'reason.gpuFailed': 'The GPU failed earlier in this visit.',
  'reason.probing': 'It starts fastest; whether there is a GPU is being found out.',
  'reason.software': 'The only WebGPU here is done in software ({{gpu}}).',
  'reason.timedSoon': 'It starts fastest; {{gpu}} is timed as soon as the network fits.',
  'reason.clock': '{{fast}} ms a step on {{winner}}, {{slow}} ms on {{loser}}.',
  'reason.gpuUnusable': 'The GPU cannot be used: {{reason}}',

  // Why an engine does not run.
  'refusal.notHere': 'The engine “{{engine}}” does not run here: {{reason}}',
  'refusal.allFailed': 'Every engine failed in this visit.',
  'refusal.noWebgpu': 'This browser has no WebGPU.',
  'refusal.noWebgpuHere': 'There is no WebGPU here.',
  'refusal.noAdapter': 'WebGPU is there, but it offers no GPU to run on.',
  'refusal.noDevice': 'The GPU refused a device ({{reason}}).',
  'refusal.tooDeep': 'At most {{layers}} layers fit into its tables.',
  'refusal.gpuMemory': 'The network and its data do not fit into GPU memory.',
  'refusal.gpuLost': 'The GPU device was lost.',
  'refusal.noWasm': 'This browser has no WebAssembly.',
  'refusal.noSimd': 'This browser has no WebAssembly SIMD.',
  'refusal.memory': 'There is not enough memory for a network of this size.',
  'refusal.tfjs': 'TensorFlow.js could not start its {{backend}} backend.',
  'refusal.width': 'A function of rank {{rank}} does not pass through {{width}} neurons unchanged.',
} as const;
