/** A formula, set while the page is built: HTML with MathML beside it. */
declare module '*.tex' {
  const html: string;
  export default html;
}
