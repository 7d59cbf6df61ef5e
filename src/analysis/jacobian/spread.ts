import type { JacobianSurvey } from './survey.ts';

/** How one singular value sᵢ(Jf(x)) is spread over the points x of a survey. */
export interface SingularSpread {
  readonly least: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly largest: number;
}

/**
 * The spread of the first few singular values over the surveyed points, s₁ first; points at which
 * the network is not finite are left out.
 * @param most so many of the min(outputs, inputs) values
 * @returns nothing where no point is left
 */
export function singularSpreads(
  { inputs, outputs, singularValues }: JacobianSurvey,
  most: number,
): SingularSpread[] {
  const perPoint = Math.min(outputs, inputs);
  const spreads: SingularSpread[] = [];
  for (let index = 0; index < Math.min(most, perPoint); index++) {
    const own = singularValues
      .filter((value, i) => i % perPoint === index && Number.isFinite(value))
      .sort();
    if (own.length === 0) return [];
    spreads.push({
      least: own[0],
      lowerQuartile: quantile(own, 0.25),
      median: quantile(own, 0.5),
      upperQuartile: quantile(own, 0.75),
      largest: own[own.length - 1],
    });
  }
  return spreads;
}

/** Linear between the two values of an ascending list that the share falls between. */
function quantile(ascending: Float64Array, share: number): number {
  const place = share * (ascending.length - 1);
  const low = ascending[Math.floor(place)];
  return low + (ascending[Math.ceil(place)] - low) * (place - Math.floor(place));
}
