import { articleText } from '../messages/article.ts';
import { DigitsCredit } from '../ui/notes/DigitsCredit.tsx';
import { bibtexOfPage, bibtexOfPaper } from './bibtex.ts';
import { CopyBlock } from './CopyBlock.tsx';

const papers = [
  {
    title: 'Implicit Bias of Large Depth Networks: a Notion of Rank for Nonlinear Functions',
    where: 'Arthur Jacot, ICLR 2023',
    link: 'https://arxiv.org/abs/2209.15055',
  },
  {
    title: 'Bottleneck Structure in Learned Features: Low-Dimension vs Regularity Tradeoff',
    where: 'Arthur Jacot, NeurIPS 2023',
    link: 'https://arxiv.org/abs/2305.19008',
  },
  {
    title: 'Hamiltonian Mechanics of Feature Learning: Bottleneck Structure in Leaky ResNets',
    where: 'Arthur Jacot, Alexandre Kaiser, 2024',
    link: 'https://arxiv.org/abs/2405.17573',
  },
];

/** What the article rests on, how it was made, and how to cite it. */
export function Foot() {
  return (
    <footer className="foot">
      <section aria-labelledby="references">
        <h2 id="references">{articleText('references')}</h2>
        <ol>
          {papers.map(({ title, where, link }) => (
            <li key={link} lang="en">
              <a href={link}>{title}</a>
              <br />
              {where}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="made">
        <h2 id="made">{articleText('made')}</h2>
        <p>{articleText('footMade')}</p>
        <p>
          {articleText('footLicence')} <DigitsCredit />
        </p>
      </section>
      <section className="foot-cite" aria-labelledby="cite">
        <h2 id="cite">{articleText('cite')}</h2>
        <CopyBlock title={articleText('citePaper')} text={bibtexOfPaper} />
        <CopyBlock
          title={articleText('citePage')}
          text={bibtexOfPage(`${location.origin}${location.pathname}`)}
        />
      </section>
    </footer>
  );
}
