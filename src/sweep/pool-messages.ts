/** What the pool and its workers say to each other. */
import type { ReferenceValue } from '../messages/reference.ts';
import type { Chain } from './cells.ts';
import type { CellResult } from './result.ts';
import type { SettleRule } from './settle.ts';

export type ToPoolWorker =
  | { readonly kind: 'run'; readonly chain: Chain; readonly settle: SettleRule | undefined }
  /** Training stops after the slice it is in, and goes on where it was. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' };

export type FromPoolWorker =
  | { readonly kind: 'result'; readonly result: CellResult }
  /** The chain is finished, and the worker free. */
  | { readonly kind: 'end' }
  /** The chain could not be finished; the worker is free. */
  | { readonly kind: 'failed'; readonly reason: ReferenceValue };
