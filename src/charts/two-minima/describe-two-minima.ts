import { sweepText } from '../../messages/sweep.ts';
import { quantityFigure } from '../parts/depth-panel.ts';
import { pathName } from './path-name.ts';
import type { TwoMinimaData } from './two-minima-data.ts';

/** The loop in words: every quantity along every path. */
export function describeTwoMinima({ quantities, paths }: TwoMinimaData): string {
  if (paths.every(({ stops }) => stops.length === 0)) return sweepText('chart.nothingYet');
  return quantities
    .flatMap((quantity, k) =>
      paths.map(({ path, stops }) =>
        sweepText('chart.alongPath', {
          title: quantity.title,
          path: pathName(path),
          medians: stops
            .toSorted((a, b) => a.depth - b.depth)
            .map(({ depth, values }) =>
              sweepText('chart.atDepth', {
                depth,
                value: quantityFigure(quantity, Number(values[k])),
              }),
            )
            .join(sweepText('chart.comma')),
        }),
      ),
    )
    .join(' ');
}
