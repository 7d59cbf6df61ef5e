import { useEffect, useRef, useState } from 'react';
import { drawSmallClassMap } from '../charts/class-map/small-class-map.ts';
import { articleText } from '../messages/article.ts';
import type { ClassPicture } from '../session/index.ts';
import { useLabState } from '../ui/lab.ts';
import { useFigure, useLife } from './figure.ts';

const shown = [2, 3, 4, 6, 9, 20];
/** Of a stamp, in its own units. */
const side = 160;

/** Settled maps of a few depths side by side; a click takes the figure there. */
export function SmallMaps() {
  const figure = useFigure();
  const hasFile = useLife((life) => life.source !== undefined);
  const depth = useLabState((state) => state.choices.depth);
  const [pictures, setPictures] = useState<readonly ClassPicture[]>([]);
  useEffect(() => {
    if (!hasFile) return;
    let wanted = true;
    void (async () => {
      for (const each of shown) {
        const settled = await figure.settled()?.at(each);
        // One map a turn: several in a row would hold up a scroll.
        await new Promise((resolve) => setTimeout(resolve, 60));
        if (!wanted) return;
        const { picture } = settled ?? {};
        if (picture?.kind === 'classes') setPictures((all) => [...all, picture]);
      }
    })();
    return () => {
      wanted = false;
      setPictures([]);
    };
  }, [figure, hasFile]);
  return (
    <ul className="small-maps">
      {pictures.map((picture) => (
        <SmallMap
          key={picture.run}
          picture={picture}
          isChosen={depth === picture.dims.length - 1}
          onChoose={(next) => figure.choose({ depth: next })}
        />
      ))}
    </ul>
  );
}

interface SmallMapProps {
  readonly picture: ClassPicture;
  readonly isChosen: boolean;
  readonly onChoose: (depth: number) => void;
}

function SmallMap({ picture, isChosen, onChoose }: SmallMapProps) {
  const depth = picture.dims.length - 1;
  const { topology } = picture;
  const stamp = useRef<SVGSVGElement>(null);
  useEffect(() => {
    if (stamp.current) drawSmallClassMap(stamp.current, topology, { width: side, height: side });
  }, [topology]);
  const count = topology.tripoints.length;
  const title = articleText('smallMap', { depth });
  const summary = articleText('tripoints', { count });
  return (
    <li>
      <button
        type="button"
        className="small-map"
        aria-pressed={isChosen}
        onClick={() => onChoose(depth)}
      >
        <svg ref={stamp} aria-hidden="true" />
        <span className="small-map-title">{title}</span>
        <span className="small-map-note">{summary}</span>
      </button>
    </li>
  );
}
