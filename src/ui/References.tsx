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
        <h2>What you are looking at</h2>
        <p>
          A network of <var>L</var> layers pays for its weights. For one function the smallest such
          price, divided by <var>L</var>, tends to a <em>rank</em> as the network gets deeper: it
          lies between the Jacobian rank and the bottleneck rank (theorem), and is conjectured to
          equal the latter. A function of bottleneck rank 1 has no tripoints (theorem). Which
          minimum training finds is another matter: everything drawn above is measured on a network
          that trains while you watch.
        </p>
      </div>
      <div>
        <h2>Papers</h2>
        <ul>
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
