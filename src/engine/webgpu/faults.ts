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

/** How long a fault may take to be reported after the work it spoiled has failed, in ms. */
const patience = 100;

/** Listens to everything a device may report, for as long as it lives. */
export class DeviceWatch {
  #fault: EngineLost | undefined;
  /**
   * Rejects each piece of work that is being waited for. A promise of the failure to race against
   * would keep something of every race for as long as the device lives.
   */
  readonly #alarms = new Set<(fault: EngineLost) => void>();

  constructor(device: GPUDevice) {
    device.lost.then((info) =>
      this.#fail(new EngineLost('lost', info.message || refer('engines', 'refusal.gpuLost'))),
    );
    device.addEventListener('uncapturederror', (event) => {
      this.#fail(new EngineLost(faultOf(event.error), event.error.message));
    });
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
      const result = await this.#unlessFault(work);
      this.check();
      return result;
    } catch (error) {
      // A lost device also rejects the work itself, sometimes before it reports the loss.
      if (!this.failed) {
        await this.#unlessFault(new Promise((done) => setTimeout(done, patience))).catch(() => {});
      }
      this.check();
      throw error;
    }
  }

  #unlessFault<T>(work: Promise<T>): Promise<T> {
    let alarm: (fault: EngineLost) => void = () => {};
    return new Promise<T>((resolve, reject) => {
      alarm = reject;
      this.#alarms.add(alarm);
      work.then(resolve, reject);
    }).finally(() => this.#alarms.delete(alarm));
  }

  #fail(fault: EngineLost): void {
    // What fails next is a consequence of what failed first.
    if (this.#fault) return;
    this.#fault = fault;
    for (const alarm of this.#alarms) alarm(fault);
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
