import 'katex/dist/katex-swap.min.css';

interface FormulaProps {
  /** As set while the page was built, from one of the files in formulas/. */
  readonly html: string;
}

/** A formula in the line. */
export function Formula({ html }: FormulaProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by the build from our own files; nothing of a visitor comes near it.
  return <span className="formula" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A formula on a line of its own. */
export function DisplayFormula({ html }: FormulaProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made by the build from our own files; nothing of a visitor comes near it.
  return <div className="display-formula" dangerouslySetInnerHTML={{ __html: html }} />;
}
