import { labText } from '../../messages/lab.ts';
import { Prose } from './Prose.tsx';

const papers = [
  {
    title: 'Implicit Bias of Large Depth Networks: a Notion of Rank for Nonlinear Functions',
    where: 'A. Jacot, ICLR 2023',
    link: 'https://arxiv.org/abs/2209.15055',
  },
  {
    title: 'Bottleneck Structure in Learned Features: Low-Dimension vs Regularity Tradeoff',
    where: 'A. Jacot, NeurIPS 2023',
    link: 'https://arxiv.org/abs/2305.19008',
  },
  {
    title: 'Hamiltonian Mechanics of Feature Learning: Bottleneck Structure in Leaky ResNets',
    where: 'A. Jacot and A. Kaiser, 2024',
    link: 'https://arxiv.org/abs/2405.17573',
  },
];

/** What the page rests on, and how sure each claim is. */
export function References() {
  return (
    <footer className="references">
      <div>
        <h2>{labText('about')}</h2>
        <p>
          <Prose>{labText('aboutText')}</Prose>
        </p>
      </div>
      <div>
        <h2>{labText('papers')}</h2>
        <ul lang="en">
          {papers.map(({ title, where, link }) => (
            <li key={link}>
              <a href={link}>{title}</a>
              <br />
              {where}
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
