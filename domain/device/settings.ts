import { z } from 'zod';
import { defineSetting } from '../settings/define-setting.ts';
import { cardTerminal } from './card-terminal.ts';
import { labelPrinter } from './label-printer.ts';
import { poleDisplay } from './pole.ts';
import { receiptPrinter } from './receipt-printer.ts';
import { scale } from './scale.ts';
import { lineScanners } from './scanner.ts';

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

/** Whether a register has a receipt printer, and where it is. */
export const receiptPrinterSetting = defineSetting({
  key: 'device.receipt_printer',
  levels: ['company', 'store', 'register'],
  schema: receiptPrinter,
  standard: { driver: 'none' },
});

/** Whether a register has a two-line display for its customers, and where it is. */
export const poleDisplaySetting = defineSetting({
  key: 'device.pole_display',
  levels: ['company', 'store', 'register'],
  schema: poleDisplay,
  standard: { driver: 'none' },
});

/** The scanners of a register that the device host reads. Those that act as a keyboard need no setting. */
export const lineScannersSetting = defineSetting({
  key: 'device.scanners',
  levels: ['company', 'store', 'register'],
  schema: lineScanners,
  standard: [],
});

/** Whether a register has a label printer, and where it is. */
export const labelPrinterSetting = defineSetting({
  key: 'device.label_printer',
  levels: ['company', 'store', 'register'],
  schema: labelPrinter,
  standard: { driver: 'none' },
});

/** For which sales and returns the drawer opens. It opens by hand, and for cash that moves without a sale, in any case. */
export const drawerOpensSetting = defineSetting({
  key: 'device.drawer_opens',
  levels: ['company', 'store', 'register'],
  schema: z.enum(['cash', 'always', 'by_hand']),
  standard: 'cash',
});
