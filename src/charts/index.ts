/**
 * How results look: each chart is a function `drawX(svg, data, options)` that makes an element
 * show exactly these data, and `describeX(data)` says the same in words. Both are pure: called
 * twice they change nothing, and what a pointer rests on is kept on the element itself.
 *
 * It is not where anything is computed or fetched: data come in as plain numbers from analysis
 * and session, through whoever draws; pictures go out into the SVG element (of digits: into the
 * canvas), hovers and edits through the callbacks of the options. Colours, sizes and durations
 * are classes and tokens of src/design.
 */
export * from './adjacency-graph.ts';
export * from './arrow-field.ts';
export * from './class-map.ts';
export * from './depth-curve.ts';
export * from './digit-grid.ts';
export * from './digit-pad.ts';
export * from './history.ts';
export * from './layer-stack.ts';
export * from './nonlinearity.ts';
export * from './rank-bracket.ts';
export * from './scatter.ts';
export * from './spectrum.ts';
export * from './strip.ts';
export * from './two-minima.ts';
export * from './window-map.ts';
