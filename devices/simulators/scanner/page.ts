import { gtinCheckDigit } from '../../../domain/barcodes/check-digits.ts';
import { Html, html } from '../page/html.ts';
import type { Language } from '../page/languages.ts';
import { pageFrame } from '../page/page-frame.ts';
import { SCANNER_WORDS, type ScannerWords } from './words.ts';

/** What the page shows of one scanner. */
export interface ScannerView {
  readonly isAway: boolean;
  readonly isHeard: boolean;
  /** What it scanned last; null for nothing yet. */
  readonly last: string | null;
}

type When = 'always' | 'first:there' | 'first:away' | 'second:there' | 'both:there';

interface Button {
  readonly name: keyof ScannerWords;
  readonly path: string;
  readonly body: object;
  readonly when: When;
  /** The fields whose codes go with it, and under which names. */
  readonly codes?: { readonly input: string; readonly field: string };
}

const BUTTONS: readonly Button[] = [
  { name: 'scanFirst', path: '/scan', body: { scanner: 1 }, when: 'first:there', codes: { input: 'code-1', field: 'code' } },
  { name: 'scanSecond', path: '/scan', body: { scanner: 2 }, when: 'second:there', codes: { input: 'code-2', field: 'code' } },
  { name: 'scanBoth', path: '/both', body: {}, when: 'both:there', codes: { input: 'code-1 code-2', field: 'first second' } },
  { name: 'leave', path: '/away', body: { scanner: 1, on: true }, when: 'first:there' },
  { name: 'comeBack', path: '/away', body: { scanner: 1, on: false }, when: 'first:away' },
  { name: 'half', path: '/half', body: { scanner: 1 }, when: 'first:there', codes: { input: 'code-1', field: 'code' } },
  { name: 'noise', path: '/noise', body: { scanner: 1 }, when: 'first:there' },
];

/** The first goods of the sample company. */
const SAMPLE_GOODS = ['952000000001', '952000000002', '952000000003'].map((digits) => `${digits}${gtinCheckDigit(digits)}`);
/** Codes to choose from: goods, a label of the first with its expiry date and lot, and one that nothing has. */
const CODES = [...SAMPLE_GOODS, `]C1010${SAMPLE_GOODS[0] ?? ''}1730123110A1{GS}21000042`, '4012345678901'];

function pressable([first, second]: readonly ScannerView[]): readonly When[] {
  const [one, two] = [first?.isAway === false, second?.isAway === false];
  const both: readonly When[] = one && two ? ['both:there'] : [];
  return [one ? 'first:there' : 'first:away', ...(two ? (['second:there'] as const) : []), ...both];
}

function display(language: Language, views: readonly ScannerView[]): Html {
  const words = SCANNER_WORDS[language];
  return html`${views.map(({ isAway, isHeard, last }, index) => {
    const state = isAway ? words.away : isHeard ? words.ready : words.unheard;
    return html`<p class="asks">${index === 0 ? words.first : words.second}: ${state}</p>
      ${last === null ? html`` : html`<p>${words.last} <bdi>${last}</bdi></p>`}`;
  })}`;
}

/** What changes on the page. */
export function scannerParts(language: Language, views: readonly ScannerView[]) {
  return { texts: { display: display(language, views).text }, pressable: pressable(views), values: {} };
}

function buttonOf(words: ScannerWords, { name, path, body, when, codes }: Button, index: number): Html {
  const goesWith = codes === undefined ? html`` : html`data-input="${codes.input}" data-field="${codes.field}"`;
  return html`<li>
    <button type="button" data-path="${path}" data-body="${JSON.stringify(body)}" ${goesWith} data-when="${when}">
      <kbd>${index + 1}</kbd> ${words[name]}
    </button>
  </li>`;
}

/** The whole page, for a person who has no scanner. */
export function scannerPage(language: Language, views: readonly ScannerView[]): string {
  const words = SCANNER_WORDS[language];
  const field = (number: number, label: string) =>
    html`<p>
      <label for="code-${number}">${label}</label>
      <input id="code-${number}" class="code" dir="ltr" list="codes" autocomplete="off" value="${CODES[number - 1] ?? ''}" />
    </p>`;
  return pageFrame(
    language,
    { ...words, screenText: new Html(scannerParts(language, views).texts.display) },
    html`<section aria-label="${words.codes}">
        <h2>${words.codes}</h2>
        ${field(1, words.codeOfFirst)}${field(2, words.codeOfSecond)}
        <p>${words.hint}</p>
        <datalist id="codes">
          ${CODES.map((code) => html`<option value="${code}"></option>`)}
        </datalist>
      </section>
      <section aria-label="${words.buttons}">
        <h2>${words.buttons}</h2>
        <ol>
          ${BUTTONS.map((button, index) => buttonOf(words, button, index))}
        </ol>
      </section>`,
  );
}
