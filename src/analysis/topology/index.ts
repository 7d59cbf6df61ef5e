/**
 * The topology of a classifier on a rectangle of the plane: which class wins where, along which
 * lines two classes meet, and at which points three or more do (a *tripoint* is ruled out at
 * bottleneck rank 1). In comes any function from points to logits, called a few times with many
 * points each; out comes plain data in data coordinates, ready to be posted from a worker.
 *
 * It is not a renderer and knows neither engines nor networks. It sees the function through a
 * finite grid: what is smaller than a coarse cell and cut off from everything else can be missed.
 */
export { adjacencyIsPath, adjacencyOrder } from './adjacency.ts';
export {
  type Adjacency,
  type Boundary,
  type ClassTopology,
  type Region,
  type Tripoint,
  transferablesOf,
} from './class-topology.ts';
export type { EvaluateLogits } from './logit-sampler.ts';
export { type MapOptions, mapClasses } from './map-classes.ts';
