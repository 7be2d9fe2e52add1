import { escapeMarkup } from '../../domain/base/escape-markup.ts';
import { groupParts, type Paper, type PaperPart } from '../paper/paper.ts';
import { directionOf, type Language } from '../words/languages.ts';

/** A picture of a slip, which the mail carries under a name of its own: mail programs show no others. */
export type MailedPicture = Extract<PaperPart, { kind: 'picture' | 'code' }> & { readonly cid: string };

/** A slip as a mail: the same lines for programs that show HTML and for those that do not. */
export interface MailedPaper {
  readonly text: string;
  readonly html: string;
  readonly pictures: readonly MailedPicture[];
}

/** What stands above and below the slip. */
export interface AroundPaper {
  readonly intro: string;
  readonly outro: string;
}

type Direction = ReturnType<typeof directionOf>;

const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#1a1a1a';
/** A QR code of 33 modules with its margin is scanned from a screen at this size (pixels). */
const CODE_PX = 205;
/** A longer one has up to 57 modules with its margin, five pixels each. */
const LONG_CODE_PX = 285;
const LONG_CODE = 100;

const SIZES = { plain: '', strong: ';font-weight:bold', large: ';font-weight:bold;font-size:20px;line-height:28px' } as const;
/** Of what stands beside an amount: lines below the name, smaller. AA on white. */
const DETAIL = 'font-size:13px;line-height:18px;color:#595959';

const escaped = (text: string): string => escapeMarkup(text).replace(/\n/g, '<br>');

function detailsOf(details: readonly string[]): string {
  return details.map((detail) => `<div style="${DETAIL}" dir="auto">${escaped(detail)}</div>`).join('');
}

/** Two columns: what it is, and what it comes to at the end of the line. Mail programs know no `end`. */
function rowOf(
  part: { readonly name: string; readonly amount: string; readonly details?: readonly string[] },
  tone: keyof typeof SIZES,
  direction: Direction,
): string {
  const end = direction === 'rtl' ? 'left' : 'right';
  const start = direction === 'rtl' ? 'right' : 'left';
  const cell = `padding:3px 0;vertical-align:top${SIZES[tone]}`;
  const name = `<td align="${start}" style="${cell}">${escaped(part.name)}${detailsOf(part.details ?? [])}</td>`;
  const amountCell = `${cell};white-space:nowrap;padding-inline-start:12px`;
  return `<tr>${name}<td align="${end}" dir="ltr" style="${amountCell}">${escaped(part.amount)}</td></tr>`;
}

const table = (rows: string): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;${FONT}">${rows}</table>`;

/** What one part is in HTML. @param nameOf under which name the mail carries a picture. */
function htmlOf(part: PaperPart, direction: Direction, nameOf: (part: PaperPart) => string): string {
  switch (part.kind) {
    case 'head':
      return `<p align="center" dir="auto" style="margin:0;text-align:center;${FONT}${SIZES[part.tone]}">${escaped(part.text)}</p>`;
    case 'barcode':
      return htmlOf({ kind: 'head', text: part.data, tone: 'plain' }, direction, nameOf);
    case 'note':
      return `<p dir="auto" style="margin:0;${FONT}${part.strong ? SIZES.strong : ''}">${escaped(part.text)}</p>`;
    case 'goods':
      return rowOf(part, 'plain', direction);
    case 'figure':
      return rowOf(part, part.tone, direction);
    case 'rule':
    case 'cut':
      return '<hr style="border:0;border-top:1px solid #8c8c8c;margin:12px 0">';
    case 'picture': {
      const image = `<img src="cid:${nameOf(part)}" width="${part.width}" alt="" style="max-width:100%;height:auto">`;
      return `<p align="center" style="margin:0 0 8px;text-align:center">${image}</p>`;
    }
    case 'code': {
      const px = part.data.length > LONG_CODE ? LONG_CODE_PX : CODE_PX;
      // Nobody types a long one.
      const alt = part.data.length > LONG_CODE ? '' : escapeMarkup(part.data);
      const image = `<img src="cid:${nameOf(part)}" width="${px}" height="${px}" alt="${alt}">`;
      return `<p align="center" style="margin:12px 0 0;text-align:center">${image}</p>`;
    }
  }
}

function linesOf(part: PaperPart): string[] {
  switch (part.kind) {
    case 'head':
    case 'note':
      return [part.text];
    case 'goods':
    case 'figure':
      return [`${part.name}  ${part.amount}`, ...(part.details ?? []).map((detail) => `  ${detail}`)];
    case 'barcode':
      return [part.data];
    case 'rule':
    case 'cut':
      return ['-'.repeat(32)];
    case 'picture':
    case 'code':
      return [];
  }
}

const isTabled = (part: PaperPart | undefined): boolean => part?.kind === 'goods' || part?.kind === 'figure';

/**
 * A slip as a mail: the same parts as on paper, in tables and with styles of their own, as mail programs want them.
 * @param language that of the customer; its direction is the mail's.
 */
export function mailOfPaper({ parts, title }: Paper, language: Language, { intro, outro }: AroundPaper): MailedPaper {
  const direction = directionOf(language);
  const pictures = parts
    .filter((part) => part.kind === 'picture' || part.kind === 'code')
    .map((part, index): MailedPicture => ({ ...part, cid: `picture-${index + 1}` }));
  const shown = parts.filter((part) => part.kind === 'picture' || part.kind === 'code');
  const nameOf = (part: PaperPart) => `picture-${shown.findIndex((one) => one === part) + 1}`;
  const body = groupParts(parts)
    .map((group) => {
      const made = group.map((part) => htmlOf(part, direction, nameOf)).join('');
      return isTabled(group[0]) ? table(made) : made;
    })
    .join('\n');
  const around = (text: string) => `<p dir="auto" style="margin:16px 0;${FONT}">${escaped(text)}</p>`;
  const html = `<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light only"><title>${escapeMarkup(title)}</title></head>
<body style="margin:0;padding:16px;background-color:#f2f2f2" bgcolor="#f2f2f2">
<table role="presentation" align="center" width="100%" cellpadding="0" cellspacing="0" style="max-width:440px;margin:0 auto"><tr>
<td dir="${direction}" style="background-color:#ffffff;padding:24px" bgcolor="#ffffff">${around(intro)}
${body}
${around(outro)}</td></tr></table></body></html>`;
  return { text: [intro, '', ...parts.flatMap(linesOf), '', outro].join('\n'), html, pictures };
}
