/** What can go wrong on a GPU while it works, made into one error that a caller can act on. */
import { ExplainedError, type ReferenceValue, refer } from '../../messages/reference.ts';

export type GpuFault = 'lost' | 'out-of-memory' | 'validation' | 'internal';

/**
 * The engine's device is gone or refused work; nothing it held can be trusted or read any more.
 * The caller continues elsewhere from the last state it saved.
 */
export class EngineLost extends ExplainedError {
  override readonly name = 'EngineLost';
  constructor(
    readonly fault: GpuFault,
    reason: ReferenceValue,
  ) {
    super(reason);
  }
}

/** Listens to everything a device may report, for as long as it lives. */
export class DeviceWatch {
  #fault: EngineLost | undefined;
  readonly #failure: Promise<never>;

  constructor(device: GPUDevice) {
    this.#failure = new Promise((_, reject) => {
      const fail = (fault: EngineLost) => {
        this.#fault ??= fault;
        reject(this.#fault);
      };
      device.lost.then((info) =>
        fail(new EngineLost('lost', info.message || refer('engines', 'refusal.gpuLost'))),
      );
      device.addEventListener('uncapturederror', (event) => {
        fail(new EngineLost(faultOf(event.error), event.error.message));
      });
    });
    // Nobody may be waiting when it happens; the next call reports it.
    this.#failure.catch(() => {});
  }

  get failed(): boolean {
    return this.#fault !== undefined;
  }

  /** @throws EngineLost if the device has reported a fault so far */
  check(): void {
    if (this.#fault) throw this.#fault;
  }

  /** Waits for GPU work, or throws `EngineLost` as soon as the device reports a fault. */
  async guard<T>(work: Promise<T>): Promise<T> {
    // If the check throws, nobody else will hear of the work.
    work.catch(() => {});
    this.check();
    try {
      const result = await Promise.race([work, this.#failure]);
      this.check();
      return result;
    } catch (error) {
      // A lost device also rejects the work itself, sometimes before it reports the loss.
      const patience = new Promise((done) => setTimeout(done, 100));
      await Promise.race([this.#failure.catch(() => {}), patience]);
      this.check();
      throw error;
    }
  }
}

/**
 * Runs `create` and reports what it did wrong as `EngineLost`: too much memory or an invalid
 * request would otherwise only show as wrong results later. What was made is then discarded.
 */
export async function scoped<T>(
  device: GPUDevice,
  create: () => T,
  discard: (result: T) => void,
): Promise<T> {
  device.pushErrorScope('out-of-memory');
  device.pushErrorScope('validation');
  const result = create();
  for (const error of await Promise.all([device.popErrorScope(), device.popErrorScope()])) {
    if (error === null) continue;
    discard(result);
    throw new EngineLost(faultOf(error), error.message);
  }
  return result;
}

function faultOf(error: GPUError): GpuFault {
  if (error instanceof GPUOutOfMemoryError) return 'out-of-memory';
  return error instanceof GPUValidationError ? 'validation' : 'internal';
}
