import { useRef, useState } from 'react';
import { articleText } from '../messages/article.ts';

interface CopyBlockProps {
  readonly title: string;
  readonly text: string;
}

/** Text to take along, such as a BibTeX entry. */
export function CopyBlock({ title, text }: CopyBlockProps) {
  const block = useRef<HTMLPreElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'copyByHand'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      if (block.current) getSelection()?.selectAllChildren(block.current);
      setOutcome('copyByHand');
    }
    setTimeout(() => setOutcome(undefined), 2500);
  };
  return (
    <div className="copy-block">
      <p>
        {title}
        <button
          type="button"
          className="quiet-button"
          aria-label={`${articleText('copy')}: ${title}`}
          onClick={() => void copy()}
        >
          <span role="status">{articleText(outcome ?? 'copy')}</span>
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard. */}
      <pre ref={block} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
