import { toSVG } from 'bwip-js/node';
import { Html, html } from '../page/html.ts';
import type { LabelField, ReadLabel } from './read-zpl.ts';

type Of<K extends LabelField['kind']> = Extract<LabelField, { kind: K }>;

/** The part of a letter above its base line. */
const ASCENT = 0.8;
const BELOW_DOTS = 30;
const ANCHORS: Readonly<Record<string, readonly [anchor: string, part: number]>> = { C: ['middle', 0.5], R: ['end', 1] };

function drawText({ x, y, high, block, text }: Of<'text'>): Html {
  const [anchor, part] = ANCHORS[block?.justified ?? 'L'] ?? ['start', 0];
  const left = x + (block?.width ?? 0) * part;
  return html`<text x="${left}" y="${y + Math.round(high * ASCENT)}" font-size="${high}" text-anchor="${anchor}"
    direction="ltr" xml:space="preserve">${text}</text>`;
}

/** A code that the drawing library draws, at its place. @param height null keeps its own shape. */
function drawCode(svg: string, { x, y }: { readonly x: number; readonly y: number }, scale: number, height: number | null): Html {
  const [, wide = '0', high = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const place = `x="${x}" y="${y}" width="${Number(wide) * scale}" height="${height ?? Number(high) * scale}"`;
  return new Html(svg.replace('<svg', `<svg ${place} preserveAspectRatio="none" shape-rendering="crispEdges"`));
}

function drawBars(field: Of<'code128'>): Html {
  const svg = toSVG({ bcid: 'code128', text: field.data, scale: 1, height: 10 });
  const wide = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1] ?? 0) * field.module;
  const { x, y, high } = field;
  const below = field.hasText
    ? html`<text x="${x + wide / 2}" y="${y + high + BELOW_DOTS}" font-size="28" text-anchor="middle">${field.data}</text>`
    : html``;
  return html`${drawCode(svg, field, field.module, high)}${below}`;
}

function drawPicture({ x, y, rowBytes, bits }: Of<'picture'>): Html {
  const isBlack = (row: number, dot: number) => (((bits[row * rowBytes + Math.floor(dot / 8)] ?? 0) >> (7 - (dot % 8))) & 1) === 1;
  let path = '';
  for (let row = 0; row * rowBytes < bits.length; row += 1) {
    for (let dot = 0; dot < rowBytes * 8; dot += 1) if (isBlack(row, dot)) path += `M${x + dot} ${y + row}h1v1h-1z`;
  }
  return html`<path d="${path}" shape-rendering="crispEdges" />`;
}

function draw(field: LabelField): Html {
  switch (field.kind) {
    case 'text':
      return drawText(field);
    case 'code128':
      return drawBars(field);
    case 'qr':
      return drawCode(toSVG({ bcid: 'qrcode', text: field.data, scale: 1 }), field, field.module / 2, null);
    case 'box': {
      const { x, y, width, height, line } = field;
      return Math.min(width, height) <= line
        ? html`<rect x="${x}" y="${y}" width="${Math.max(width, line)}" height="${Math.max(height, line)}" />`
        : html`<rect x="${x + line / 2}" y="${y + line / 2}" width="${width - line}" height="${height - line}" fill="none"
            stroke="#000" stroke-width="${line}" />`;
    }
    case 'picture':
      return drawPicture(field);
  }
}

/** A label as a picture (SVG), one unit for a dot. */
export function drawLabel({ width, height, fields }: ReadLabel, name: string): Html {
  const viewBox = `0 0 ${width} ${height}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${name}" viewBox="${viewBox}" font-family="sans-serif">
    <rect width="${width}" height="${height}" fill="#fff" />${fields.map(draw)}</svg>`;
}

/** What can be read on a label: texts as they are, codes with their kind. */
export function textsOn({ fields }: ReadLabel): string[] {
  return fields.flatMap((field) => {
    if (field.kind === 'text') return [field.text];
    return field.kind === 'code128' || field.kind === 'qr' ? [`[${field.kind} ${field.data}]`] : [];
  });
}
