import { Fragment, type ReactNode } from 'react';
import { useLanguage } from './language.ts';

/** Renders what is in it anew in every language; what people did is kept in stores, outside. */
export function Localised({ children }: { readonly children: ReactNode }) {
  return <Fragment key={useLanguage()}>{children}</Fragment>;
}
