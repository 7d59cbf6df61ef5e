import { storyText } from '../../messages/story.ts';
import { siteLink } from '../../ui/site/site-link.ts';
import { Card } from '../Card.tsx';
import { Paragraph, Section } from '../Section.tsx';

/** Where to go from here: the lab at states worth starting from, and the views beside it. */
export function PlaySection() {
  return (
    <Section id="play" title={storyText('play.title')}>
      <Paragraph>{storyText('play.text')}</Paragraph>
      <ul className="cards">
        <Card
          href={siteLink('lab', 'data=paper-s&depth=9')}
          title={storyText('play.figure2')}
          text={storyText('play.figure2Text')}
          drawing="bands"
        />
        <Card
          href={siteLink('lab', 'task=rank-recovery')}
          title={storyText('play.figure1')}
          text={storyText('play.figure1Text')}
          drawing="spectrum"
        />
        <Card
          href={siteLink('lab', 'data=digits')}
          title={storyText('play.digits')}
          text={storyText('play.digitsText')}
          drawing="digit"
        />
        <Card
          href={siteLink('lab', 'data=pinwheel&depth=13')}
          title={storyText('play.pinwheel')}
          text={storyText('play.pinwheelText')}
          drawing="pinwheel"
        />
        <Card
          href={siteLink('sweep')}
          title={storyText('play.sweep')}
          text={storyText('play.sweepText')}
          drawing="window"
        />
        <Card
          href={siteLink('compare')}
          title={storyText('play.compare')}
          text={storyText('play.compareText')}
          drawing="compare"
        />
      </ul>
    </Section>
  );
}
