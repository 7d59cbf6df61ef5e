import { twoColumnSvd } from '../jacobian/index.ts';
import type { JacobianField } from './jacobian-field.ts';

/**
 * Reads the direction of the fibre through any point off a field of Jacobians.
 *
 * The Jacobians themselves are interpolated, not their kernels: a kernel is an axis without a
 * sign, and two axes at right angles have no mean. Where f = h∘g with one-dimensional g, the
 * Jacobian is h′·∇gᵀ, and h′ is constant along a fibre; so in a cell that the fibre bends in, the
 * interpolated Jacobian is still of rank 1 and its normal turns from one side's to the other's.
 */
export class FieldReader {
  /** s₁ of the interpolated Jacobian. */
  large = 0;
  /** s₂/s₁, interpolated from the vertices. */
  ratio = 0;
  /** Unit vector along the fibre. */
  tangentX = 1;
  tangentY = 0;
  /** s₁·u: where the function goes on crossing the fibre from its right to its left; [outputs]. */
  readonly crossing: Float64Array;

  private readonly jacobian: Float64Array;
  private readonly svd = { large: 0, small: 0, cos: 1, sin: 0 };

  constructor(private readonly field: JacobianField) {
    this.crossing = new Float64Array(field.outputs);
    this.jacobian = new Float64Array(2 * field.outputs);
  }

  /** Reads at a point, or at the nearest point of the domain; the tangent's sign is arbitrary. */
  read(x: number, y: number): void {
    const { domain, perSide, outputs, jacobians, ratios } = this.field;
    const last = perSide - 1;
    const across = (last * (x - domain.x[0])) / (domain.x[1] - domain.x[0]);
    const up = (last * (y - domain.y[0])) / (domain.y[1] - domain.y[0]);
    const column = Math.min(last - 1, Math.max(0, Math.floor(across)));
    const row = Math.min(last - 1, Math.max(0, Math.floor(up)));
    const u = Math.min(1, Math.max(0, across - column));
    const v = Math.min(1, Math.max(0, up - row));
    const p = row * perSide + column;
    const q = p + perSide;
    const wp = (1 - u) * (1 - v);
    const wp1 = u * (1 - v);
    const wq = (1 - u) * v;
    const wq1 = u * v;
    const size = 2 * outputs;
    for (let i = 0; i < size; i++) {
      this.jacobian[i] =
        wp * jacobians[p * size + i] +
        wp1 * jacobians[(p + 1) * size + i] +
        wq * jacobians[q * size + i] +
        wq1 * jacobians[(q + 1) * size + i];
    }
    twoColumnSvd(this.jacobian, 0, outputs, this.svd);
    const { large, cos, sin } = this.svd;
    this.large = large;
    this.ratio = wp * ratios[p] + wp1 * ratios[p + 1] + wq * ratios[q] + wq1 * ratios[q + 1];
    this.tangentX = sin;
    this.tangentY = -cos;
    for (let o = 0; o < outputs; o++) {
      this.crossing[o] = cos * this.jacobian[2 * o] + sin * this.jacobian[2 * o + 1];
    }
  }

  /** Turns the tangent, and the crossing with it, round. */
  reverse(): void {
    this.tangentX = -this.tangentX;
    this.tangentY = -this.tangentY;
    for (let o = 0; o < this.crossing.length; o++) this.crossing[o] = -this.crossing[o];
  }
}
