import { lineDots } from '../../../texts/paper/dots.ts';
import type { DrawLine } from './print-document-of.ts';

/** Dots of a letter, and of a line. */
const [LETTER, LARGE_LETTER] = [26, 44];
const LINE = 1.35;
const BITS = 8;

/** Draws lines by the browser's own fonts, which join and order letters of every writing. */
export function lineDrawer(direction: 'ltr' | 'rtl', dots: number): DrawLine {
  return ({ start, end, align, bold, large }) => {
    const size = large ? LARGE_LETTER : LETTER;
    const canvas = document.createElement('canvas');
    canvas.width = dots;
    canvas.height = Math.ceil((size * LINE) / BITS) * BITS;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('This browser draws nothing.');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    Object.assign(context, {
      fillStyle: '#000',
      direction,
      textBaseline: 'middle',
      font: [bold ? 'bold' : 'normal', `${size}px`, 'sans-serif'].join(' '),
    });
    const [left, right] = [0, canvas.width];
    const [from, to] = direction === 'rtl' ? [right, left] : [left, right];
    const middle = canvas.height / 2;
    const endWide = end === '' ? 0 : context.measureText(end).width + size / 2;
    context.textAlign = align === 'centre' ? 'center' : 'start';
    context.fillText(start, align === 'centre' ? canvas.width / 2 : from, middle, canvas.width - endWide);
    context.textAlign = 'end';
    context.fillText(end, to, middle);
    return { kind: 'picture', ...lineDots(context.getImageData(0, 0, canvas.width, canvas.height)) };
  };
}
