/**
 * Counts what a contender asks of WebGPU, whoever it is: dispatches, and the time in which its
 * JavaScript was not waiting for the GPU. It wraps the browser's own prototypes, so it has to be
 * installed before a device is requested.
 */
let dispatches = 0;
let waiting = 0;
let waitBegan = 0;
let waited = 0;

export interface GpuReading {
  readonly dispatches: number;
  /** Milliseconds since `resetGpuMeter` in which nothing was being waited for. */
  readonly busy: number;
}

let resetAt = 0;

export function resetGpuMeter(): void {
  dispatches = 0;
  waited = 0;
  resetAt = performance.now();
  waitBegan = resetAt;
}

export function readGpuMeter(): GpuReading {
  return { dispatches, busy: performance.now() - resetAt - waited };
}

function wait<T>(promise: Promise<T>): Promise<T> {
  if (waiting++ === 0) waitBegan = performance.now();
  const end = () => {
    if (--waiting === 0) waited += performance.now() - waitBegan;
  };
  // Attached first, so it runs before whatever the contender does next.
  promise.then(end, end);
  return promise;
}

export function installGpuMeter(): void {
  if (typeof GPUComputePassEncoder === 'undefined') return;
  const pass = GPUComputePassEncoder.prototype;
  const { dispatchWorkgroups, dispatchWorkgroupsIndirect } = pass;
  pass.dispatchWorkgroups = function (...counts) {
    dispatches++;
    return dispatchWorkgroups.apply(this, counts);
  };
  pass.dispatchWorkgroupsIndirect = function (...source) {
    dispatches++;
    return dispatchWorkgroupsIndirect.apply(this, source);
  };
  const { mapAsync } = GPUBuffer.prototype;
  GPUBuffer.prototype.mapAsync = function (...range) {
    return wait(mapAsync.apply(this, range));
  };
  const { onSubmittedWorkDone } = GPUQueue.prototype;
  GPUQueue.prototype.onSubmittedWorkDone = function () {
    return wait(onSubmittedWorkDone.apply(this));
  };
}
