/** The verdict of a topology card as a message. */
import { type Reference, refer } from '../messages/reference.ts';
import '../messages/verdicts.ts';
import type { TopologyCard, TopologyVerdict } from './topology-card.ts';

/**
 * One or two sentences: what theory says for this rank, and whether it holds here.
 * @param nameOf a class's name as the picture shows it; its number unless told
 */
export function topologySentence(
  { verdict, tripointsCertain }: Pick<TopologyCard, 'verdict' | 'tripointsCertain'>,
  nameOf: (label: number) => string = String,
): Reference {
  const sentence = sentenceOf(verdict, nameOf);
  return tripointsCertain || verdict.kind === 'one-class'
    ? sentence
    : refer('verdicts', 'uncertain', { sentence });
}

function sentenceOf(verdict: TopologyVerdict, nameOf: (label: number) => string): Reference {
  switch (verdict.kind) {
    case 'one-class':
      return refer('verdicts', 'one-class');
    case 'rank-0-fails':
      return refer('verdicts', 'rank-0-fails', { classes: verdict.classes });
    case 'two-classes':
      return refer('verdicts', 'two-classes', { rank: verdict.rank });
    case 'rank-1-holds':
      return verdict.order === undefined
        ? refer('verdicts', 'rank-1-no-chain')
        : refer('verdicts', 'rank-1-holds', { order: verdict.order.map(nameOf).join(' – ') });
    case 'rank-1-fails':
      return refer('verdicts', 'rank-1-fails', { count: verdict.tripoints });
    case 'rank-k-holds': {
      const { rank, meeting, bands } = verdict;
      return bands
        ? refer('verdicts', 'rank-k-bands', { rank })
        : refer('verdicts', 'rank-k-holds', { rank, allowed: rank + 1, meeting });
    }
    case 'rank-k-fails': {
      const { rank, meeting } = verdict;
      return refer('verdicts', 'rank-k-fails', { rank, allowed: rank + 1, meeting });
    }
  }
}
