// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AdjacencyGraphData,
  describeAdjacencyGraph,
  drawAdjacencyGraph,
} from '../../../src/charts/adjacency-graph/adjacency-graph.ts';
import { emptyPicture, markup, movePointer, texts } from '../drawing.ts';

const chain: AdjacencyGraphData = {
  classes: [0, 1, 3].map((label) => ({ class: label, components: 1, holes: 0 })),
  edges: [
    { classes: [0, 3], length: 4 },
    { classes: [1, 3], length: 1 },
  ],
};
const triangle: AdjacencyGraphData = {
  classes: [
    { class: 0, components: 2, holes: 0 },
    { class: 1, components: 1, holes: 1 },
    { class: 2, components: 1, holes: 0 },
  ],
  edges: [{ classes: [0, 1] }, { classes: [0, 2] }, { classes: [1, 2] }],
};
const size = { width: 400, height: 200, textSize: 12 };

describe('drawAdjacencyGraph', () => {
  let svg: SVGSVGElement;
  beforeEach(() => {
    svg = emptyPicture();
  });
  const middles = () =>
    [...svg.querySelectorAll('.classes > g')].map((node) =>
      (node.getAttribute('transform')?.match(/[\d.]+/g) ?? []).map(Number),
    );

  it('draws this markup', () => {
    drawAdjacencyGraph(svg, chain, size);
    expect(markup(svg)).toMatchSnapshot();
  });

  it('changes nothing when drawn twice', () => {
    drawAdjacencyGraph(svg, triangle, { ...size, highlighted: 1 });
    const once = markup(svg);
    drawAdjacencyGraph(svg, triangle, { ...size, highlighted: 1 });
    expect(markup(svg)).toBe(once);
  });

  it('shows what the last data say, whatever was drawn before', () => {
    drawAdjacencyGraph(svg, { classes: [], edges: [] }, size);
    drawAdjacencyGraph(svg, triangle, { ...size, highlighted: 1, dimmed: true });
    drawAdjacencyGraph(svg, chain, size);
    const updated = markup(svg);
    const fresh = emptyPicture();
    drawAdjacencyGraph(fresh, chain, size);
    expect(updated).toBe(markup(fresh));
  });

  it('lays a chain out along the picture, downwards where it is narrow', () => {
    drawAdjacencyGraph(svg, chain, size);
    expect(new Set(middles().map(([, y]) => y)).size).toBe(1);
    drawAdjacencyGraph(svg, chain, { ...size, width: 120 });
    expect(new Set(middles().map(([x]) => x)).size).toBe(1);
  });

  it('draws a longer common boundary stronger', () => {
    drawAdjacencyGraph(svg, chain, size);
    const [long, short] = [...svg.querySelectorAll('.borders path')].map((edge) =>
      Number(edge.getAttribute('stroke-width')),
    );
    expect(long).toBeGreaterThan(Number(short));
  });

  it('sets off what is not one region without holes', () => {
    drawAdjacencyGraph(svg, triangle, size);
    expect(texts(svg, '.betti.notable')).toEqual(['β₀ 2\u2002β₁ 0', 'β₀ 1\u2002β₁ 1']);
  });

  it('tells which class the pointer is on', () => {
    const onHover = vi.fn();
    drawAdjacencyGraph(svg, chain, { ...size, onHover });
    const [, , last = []] = middles();
    movePointer(svg, Number(last[0]), Number(last[1]));
    expect(onHover).toHaveBeenLastCalledWith(3);
    expect(texts(svg, '.read-out tspan')).toEqual([
      'D: 1 region, no holes',
      'borders on A (4.0) and B (1.0)',
    ]);
    movePointer(svg, 1, 1);
    expect(onHover).toHaveBeenLastCalledWith(undefined);
  });
});

describe('describeAdjacencyGraph', () => {
  it('says that the classes form a chain', () => {
    expect(describeAdjacencyGraph(chain)).toBe(
      'The classes form a chain: A, D, B. A has 1 region and no holes, B has 1 region and no holes and D has 1 region and no holes.',
    );
  });

  it('names the borders of any other graph', () => {
    expect(describeAdjacencyGraph(triangle)).toContain(
      'Classes with a common boundary: A with B, A with C and B with C.',
    );
    expect(describeAdjacencyGraph({ classes: [], edges: [] })).toBe('No class has a region yet.');
  });
});
