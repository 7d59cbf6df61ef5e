/** The entries for whoever cites the paper or this page. */

export const bibtexOfPaper = `@inproceedings{jacot2023implicit,
  title     = {Implicit Bias of Large Depth Networks: a Notion of Rank for Nonlinear Functions},
  author    = {Jacot, Arthur},
  booktitle = {International Conference on Learning Representations},
  year      = {2023},
  url       = {https://arxiv.org/abs/2209.15055}
}`;

/** @param address where the page is met */
export function bibtexOfPage(address: string): string {
  return `@misc{rankfall2026,
  title        = {Rankfall: an explorable account of depth and rank},
  author       = {{The Rankfall authors}},
  year         = {2026},
  howpublished = {\\url{${address}}}
}`;
}
