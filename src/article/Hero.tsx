import { useEffect } from 'react';
import { articleText } from '../messages/article.ts';
import { pictureShown } from '../ui/first-picture.ts';
import { bandsOf, cardOf } from '../ui/pictures/card-of.ts';
import { afterDrawing } from '../ui/pictures/draw-queue.ts';
import { DepthControl } from './DepthControl.tsx';
import { DepthScrub } from './DepthScrub.tsx';
import { FigureFrame } from './FigureFrame.tsx';
import { useFigure, useReading } from './figure.ts';
import { Prose } from './Prose.tsx';
import { MapPanel, SpectrumPanel } from './panels.tsx';
import { Sentence } from './Sentence.tsx';
import { StackPanel } from './StackPanel.tsx';
import { depths } from './shared.ts';

interface HeroProps {
  /** The drawing that the page came with. */
  readonly firstMap?: SVGSVGElement | undefined;
}

/** The first thing on the page: a settled run at once, answering the slider before anything trains. */
export function Hero({ firstMap }: HeroProps) {
  const figure = useFigure();
  useEffect(() => void figure.show(), [figure]);
  const isPictured = useReading().picture !== undefined;
  useEffect(() => {
    if (isPictured) afterDrawing(pictureShown);
  }, [isPictured]);
  return (
    <section className="hero" aria-label={articleText('depth')}>
      <DepthControl deepest={depths[depths.length - 1]} />
      <HeroSentence />
      <FigureFrame name="hero" layout="stack-map-spectra">
        <StackPanel />
        <MapPanel first={firstMap} />
        <SpectrumPanel of="weights" />
        <SpectrumPanel of="activations" />
      </FigureFrame>
      <p className="hint">{articleText('hint')}</p>
    </section>
  );
}

function HeroSentence() {
  const { picture, rank, threshold } = useReading();
  const classes = picture?.kind === 'classes' ? picture : undefined;
  if (!classes || rank === undefined)
    return <p className="sentence">{articleText('nothingYet')}</p>;
  const card = cardOf(classes, threshold);
  const count = card.tripoints;
  const bands = rank === 1 ? bandsOf(card) : undefined;
  const slots = {
    depth: <DepthScrub />,
    rank: <strong>{articleText('directions', { count: rank })}</strong>,
    tripoints: <strong>{articleText('tripoints', { count })}</strong>,
    tripoint: <em>{articleText('tripoint')}</em>,
    bands: <strong>{articleText(bands === 'ordered' ? 'orderedBands' : 'bands')}</strong>,
  };
  return (
    <Sentence>
      <Prose say={articleText} message={bands ? 'heroBands' : 'heroMeets'} slots={slots} />
    </Sentence>
  );
}
