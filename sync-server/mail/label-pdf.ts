import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';

/** A label is 4 by 6 inches; PDF measures in seventy-seconds of an inch. */
const [WIDE, HIGH] = [288, 432];

/** A label as a PDF of one page of its own size (ISO 32000-1), which every program prints as large as it is meant to be. */
export async function labelPdf({ data }: NonNullable<ParcelLabel['picture']>): Promise<Buffer> {
  const { data: grey, info } = await sharp(Buffer.from(data, 'base64'))
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const image = deflateSync(grey);
  const page = Buffer.from(`q ${WIDE} 0 0 ${HIGH} 0 0 cm /Label Do Q`, 'latin1');
  const parts: (readonly [dictionary: string, stream: Buffer | null])[] = [
    ['/Type /Catalog /Pages 2 0 R', null],
    ['/Type /Pages /Kids [3 0 R] /Count 1', null],
    [`/Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDE} ${HIGH}] /Resources << /XObject << /Label 5 0 R >> >> /Contents 4 0 R`, null],
    [`/Length ${page.length}`, page],
    [
      `/Type /XObject /Subtype /Image /Width ${info.width} /Height ${info.height} /ColorSpace /DeviceGray /BitsPerComponent 8 ` +
        `/Filter /FlateDecode /Length ${image.length}`,
      image,
    ],
  ];
  let written = Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1');
  const places: number[] = [];
  parts.forEach(([dictionary, stream], index) => {
    places.push(written.length);
    const head = Buffer.from(`${index + 1} 0 obj\n<< ${dictionary} >>\n`, 'latin1');
    const body = stream === null ? [] : [Buffer.from('stream\n', 'latin1'), stream, Buffer.from('\nendstream\n', 'latin1')];
    written = Buffer.concat([written, head, ...body, Buffer.from('endobj\n', 'latin1')]);
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = parts.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${written.length}\n%%EOF\n`;
  return Buffer.concat([written, Buffer.from(table + end, 'latin1')]);
}
