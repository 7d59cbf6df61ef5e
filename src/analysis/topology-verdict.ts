/** The verdict of a topology card in words. */
import type { TopologyCard, TopologyVerdict } from './topology-card.ts';

/**
 * One or two English sentences: what theory says for this rank, and whether it holds here.
 * @param nameOf a class's name as the picture shows it; "class 0", "class 1", … unless told
 */
export function topologySentence(
  { verdict, tripointsCertain }: Pick<TopologyCard, 'verdict' | 'tripointsCertain'>,
  nameOf: (label: number) => string = (label) => `class ${label}`,
): string {
  const sentence = sentenceOf(verdict, nameOf);
  return tripointsCertain || verdict.kind === 'one-class'
    ? sentence
    : `${sentence} (Not every tripoint has been verified on the network.)`;
}

function sentenceOf(verdict: TopologyVerdict, nameOf: (label: number) => string): string {
  switch (verdict.kind) {
    case 'one-class':
      return 'One class wins everywhere, so there is nothing for theory to forbid.';
    case 'rank-0-fails':
      return `A function of rank 0 is constant, yet ${verdict.classes} classes win somewhere: what tells them apart lies below the threshold.`;
    case 'two-classes':
      return `Two classes never make a tripoint, whatever the rank (here ${verdict.rank}), so theory is not put to the test.`;
    case 'rank-1-holds':
      return verdict.order === undefined
        ? 'At rank 1 no three classes may meet, and none do. The classes do not follow each other in a chain, so some class takes more than one stretch of the line.'
        : `At rank 1 no three classes may meet, and none do: the classes follow each other in the order ${verdict.order.map(nameOf).join(' – ')}.`;
    case 'rank-1-fails':
      return `At rank 1 no three classes may meet, yet ${verdict.tripoints === 1 ? 'there is 1 tripoint' : `there are ${verdict.tripoints} tripoints`}: the function still uses a second direction, too weak for the threshold.`;
    case 'rank-k-holds':
      return verdict.bands
        ? `At rank ${verdict.rank} tripoints are allowed, but there are none: for these regions rank 1 would be enough.`
        : `At rank ${verdict.rank} as a rule at most ${verdict.rank + 1} classes meet in a point, and here at most ${verdict.meeting} do.`;
    case 'rank-k-fails':
      return `At rank ${verdict.rank} as a rule at most ${verdict.rank + 1} classes meet in a point, yet ${verdict.meeting} do here: a coincidence, or a direction too weak for the threshold.`;
  }
}
