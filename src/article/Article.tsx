/** The whole article, section by section. */
export function Article() {
  return <main className="article" />;
}
