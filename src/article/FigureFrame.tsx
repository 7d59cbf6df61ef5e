import { type ReactNode, useEffect, useRef } from 'react';
import { articleText } from '../messages/article.ts';
import { useFigure, useLife } from './figure.ts';
import { LifeBar } from './LifeBar.tsx';
import { joinStage } from './stage.ts';

interface FigureFrameProps {
  readonly name: string;
  /** Says how its panels are laid out, as a class of article.css. */
  readonly layout: string;
  readonly children: ReactNode;
}

/** Where a live figure stands: it takes part in the life cycle and shows where its picture comes from. */
export function FigureFrame({ name, layout, children }: FigureFrameProps) {
  const lab = useFigure();
  const host = useRef<HTMLDivElement>(null);
  const source = useLife((life) => life.source);
  const performing = useLife((life) => life.performing);
  const failure = useLife((life) => life.failure);
  useEffect(() => {
    if (!host.current) return;
    return joinStage({
      element: host.current,
      approach: () => lab.prepare(),
      perform: (on) => lab.perform(on),
      depart: () => lab.release(),
    });
  }, [lab]);
  return (
    <div
      ref={host}
      className="figure-frame"
      data-name={name}
      data-source={source}
      data-performing={performing || undefined}
    >
      <div className={`panels ${layout}`}>{children}</div>
      {failure !== undefined && <p className="figure-note">{articleText('noFile')}</p>}
      <LifeBar />
    </div>
  );
}
