import { Fragment, type ReactNode } from 'react';
import { useLanguage } from './language.ts';

/**
 * Renders what is in it anew in every language. What people did must be kept in stores, outside,
 * and what they were told as references: all state of the components begins afresh.
 */
export function Localised({ children }: { readonly children: ReactNode }) {
  return <Fragment key={useLanguage()}>{children}</Fragment>;
}
