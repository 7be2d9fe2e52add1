import { defineSetting } from '../settings/define-setting.ts';
import { cardTerminal } from './card-terminal.ts';
import { scale } from './scale.ts';

/** Whether a register takes cards, and through which terminal. */
export const cardTerminalSetting = defineSetting({
  key: 'device.card_terminal',
  levels: ['company', 'store', 'register'],
  schema: cardTerminal,
  standard: { driver: 'none' },
});

/** Whether a register has a scale, and where it is. */
export const scaleSetting = defineSetting({
  key: 'device.scale',
  levels: ['company', 'store', 'register'],
  schema: scale,
  standard: { driver: 'none' },
});
