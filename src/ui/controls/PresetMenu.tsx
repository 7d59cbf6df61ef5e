import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import { type PresetName, presetGroups, presets } from '../../experiment/index.ts';
import { presetsText } from '../../messages/presets.ts';
import { useLab } from '../lab.ts';

const groups = Object.entries(presetGroups) as [keyof typeof presetGroups, readonly PresetName[]][];

/** Opens the experiment of a figure of the paper, or another that shows the effect plainly. */
export function PresetMenu() {
  const lab = useLab();
  return (
    <MenuTrigger>
      <Button className="history-button preset-button">
        {presetsText('menu')} <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <Menu
          className="list preset-list"
          onAction={(name) => lab.open(presets[name as PresetName])}
        >
          {groups.map(([group, names]) => (
            <MenuSection key={group} className="preset-section">
              <Header className="preset-header">{presetsText(group)}</Header>
              {names.map((name) => (
                <MenuItem
                  key={name}
                  id={name}
                  className="list-item"
                  textValue={presetsText(`${name}.title`)}
                >
                  <span className="preset-title">{presetsText(`${name}.title`)}</span>{' '}
                  <span className="preset-about">{presetsText(`${name}.about`)}</span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
