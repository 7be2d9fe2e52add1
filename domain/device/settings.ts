import { defineSetting } from '../settings/define-setting.ts';
import { cardTerminal } from './card-terminal.ts';

/** Whether a register takes cards, and through which terminal. */
export const cardTerminalSetting = defineSetting({
  key: 'device.card_terminal',
  levels: ['company', 'store', 'register'],
  schema: cardTerminal,
  standard: { driver: 'none' },
});
