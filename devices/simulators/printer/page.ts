import { Html, html } from '../page/html.ts';
import type { Language } from '../page/languages.ts';
import { pageFrame } from '../page/page-frame.ts';
import { drawSlip } from './draw-slip.ts';
import type { Printed } from './paper.ts';
import type { PrinterHabit } from './printer.ts';
import { PRINTER_WORDS, type PrinterWords } from './words.ts';

/** What the page shows of the printer. */
export interface PrinterView {
  readonly paper: 'enough' | 'low' | 'out';
  readonly isCoverOpen: boolean;
  readonly isDrawerOpen: boolean;
  readonly isGone: boolean;
  readonly habit: PrinterHabit;
  readonly slips: readonly (readonly Printed[])[];
}

/** How many of the newest slips are shown. */
const SHOWN = 5;
/** The digits press the first nine. */
const KEYS = 9;

type When = 'always' | `${'drawer' | 'cover' | 'gone'}:${'on' | 'off'}` | `not:${PrinterHabit | PrinterView['paper']}`;

interface Button {
  readonly name: keyof PrinterWords;
  readonly path: string;
  readonly body: object;
  readonly when: When;
}

const BUTTONS: readonly Button[] = [
  { name: 'closeDrawer', path: '/drawer', body: {}, when: 'drawer:on' },
  { name: 'takePaper', path: '/paper', body: { paper: 'out' }, when: 'not:out' },
  { name: 'lowPaper', path: '/paper', body: { paper: 'low' }, when: 'not:low' },
  { name: 'newPaper', path: '/paper', body: { paper: 'enough' }, when: 'not:enough' },
  { name: 'openCover', path: '/cover', body: { on: true }, when: 'cover:off' },
  { name: 'closeCover', path: '/cover', body: { on: false }, when: 'cover:on' },
  { name: 'leave', path: '/gone', body: { on: true }, when: 'gone:off' },
  { name: 'comeBack', path: '/gone', body: { on: false }, when: 'gone:on' },
  { name: 'bePlain', path: '/habit', body: { habit: 'fine' }, when: 'not:fine' },
  { name: 'beSlow', path: '/habit', body: { habit: 'slow' }, when: 'not:slow' },
  { name: 'beSwallow', path: '/habit', body: { habit: 'swallow' }, when: 'not:swallow' },
  { name: 'beHalf', path: '/habit', body: { habit: 'half' }, when: 'not:half' },
  { name: 'beSilent', path: '/habit', body: { habit: 'silent' }, when: 'not:silent' },
];

const HABITS: readonly PrinterHabit[] = ['fine', 'slow', 'swallow', 'half', 'silent'];
const PAPERS = ['enough', 'low', 'out'] as const;

/** Which kinds of buttons can be pressed now. */
export function pressable({ paper, isCoverOpen, isDrawerOpen, isGone, habit }: PrinterView): readonly When[] {
  const flag = (name: 'drawer' | 'cover' | 'gone', isOn: boolean): When => `${name}:${isOn ? 'on' : 'off'}`;
  const others = [...HABITS.filter((one) => one !== habit), ...PAPERS.filter((one) => one !== paper)];
  return [flag('drawer', isDrawerOpen), flag('cover', isCoverOpen), flag('gone', isGone), ...others.map((one): When => `not:${one}`)];
}

function display(words: PrinterWords, { paper, isCoverOpen, isDrawerOpen, isGone, habit }: PrinterView): Html {
  const troubles = [
    ...(isGone ? [words.gone] : []),
    ...(paper === 'out' ? [words.paperOut] : paper === 'low' ? [words.paperLow] : []),
    ...(isCoverOpen ? [words.coverOpen] : []),
    ...(habit === 'fine' ? [] : [words[habit]]),
  ];
  return html`<p class="asks">${isDrawerOpen ? words.drawerOpen : words.drawerClosed}</p>
    ${(troubles.length === 0 ? [words.ready] : troubles).map((trouble) => html`<p>${trouble}</p>`)}`;
}

function paperOf(words: PrinterWords, slips: PrinterView['slips']): Html {
  if (slips.length === 0) return html`<p>${words.nothing}</p>`;
  const newest = slips.slice(-SHOWN).reverse();
  return html`${newest.map((slip) => html`<div class="slip">${drawSlip(slip, words.slip)}</div>`)}`;
}

/** What changes on the page: how the printer and the drawer are, and what came out. */
export function printerParts(language: Language, view: PrinterView) {
  const words = PRINTER_WORDS[language];
  return { texts: { display: display(words, view).text, paper: paperOf(words, view.slips).text }, pressable: pressable(view), values: {} };
}

function buttonOf(words: PrinterWords, { name, path, body, when }: Button, index: number): Html {
  const key = index < KEYS ? html`<kbd>${index + 1}</kbd>` : html``;
  const sent = JSON.stringify(body);
  return html`<button type="button" data-path="${path}" data-body="${sent}" data-when="${when}">${key} ${words[name]}</button> `;
}

/** The whole page, for a person who has never seen a receipt printer. */
export function printerPage(language: Language, view: PrinterView): string {
  const words = PRINTER_WORDS[language];
  const { display: shown, paper } = printerParts(language, view).texts;
  return pageFrame(
    language,
    { ...words, screenText: new Html(shown) },
    html`<section aria-label="${words.buttons}">
        <h2>${words.buttons}</h2>
        <p class="row">${BUTTONS.map((button, index) => buttonOf(words, button, index))}</p>
      </section>
      <section aria-label="${words.paper}">
        <h2>${words.paper}</h2>
        <div id="paper">${new Html(paper)}</div>
      </section>`,
  );
}
