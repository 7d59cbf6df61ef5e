import '../../design/theme-switch.css';
import { siteText } from '../../messages/site.ts';
import { OneOf } from '../controls/OneOf.tsx';
import { chooseTheme, type ThemeChoice, useThemeChoice } from './theme.ts';

interface ThemeSwitchProps {
  /** By default the choice is written into the address. */
  readonly onChoose?: (choice: ThemeChoice) => void;
}

const icons = {
  auto: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2v14a7 7 0 0 1 0-14z',
  light:
    'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11 2h2v3h-2zm0 17h2v3h-2zM2 11h3v2H2zm17 0h3v2h-3zM4.2 5.6l1.4-1.4 2.1 2.1-1.4 1.4zm12.1 12.1 1.4-1.4 2.1 2.1-1.4 1.4zM4.2 18.4l2.1-2.1 1.4 1.4-2.1 2.1zM16.3 6.3l2.1-2.1 1.4 1.4-2.1 2.1z',
  dark: 'M14.5 3.2A9 9 0 1 0 20.8 15 7.5 7.5 0 0 1 14.5 3.2z',
  projector: 'M3 4h18v2h-1v9h-7v2.6l3 2.4v2l-4-3-4 3v-2l3-2.4V15H4V6H3zm3 2v7h12V6z',
} as const satisfies Readonly<Record<ThemeChoice, string>>;

const titles = {
  auto: 'themeAuto',
  light: 'themeLight',
  dark: 'themeDark',
  projector: 'themeProjector',
} as const satisfies Readonly<Record<ThemeChoice, string>>;

/** As the system, light, dark, or for a projector. */
export function ThemeSwitch({ onChoose = chooseTheme }: ThemeSwitchProps) {
  const present = useThemeChoice();
  return (
    <OneOf
      className="theme-switch"
      optionClassName="theme-button"
      aria-label={siteText('theme')}
      options={(Object.keys(icons) as ThemeChoice[]).map((name) => ({
        name,
        label: siteText(titles[name]),
        content: (
          <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
            <title>{siteText(titles[name])}</title>
            <path d={icons[name]} />
          </svg>
        ),
      }))}
      chosen={present}
      onChoose={onChoose}
    />
  );
}
