import type { Translation } from '../catalogue.ts';
import type { engines as english } from '../en/engines.ts';

export const engines: Translation<typeof english> = {
  'device.wasm': '{{build}}（单线程）',
  'device.webgpu': '{{gpu}} 上的 WebGPU（{{plan}}）',
  'device.tfjsWebgpu': '{{gpu}} 上的 tfjs WebGPU',
  'device.tfjsCpu': '纯 JavaScript 的 tfjs',
  'device.unnamed': '未具名的 GPU',

  'reason.askedFor': '由您指定。',
  'reason.others': '更快的引擎在此处无法运行。',
  'reason.gpuFailed': 'GPU 在本次访问中曾出现故障。',
  'reason.probing': '它启动最快；正在检测是否有可用的 GPU。',
  'reason.software': '此处的 WebGPU 仅由软件模拟（{{gpu}}）。',
  'reason.timedSoon': '它启动最快；网络一旦拟合数据，便会对 {{gpu}} 计时比较。',
  'reason.clock': '{{winner}} 每步 {{fast}} 毫秒，{{loser}} 每步 {{slow}} 毫秒。',
  'reason.gpuUnusable': '无法使用 GPU：{{reason}}',

  'refusal.notHere': '引擎“{{engine}}”无法在此处运行：{{reason}}',
  'refusal.allFailed': '本次访问中所有引擎均已失败。',
  'refusal.noWebgpu': '此浏览器不支持 WebGPU。',
  'refusal.noWebgpuHere': '此处没有 WebGPU。',
  'refusal.noAdapter': '浏览器支持 WebGPU，但没有可供运行的 GPU。',
  'refusal.noDevice': 'GPU 拒绝提供设备（{{reason}}）。',
  'refusal.tooDeep': '其表格最多容纳 {{layers}} 层。',
  'refusal.gpuMemory': '网络及其数据超出了 GPU 显存。',
  'refusal.gpuLost': 'GPU 设备已丢失。',
  'refusal.noWasm': '此浏览器不支持 WebAssembly。',
  'refusal.noSimd': '此浏览器不支持 WebAssembly SIMD。',
  'refusal.memory': '内存不足，无法容纳这样大的网络。',
  'refusal.tfjs': 'TensorFlow.js 无法启动其 {{backend}} 后端。',
  'refusal.width': '秩为 {{rank}} 的函数无法原样通过 {{width}} 个神经元。',
};
