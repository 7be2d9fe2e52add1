import { toSVG } from 'bwip-js/node';
import sharp from 'sharp';
import { Html, html } from '../page/html.ts';
import type { MadeLabel } from './carrier-desk.ts';

/** A label of 4 by 6 inches at 203 dots an inch. */
const [WIDE, HIGH] = [812, 1218];

function lines(texts: readonly string[], x: number, y: number, size: number): Html {
  return html`${texts.map((text, index) => html`<text x="${x}" y="${y + index * (size + 8)}" font-size="${size}">${text}</text>`)}`;
}

/** The label as a picture (SVG), one unit for a dot. */
function drawSvg({ trackingNumber, from, to, service, isReturn, weight, reference }: MadeLabel): string {
  const bars = toSVG({ bcid: 'code128', text: trackingNumber, scale: 3, height: 22 });
  const placed = new Html(bars.replace('<svg', '<svg x="60" y="700" width="692" height="240" preserveAspectRatio="none"'));
  const viewBox = `0 0 ${WIDE} ${HIGH}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${HIGH}" viewBox="${viewBox}" font-family="sans-serif">
    <rect width="${WIDE}" height="${HIGH}" fill="#fff" />
    <rect x="10" y="10" width="792" height="1198" fill="none" stroke="#000" stroke-width="4" />
    ${lines(from, 40, 60, 24)} ${lines([weight, '1 OF 1'], 600, 60, 26)}
    <text x="40" y="260" font-size="30" font-weight="700">SHIP TO:</text>${lines(to, 60, 310, 36)}
    <path d="M10 560h792M10 660h792M10 1000h792" stroke="#000" stroke-width="4" />
    <text x="40" y="625" font-size="34" font-weight="700">SIMULATED CARRIER, ${isReturn ? 'RETURN' : 'SERVICE'} ${service}</text>
    ${placed}
    <text x="${WIDE / 2}" y="980" font-size="30" text-anchor="middle">TRACKING #: ${trackingNumber}</text>
    <text x="40" y="1050" font-size="26">REF 1: ${reference}</text>
    <text x="40" y="1150" font-size="34" font-weight="700">SAMPLE ONLY, NOT FOR SHIPPING</text>
  </svg>`.text;
}

/** The label as the carrier sends it: a GIF, base64. */
export async function drawLabel(label: MadeLabel): Promise<string> {
  const gif = await sharp(Buffer.from(drawSvg(label)))
    .gif({ colours: 2 })
    .toBuffer();
  return gif.toString('base64');
}
