import type { Grid, Vertex } from './grid.ts';

declare const brand: unique symbol;

/** Index of a node of the boundary graph. */
export type Node = number & { readonly [brand]: 'node' };

/** Direction of a mesh edge from its lower vertex: to the right, up, or diagonally. */
export type Direction = 0 | 1 | 2;

/** Vertices from the lower end of a mesh edge to the upper. */
export function edgeStep(grid: Grid, direction: Direction): number {
  return direction === 0 ? 1 : direction === 1 ? grid.stride : grid.stride + 1;
}

/**
 * The lines between the classes on the mesh: nodes where the winning class changes along a mesh
 * edge or where three classes meet inside a triangle, and straight segments from node to node.
 * Positions are in grid units.
 */
export class BoundaryGraph {
  readonly x: number[] = [];
  readonly y: number[] = [];
  /** Lower vertex · 3 + direction of the mesh edge a node lies on; −1 inside a triangle. Nodes of an edge are numbered along it. */
  readonly edges: number[] = [];
  /** For nodes on an edge, the classes before and after, going up the edge. */
  readonly before: number[] = [];
  readonly after: number[] = [];

  /** Of each segment, its nodes and the classes beside it. */
  readonly from: Node[] = [];
  readonly to: Node[] = [];
  readonly left: number[] = [];
  readonly right: number[] = [];

  readonly junctions: {
    readonly node: Node;
    readonly classes: readonly [number, number, number];
  }[] = [];

  addCrossing(
    x: number,
    y: number,
    { lower, direction }: { lower: Vertex; direction: Direction },
    before: number,
    after: number,
  ): Node {
    this.before.push(before);
    this.after.push(after);
    return this.addNode(x, y, lower * 3 + direction);
  }

  addJunction(x: number, y: number, classes: readonly [number, number, number]): Node {
    this.before.push(-1);
    this.after.push(-1);
    const node = this.addNode(x, y, -1);
    this.junctions.push({ node, classes });
    return node;
  }

  /** A straight piece of boundary with class `left` on the left of the way. */
  addSegment(from: Node, to: Node, left: number, right: number): void {
    this.from.push(from);
    this.to.push(to);
    this.left.push(left);
    this.right.push(right);
  }

  private addNode(x: number, y: number, edge: number): Node {
    this.x.push(x);
    this.y.push(y);
    this.edges.push(edge);
    return (this.x.length - 1) as Node;
  }
}
