/** Custom properties that the stylesheets read from elements. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    /** How far along its track something stands, of 1. */
    '--share'?: number;
  }
}
