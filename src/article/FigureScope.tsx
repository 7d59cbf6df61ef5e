import type { ReactNode } from 'react';
import { LabContext } from '../ui/lab.ts';
import { FigureContext, useFigureLab } from './figure.ts';
import type { FigureLab, FigureOptions } from './figure-lab.ts';

interface FigureScopeProps extends FigureOptions {
  readonly children: ReactNode;
}

/** Text and figure that share one lab: numbers in the one move the other. */
export function FigureScope({ children, ...options }: FigureScopeProps) {
  return <FigureOf lab={useFigureLab(options)}>{children}</FigureOf>;
}

interface FigureOfProps {
  readonly lab: FigureLab;
  readonly children: ReactNode;
}

/** The same around a lab that somebody else keeps. */
export function FigureOf({ lab, children }: FigureOfProps) {
  return (
    <FigureContext value={lab}>
      <LabContext value={lab}>{children}</LabContext>
    </FigureContext>
  );
}
