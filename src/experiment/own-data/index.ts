/**
 * Points that visitors bring themselves: brushed on the map or read from a table, and their short
 * form in a link. It neither draws nor samples anything: in come strokes and CSV text, out go
 * points and texts; data/own.ts makes a data set of them.
 */
export { type BrushStroke, brushedPlaces, erased } from './brush.ts';
export { className } from './class-name.ts';
export { decodePoints, encodePoints, linkOrder } from './codec.ts';
export { type CsvProblem, type CsvResult, readCsv, writeCsv } from './csv.ts';
export type { Fit } from './fit-to-domain.ts';
export * from './own-points.ts';
