import '../../design/site-nav.css';
import { siteText } from '../../messages/site.ts';
import { siteLink } from './site-link.ts';

const places = ['article', 'lab', 'sweep', 'compare'] as const;
type Place = (typeof places)[number];

interface SiteNavProps {
  readonly here: Place;
  /** The query part of a link to the experiment that the other views should open with. */
  readonly experiment?: string | undefined;
}

/** The way from one view of the site to the others. */
export function SiteNav({ here, experiment }: SiteNavProps) {
  return (
    <nav className="site-nav" aria-label={siteText('nav.label')}>
      {places.map((place) => (
        <a
          key={place}
          href={siteLink(place, place === 'article' ? undefined : experiment)}
          aria-current={place === here ? 'page' : undefined}
        >
          {siteText(`nav.${place}`)}
        </a>
      ))}
    </nav>
  );
}
