import type { PrintBlock, PrintDocument } from '../../../domain/device/print-document.ts';
import type { Paper, PaperPart } from '../../../texts/paper/paper.ts';

/** A line in a writing for which printers have no letters. */
export interface PicturedLine {
  readonly start: string;
  /** At the other side; empty where there is nothing. */
  readonly end: string;
  readonly align: 'start' | 'centre';
  readonly bold: boolean;
  readonly large: boolean;
}

/** Draws a line, as dots. */
export type DrawLine = (line: PicturedLine) => Extract<PrintBlock, { kind: 'picture' }>;

/** Writings that printers have letters of. */
const LETTERED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u;

function lineOf(line: PicturedLine, draw: DrawLine): PrintBlock {
  const { start, end, align, bold, large } = line;
  if (!LETTERED.test(start + end)) return draw(line);
  const size = large ? 'large' : 'normal';
  return end === '' ? { kind: 'text', text: start, align, bold, size } : { kind: 'columns', start, end, bold, size };
}

const PLAIN = { end: '', align: 'start', bold: false, large: false } as const;

function blocksOf(part: PaperPart, draw: DrawLine): PrintBlock[] {
  switch (part.kind) {
    case 'head': {
      const lines = part.text.split('\n').filter((text) => text !== '');
      return lines.map((start) =>
        lineOf({ ...PLAIN, start, align: 'centre', bold: part.tone !== 'plain', large: part.tone === 'large' }, draw),
      );
    }
    case 'note':
      return [lineOf({ ...PLAIN, start: part.text, bold: part.strong }, draw)];
    case 'goods':
      return [
        lineOf({ ...PLAIN, start: part.name, end: part.amount }, draw),
        ...part.details.map((detail) => lineOf({ ...PLAIN, start: `  ${detail}` }, draw)),
      ];
    case 'figure':
      return [
        lineOf({ ...PLAIN, start: part.name, end: part.amount, bold: part.tone !== 'plain', large: part.tone === 'large' }, draw),
        ...(part.details ?? []).map((detail) => lineOf({ ...PLAIN, start: `  ${detail}` }, draw)),
      ];
    case 'rule':
      return [{ kind: 'rule' }];
    case 'picture':
      return [part];
    case 'code':
      return [{ kind: 'qr', data: part.data }];
    case 'barcode':
    case 'cut':
      return [part];
  }
}

/** A slip as a printer prints it. */
export function printDocumentOf(paper: Paper, direction: 'ltr' | 'rtl', draw: DrawLine): PrintDocument {
  return { direction, blocks: [...paper.parts.flatMap((part) => blocksOf(part, draw)), { kind: 'cut' }] };
}
