import { POLE_COLUMNS, type PoleLine } from '../../domain/device/pole.ts';
import { printable } from '../printing/encode.ts';

/** Cut names end with a dot, unless they end with a word. */
function cut(text: string, width: number): string {
  if (text.length <= width) return text;
  if (width <= 1) return text.slice(0, width);
  return text[width] === ' ' || text[width - 1] === ' ' ? text.slice(0, width).trimEnd() : `${text.slice(0, width - 1).trimEnd()}.`;
}

/** The twenty characters of a line: the amount at its end is whole, the text before it is cut. */
export function layOutLine({ start, end }: PoleLine): string {
  const [text, amount] = [printable(start).trim(), printable(end).trim().slice(-POLE_COLUMNS)];
  const room = amount === '' ? POLE_COLUMNS : Math.max(0, POLE_COLUMNS - amount.length - 1);
  return `${cut(text, room).padEnd(POLE_COLUMNS - amount.length)}${amount}`;
}
