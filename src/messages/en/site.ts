/** What the page says about itself outside its views. */
export const site = {
  title: 'Rankfall: depth decides the rank of what a network learns',
  description:
    'Drag the depth of a ReLU network and watch, live in your browser, how the rank of what it learns falls.',
  language: 'Language',
  'nav.label': 'Rankfall',
  'nav.article': 'Article',
  'nav.lab': 'Lab',
  'nav.sweep': 'Depth window',
  'nav.compare': 'Compare',
  theme: 'Theme',
  themeAuto: 'Theme of the system',
  themeLight: 'Light theme',
  themeDark: 'Dark theme',
  themeProjector: 'Projector theme: high contrast, large letters',
  partMissing:
    'This part of the page could not be loaded or drawn. If trying again does not help, reload the page.',
  tryAgain: 'Try again',
  digitsCredit:
    'The digits are a thousand images of the MNIST database of handwritten digits, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges.',
  digitsLicence: 'Licence: CC BY-SA 3.0',
} as const;
