import { useEffect, useId, useRef, useState } from 'react';
import '../../design/save.css';
import { pictureSaver } from '../export/picture-saver.ts';
import { SaveMenu } from '../export/SaveMenu.tsx';
import { useTheme } from '../site/theme.ts';
import { cancelDraw, requestDraw } from './draw-queue.ts';

interface CanvasProps {
  /**
   * Paints the present data at this width in CSS pixels; called after every render, and with a
   * pixel ratio of its own for a picture that is saved.
   */
  readonly draw: (canvas: HTMLCanvasElement, width: number, pixelRatio?: number) => void;
  /** What the canvas shows now, in words. */
  readonly description: string;
  readonly name: string;
  readonly className?: string;
}

/** Hosts a drawing of pixels: gives it the width of its box and a text alternative. */
export function Canvas({ draw, description, name, className = '' }: CanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const id = useId();
  useTheme();

  useEffect(() => {
    if (!host.current) return;
    const observer = new ResizeObserver(([{ contentRect }]) =>
      setWidth(Math.floor(contentRect.width)),
    );
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = canvas.current;
    if (element && width > 0) requestDraw(element, () => draw(element, width));
  });
  useEffect(() => {
    const element = canvas.current;
    return () => {
      if (element) cancelDraw(element);
    };
  }, []);

  return (
    <div ref={host} className={`canvas-box ${className}`}>
      <canvas ref={canvas} role="img" aria-label={name} aria-describedby={id} />
      <p id={id} className="unseen">
        {description}
      </p>
      <SaveMenu
        name={name}
        save={async (format) => {
          const { saveCanvas } = await pictureSaver();
          const redraw = (copy: HTMLCanvasElement, pixelRatio: number) =>
            draw(copy, width, pixelRatio);
          if (!canvas.current) return;
          await saveCanvas(canvas.current, redraw, { name, description }, format);
        }}
      />
    </div>
  );
}
