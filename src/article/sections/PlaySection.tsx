import { storyText } from '../../messages/story.ts';
import { Paragraph, Section } from '../Section.tsx';

/** Where to go from here. */
export function PlaySection() {
  return (
    <Section id="play" title={storyText('play.title')}>
      <Paragraph>{storyText('play.text')}</Paragraph>
    </Section>
  );
}
