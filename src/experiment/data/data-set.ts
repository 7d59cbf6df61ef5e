/** What a network can be trained on: labelled points, a teacher's answers, a curve, or digits. */
import type { ClassData } from './class-family.ts';

export type { ClassData };

/** Inputs with the answers of a teacher of known rank; see teacher.ts. */
export interface TeacherData {
  readonly kind: 'teacher';
  readonly inputDimension: number;
  readonly outputDimension: number;
  /** [N, d], row-major. */
  readonly inputs: Float32Array;
  /** [N, d'], row-major. */
  readonly targets: Float32Array;
  /** Drawn like the training points, but never trained on. */
  readonly testInputs: Float32Array;
  /** Free of noise. */
  readonly testTargets: Float32Array;
  /** Bottleneck rank k of the teacher. */
  readonly trueRank: number;
}

/** A polygon line in the plane: its corners [x, y] in order. */
export type Polyline = readonly (readonly [number, number])[];

/** Points on a curve in the plane, which an autoencoder has to give back; see curves.ts. */
export interface CurveData {
  readonly kind: 'curve';
  /** [N, 2], row-major; the targets are the same. */
  readonly inputs: Float32Array;
  /** The connected stretches of the curve, for measuring the distance to it. */
  readonly curve: readonly Polyline[];
}

/** Clean digits to be given back, and others, held out, to be denoised; see digits.ts. */
export interface DigitData {
  readonly kind: 'digits';
  /** [N, side²], row-major, from 0 (paper) to 1 (ink); the targets are the same. */
  readonly inputs: Float32Array;
  /** [M, side²]: never trained on. */
  readonly heldOut: Float32Array;
  /** Which of the digits 0–9 each held-out image shows. */
  readonly heldOutLabels: Uint8Array;
  /** Pixels along one side of an image. */
  readonly side: number;
}

export type DataSet = ClassData | TeacherData | CurveData | DigitData;
