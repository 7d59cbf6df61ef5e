/** Line drawings, in a box of 48: what the picture behind the card looks like, not what it shows. */
const drawings = {
  bands: 'M4 8h40v32H4zM14 8c6 9-6 14 2 32M24 8c6 9-6 14 2 32M34 8c6 9-6 14 2 32',
  spectrum: 'M4 40h40M8 12h32M8 17h32M10 20l4 16h20l4-16',
  digit: 'M17 14c2-6 14-6 14 2 0 6-8 6-8 7 0 1 9 1 9 9 0 8-14 8-16 1',
  pinwheel: 'M24 24C24 12 34 8 40 14M24 24c10 6 8 17-1 18M24 24c-10 6-20 0-19-9M22 22h4v4h-4z',
  window: 'M6 6h36v36H6zM6 18h36M6 30h36M18 6v36M30 6v36M18 42V30h12V18h12',
  compare: 'M4 10h17v28H4zM27 10h17v28H27zM10 10c5 9-4 14 2 28M27 24h17M35 10v14',
} as const;

interface CardProps {
  readonly href: string;
  readonly title: string;
  readonly text: string;
  readonly drawing: keyof typeof drawings;
}

/** A large link. */
export function Card({ href, title, text, drawing }: CardProps) {
  return (
    <li>
      <a className="card" href={href}>
        <svg viewBox="0 0 48 48" aria-hidden="true">
          <path d={drawings[drawing]} />
        </svg>
        <strong>{title}</strong>
        <span>{text}</span>
      </a>
    </li>
  );
}
