import { useEffect, useId, useRef, useState } from 'react';
import { pictureText } from '../../messages/picture.ts';
import type { PictureFormat } from './save-picture.ts';

interface SaveMenuProps {
  /** Of the picture. */
  readonly name: string;
  readonly save: (format: PictureFormat) => Promise<void>;
}

const formats: readonly { readonly format: PictureFormat; readonly title: string }[] = [
  { format: 'svg', title: 'SVG' },
  { format: 'png', title: 'PNG 3×' },
];

/** A small button at a picture's corner, seen when the picture is looked at, that saves it. */
export function SaveMenu({ name, save }: SaveMenuProps) {
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const closeOutside = ({ target }: Event) => {
      if (!(target instanceof Node && menu.current?.contains(target))) setOpen(false);
    };
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  const choose = async (format: PictureFormat) => {
    try {
      await save(format);
      setOpen(false);
      button.current?.focus();
    } catch {
      setFailed(true);
    }
  };
  return (
    <div ref={menu} className="save-menu" data-open={open || undefined}>
      <button
        ref={button}
        type="button"
        className="save-button"
        aria-label={pictureText('save', { name })}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => {
          setFailed(false);
          setOpen(!open);
        }}
      >
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M11 4h2v8.2l3-3 1.4 1.4-5.4 5.4-5.4-5.4L8 9.2l3 3zM5 18h14v2H5z" />
        </svg>
      </button>
      {open && (
        <div id={id} className="save-formats">
          <span className="save-title">{pictureText('formats')}</span>
          {formats.map(({ format, title }) => (
            <button
              key={format}
              type="button"
              className="save-format"
              onClick={() => void choose(format)}
            >
              {title}
            </button>
          ))}
          {failed && <span role="alert">{pictureText('failed')}</span>}
        </div>
      )}
    </div>
  );
}
