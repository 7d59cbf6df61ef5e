/**
 * What the hidden layers make of the data: principal components of any layer's activations, for
 * a scatter that keeps its orientation from layer to layer and from frame to frame, and the line
 * that a network of bottleneck rank 1 folds its data onto.
 *
 * In come activations [N, width] as an engine gives them; out come coordinates of the points and
 * what is needed to place others. No engine, no drawing.
 */
export { alignedPlane } from './align.ts';
export {
  type BottleneckLine,
  bottleneckLine,
  type ClassOverlap,
  type ClassRun,
  type ClassSpan,
  coordinatesOn,
} from './bottleneck-line.ts';
export { classesOnLine, type LineStretch, lineStretches } from './line-classes.ts';
export { placeOnLine } from './place-on-line.ts';
export { type PrincipalComponents, principalComponents } from './principal-components.ts';
