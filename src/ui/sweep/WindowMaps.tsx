import { useState } from 'react';
import {
  describeWindowMap,
  drawWindowMap,
  type MapPlace,
  type WindowMapData,
} from '../../charts/window-map/window-map.ts';
import type { SweepSpec } from '../../sweep/index.ts';
import { Chart } from '../pictures/Chart.tsx';

interface WindowMapsProps {
  /** Of the map of ranks. */
  readonly name: string;
  /** In words, for the names of the other maps. */
  readonly mode: string;
  readonly ranks: WindowMapData;
  /** What else was measured in the same cells, a smaller map each. */
  readonly quantities: readonly WindowMapData[];
  readonly grid: Pick<SweepSpec['axes'], 'depths' | 'points'>;
}

/** Maps of one grid: a cell that is pointed at in one of them is ringed in all. */
export function WindowMaps({ name, mode, ranks, quantities, grid }: WindowMapsProps) {
  const [pointed, setPointed] = useState<MapPlace>();
  const { depths, points } = grid;
  const shared = { depths, points, marked: pointed, onPoint: setPointed };
  return (
    <div className="window-maps">
      <Chart
        name={name}
        description={describeWindowMap(ranks)}
        className="window-map-box"
        interactive
        draw={(svg, size) => drawWindowMap(svg, ranks, { ...size, ...shared })}
      />
      {quantities.map((data) => (
        <Chart
          key={data.quantity?.title}
          name={`${data.quantity?.title}, ${mode}`}
          description={describeWindowMap(data)}
          className="quantity-map-box"
          interactive
          draw={(svg, size) => drawWindowMap(svg, data, { ...size, ...shared })}
        />
      ))}
    </div>
  );
}
