/** How a statement is known. */
export type StatementMark = 'theorem' | 'conjecture' | 'derived' | 'measured';

/** Path data in a box of 16: each mark has a shape of its own, so that colour is never the only difference. */
export const markShapes: Readonly<Record<StatementMark, string>> = {
  theorem: 'M2 2h12v12H2z',
  conjecture: 'M8 1l7 7-7 7-7-7zm0 3L4 8l4 4 4-4z',
  derived: 'M2 2h12v12H2zm2 2v8h8V4z',
  measured: 'M1 13h14v2H1zM2 8h3v4H2zm5-4h3v8H7zm5-3h3v11h-3z',
};
