import type { ReactNode } from 'react';
import { LabContext } from '../ui/lab.ts';
import { FigureContext, useFigureLab } from './figure.ts';
import type { FigureOptions } from './figure-lab.ts';

interface FigureScopeProps extends FigureOptions {
  readonly children: ReactNode;
}

/** Text and figure that share one lab: numbers in the one move the other. */
export function FigureScope({ children, ...options }: FigureScopeProps) {
  const lab = useFigureLab(options);
  return (
    <FigureContext value={lab}>
      <LabContext value={lab}>{children}</LabContext>
    </FigureContext>
  );
}
