/**
 * Sweeps: many experiments that differ in depth, number of points, λ, width, teacher or seed,
 * trained by whoever has processors to spare — workers of the page, or processes of the command
 * line — and what all of them together say. It draws nothing and knows no React.
 *
 * In comes a `SweepSpec`; cells.ts makes experiments of it, run-chain.ts trains them and gives a
 * `CellResult` each. Out go sweep files, tables, and the statistics that charts are drawn from.
 * This entry is for every thread; what trains (run-chain.ts) is imported by those who train.
 */
export { cellFingerprints, countingFields, sweepFingerprint } from './cell-fingerprints.ts';
export { type Cell, type Chain, cellsOf, chainsInPortions, chainsOf } from './cells.ts';
export { resultsFromCsv, resultsToCsv, sweepFromJson, sweepToJson } from './export.ts';
export { type OriginOf, originsOf } from './origins.ts';
export { byPath, gapsBetween, type PathGap, type PathSummary } from './paths.ts';
export { type CellResult, cellResultSchema } from './result.ts';
export { sameRecipe } from './same-recipe.ts';
export { inSlice, type Slice, type SliceAxes, sliceAxes } from './slice.ts';
export { type Path, parseSpec, pathNames, type SweepSpec } from './spec.ts';
export {
  byDepth,
  cheapestOf,
  type DepthSummary,
  fitOverDepth,
  groupBy,
  isSound,
  median,
  medianRank,
  normPerLayer,
  type SoundResult,
  share,
  soundOf,
} from './statistics.ts';
export {
  checkedFileVersion,
  type Provenance,
  parseSweepFile,
  type SweepFile,
  sweepFileVersion,
} from './sweep-file.ts';
export {
  agrees,
  type EdgeMovement,
  edgeMoves,
  edgesOf,
  movementOf,
  trendOf,
  type WindowEdge,
} from './window-edge.ts';
export {
  type MapCell,
  type MapFinding,
  mapOfEachDraw,
  type Underestimate,
  underestimate,
  type Window,
  windowMap,
  windows,
} from './window-map.ts';
