import { toSVG } from 'bwip-js/node';
import { Html, html } from '../page/html.ts';
import type { Align, Printed, Run } from './paper.ts';

/** Paper of 80 mm has 576 dots in a line; a letter has 12 by 24 of them. */
const PAPER_DOTS = 576;
const MARGIN = 24;
const [LETTER_WIDE, LETTER_HIGH, LINE_GAP] = [12, 24, 6];
/** The part of a letter above its base line. */
const ASCENT = 0.8;

interface Drawn {
  readonly height: number;
  readonly svg: Html;
}

function startOf(align: Align, width: number): number {
  if (align === 'left') return 0;
  return align === 'centre' ? Math.round((PAPER_DOTS - width) / 2) : PAPER_DOTS - width;
}

function drawLine(runs: readonly Run[], align: Align): Drawn {
  const high = Math.max(1, ...runs.map((run) => run.high));
  const wideOf = ({ text, wide }: Run) => [...text].length * wide * LETTER_WIDE;
  let x = startOf(
    align,
    runs.reduce((sum, run) => sum + wideOf(run), 0),
  );
  const base = Math.round(high * LETTER_HIGH * ASCENT);
  const drawn = runs.map((run) => {
    const [from, wide] = [x, wideOf(run)];
    x += wide;
    return html`<text transform="translate(${from} ${base}) scale(1 ${run.high / run.wide})" font-size="${LETTER_WIDE * run.wide * 1.6}"
      font-weight="${run.bold ? 700 : 400}" textLength="${wide}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${run.text}</text>`;
  });
  return { height: high * LETTER_HIGH + LINE_GAP, svg: html`${drawn}` };
}

/** A code that the drawing library draws, at its place. */
function drawCode(svg: string, align: Align, scale: number, height: number | null, below: string): Drawn {
  const [, wide = '0', high = '0'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const [width, drawnHeight] = [Number(wide) * scale, height ?? Number(high) * scale];
  const place = `x="${startOf(align, width)}" y="6" width="${width}" height="${drawnHeight}"`;
  const at = `<svg ${place} preserveAspectRatio="none" shape-rendering="crispEdges"`;
  const text = html`<text x="${PAPER_DOTS / 2}" y="${drawnHeight + 28}" font-size="20" text-anchor="middle">${below}</text>`;
  return {
    height: drawnHeight + 12 + (below === '' ? 0 : 28),
    svg: html`${new Html(svg.replace('<svg', at))}${below === '' ? html`` : text}`,
  };
}

function drawPicture({ width, bits, align }: Extract<Printed, { kind: 'picture' }>): Drawn {
  const [rowBytes, left] = [width / 8, startOf(align, width)];
  const isBlack = (dot: number) => (((bits[Math.floor(dot / 8)] ?? 0) >> (7 - (dot % 8))) & 1) === 1;
  const rows = bits.length / rowBytes;
  let path = '';
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0, from = -1; x <= width; x += 1) {
      const black = x < width && isBlack(y * width + x);
      if (black && from === -1) from = x;
      if (!black && from !== -1) {
        path += `M${left + from} ${y}h${x - from}v1h${from - x}z`;
        from = -1;
      }
    }
  }
  return { height: rows + LINE_GAP, svg: html`<path d="${path}" shape-rendering="crispEdges" />` };
}

function draw(part: Printed): Drawn {
  if (part.kind === 'line') return drawLine(part.runs, part.align);
  if (part.kind === 'picture') return drawPicture(part);
  const { data, align, module } = part;
  if (part.kind === 'qr') return drawCode(toSVG({ bcid: 'qrcode', text: data, scale: 1 }), align, module / 2, null, '');
  return drawCode(toSVG({ bcid: 'code128', text: data, scale: 1, height: 10 }), align, module, part.height, data);
}

/** What is on a slip as a picture (SVG), one unit for a dot. */
export function drawSlip(slip: readonly Printed[], label: string): Html {
  let y = MARGIN;
  const parts = slip.map((part) => {
    const { height, svg } = draw(part);
    const placed = html`<g transform="translate(${MARGIN} ${y})">${svg}</g>`;
    y += height;
    return placed;
  });
  const [wide, high] = [PAPER_DOTS + 2 * MARGIN, y + MARGIN];
  const viewBox = `0 0 ${wide} ${high}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${label}" viewBox="${viewBox}" font-family="monospace">
    <rect width="${wide}" height="${high}" fill="#fff" />${parts}</svg>`;
}
