/**
 * How results look: each chart is a function `drawX(svg, data, options)` that makes an element
 * show exactly these data, and `describeX(data)` says the same in words. Both are pure: called
 * twice they change nothing, and what a pointer rests on is kept on the element itself.
 *
 * It is not where anything is computed or fetched: data come in as plain numbers from analysis
 * and session, through whoever draws; pictures go out into the SVG element (of digits: into the
 * canvas), hovers and edits through the callbacks of the options. Colours, sizes and durations
 * are classes and tokens of src/design.
 *
 * Each chart has a folder: what it shows (`-data`), where that goes (`-frame`), what it says of it
 * (`describe-`), and the drawing itself. What several are made of is in parts/: axes, marks, read-outs;
 * handles/ is what can be taken hold of in a picture.
 */
export * from './adjacency-graph/adjacency-graph.ts';
export * from './arrow-field/arrow-field.ts';
export * from './class-map/class-map.ts';
export * from './depth-curve/depth-curve.ts';
export * from './digits/digit-grid.ts';
export * from './digits/digit-pad.ts';
export * from './history/history.ts';
export * from './jacobian-values/jacobian-values.ts';
export * from './layer-stack/layer-stack.ts';
export * from './nonlinearity/nonlinearity.ts';
export * from './rank-bracket/rank-bracket.ts';
export * from './scatter/scatter.ts';
export * from './spectrum/spectrum.ts';
export * from './strip/strip.ts';
export * from './two-minima/two-minima.ts';
export * from './window-map/window-map.ts';
