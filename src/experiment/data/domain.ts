/** The parts of the plane in which data live and are drawn. */

/** An axis-parallel rectangle of the plane, in data coordinates. */
export interface Domain {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** The square all built-in classes live in, that of the paper's Figure 2. */
export const domain: Domain = { x: [-3, 3], y: [-3, 3] };

/** The square all built-in curves live in, and from which an autoencoder's probes are drawn. */
export const curveDomain: Domain = { x: [-1, 1], y: [-1, 1] };
