/** The figure that a part of the article belongs to, as React sees it. */
import { createContext, useContext, useEffect, useState } from 'react';
import { bottleneckRank } from '../analysis/ranks/index.ts';
import type { Frame, Picture } from '../session/index.ts';
import { useLabState } from '../ui/lab.ts';
import { useStoreNow } from '../ui/use-store.ts';
import { createFigureLab, type FigureLab, type FigureOptions } from './figure-lab.ts';
import type { FigureLife } from './figure-life.ts';

export const FigureContext = createContext<FigureLab | undefined>(undefined);

/** The lab behind the figure around. */
export function useFigure(): FigureLab {
  const figure = useContext(FigureContext);
  if (!figure) throw new Error('A part of a figure was rendered outside FigureContext.');
  return figure;
}

export function useLife<Part>(select: (life: FigureLife) => Part): Part {
  return useStoreNow(useFigure().life, select);
}

/** A lab that lives as long as the component does. */
export function useFigureLab(options: FigureOptions): FigureLab {
  const [lab] = useState(() => createFigureLab(options));
  useEffect(() => () => lab.dispose(), [lab]);
  return lab;
}

/** What a sentence about the figure can say now. */
export interface Reading {
  readonly depth: number;
  readonly threshold: number;
  readonly picture: Picture | undefined;
  readonly frame: Frame | undefined;
  /** The bottleneck rank, and the layer where it is attained. */
  readonly rank: number | undefined;
  readonly layer: number;
  /** ‖θ‖²/L */
  readonly price: number | undefined;
  /** Nothing more will change by itself. */
  readonly isSettled: boolean;
}

export function useReading(): Reading {
  const { depth, threshold } = useLabState((state) => state.experiment);
  const shown = useLabState((state) => state.picture);
  const frame = useLabState((state) => state.frame);
  const outdated = useLabState((state) => state.outdated);
  const source = useLife((life) => life.source);
  const figures = useLife((life) => life.figures);
  const picture = outdated ? undefined : shown;
  const bottleneck = picture && bottleneckRank(picture.spectra, threshold);
  return {
    depth,
    threshold,
    picture,
    frame,
    rank: bottleneck?.rank,
    layer: bottleneck?.layer ?? 0,
    price: figures?.normPerLayer ?? (frame && frame.parameterNorm / frame.depth),
    isSettled: picture !== undefined && (source === 'file' || frame?.status === 'finished'),
  };
}
