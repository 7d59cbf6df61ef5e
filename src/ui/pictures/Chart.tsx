import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { textSizeFor } from '../../charts/chart.ts';
import '../../design/save.css';
import { pictureSaver } from '../export/picture-saver.ts';
import { SaveMenu } from '../export/SaveMenu.tsx';
import { type Theme, useTheme } from '../site/theme.ts';
import { cancelDraw, requestDraw } from './draw-queue.ts';

interface Size {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  /** Whose letters were measured. */
  readonly theme: Theme;
}

interface ChartProps {
  /** Makes the element show the present data; called after every render. */
  readonly draw: (svg: SVGSVGElement, size: Size) => void;
  /** What the chart shows now, in words. */
  readonly description: string;
  readonly name: string;
  readonly className?: string;
  /** It has handles of its own to move, so its inside must be open to assistive technology. */
  readonly interactive?: boolean;
  /** It shows what a drag changes at once, so it is drawn before the others. */
  readonly urgent?: boolean;
  /** A drawing that stands in for the chart until it is first drawn. */
  readonly first?: SVGSVGElement | undefined;
}

/** Hosts a chart: gives it the size of its box and a text alternative. */
export function Chart({
  draw,
  description,
  name,
  className = '',
  interactive = false,
  urgent = false,
  first,
}: ChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const isDrawn = useRef(false);
  const [size, setSize] = useState<Size>();
  const id = useId();
  const theme = useTheme();

  useEffect(() => {
    if (!host.current) return;
    const observer = new ResizeObserver(([{ contentRect }]) => {
      const width = Math.floor(contentRect.width);
      const height = Math.floor(contentRect.height);
      const svg = picture.current;
      if (!svg || width === 0 || height === 0) return;
      setSize((last) =>
        last?.width === width && last.height === height && last.theme === theme
          ? last
          : { width, height, textSize: textSizeFor(svg, { width, height }), theme },
      );
    });
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [theme]);

  useEffect(() => {
    const svg = picture.current;
    if (!svg || !size) return;
    const drawOver = () => {
      // The first drawing goes as the chart comes, and the place is never empty.
      if (!isDrawn.current) svg.replaceChildren();
      isDrawn.current = true;
      draw(svg, size);
    };
    requestDraw(svg, drawOver, urgent);
  });
  useLayoutEffect(() => {
    if (first?.hasChildNodes() && picture.current) moveDrawing(first, picture.current);
  }, [first]);
  useEffect(() => {
    const svg = picture.current;
    return () => {
      if (svg) cancelDraw(svg);
    };
  }, []);

  return (
    <div ref={host} className={`chart-box ${className}`}>
      <svg
        ref={picture}
        role={interactive ? 'group' : 'img'}
        aria-label={name}
        aria-describedby={id}
      />
      <p id={id} className="unseen">
        {description}
      </p>
      <SaveMenu
        name={name}
        save={async (format) => {
          const { saveChart } = await pictureSaver();
          if (picture.current) await saveChart(picture.current, { name, description }, format);
        }}
      />
    </div>
  );
}

/** What is moved is there once: a chart that comes anew, in another language, has its own. */
function moveDrawing(from: SVGSVGElement, to: SVGSVGElement): void {
  for (const name of ['class', 'viewBox', 'style']) {
    const value = from.getAttribute(name);
    if (value !== null) to.setAttribute(name, value);
  }
  to.replaceChildren(...from.childNodes);
}
