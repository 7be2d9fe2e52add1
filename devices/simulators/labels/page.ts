import { Html, html } from '../page/html.ts';
import type { Language } from '../page/languages.ts';
import { pageFrame } from '../page/page-frame.ts';
import { drawLabel } from './draw-label.ts';
import type { LabelHabit } from './label-printer.ts';
import type { ReadLabel } from './read-zpl.ts';
import { LABEL_WORDS, type LabelWords } from './words.ts';

/** What the page shows of the printer. */
export interface LabelPrinterView {
  readonly isEmpty: boolean;
  readonly isHeadOpen: boolean;
  readonly isGone: boolean;
  readonly habit: LabelHabit;
  readonly labels: readonly ReadLabel[];
}

/** How many of the newest labels are shown. */
const SHOWN = 6;
/** The digits press the first nine. */
const KEYS = 9;
const HABITS = ['fine', 'swallow', 'half', 'silent'] as const satisfies readonly LabelHabit[];

type When = `${'empty' | 'head' | 'gone'}:${'on' | 'off'}` | `not:${LabelHabit}`;

interface Button {
  readonly name: keyof LabelWords;
  readonly path: string;
  readonly body: object;
  readonly when: When;
}

const BUTTONS: readonly Button[] = [
  { name: 'takeLabels', path: '/empty', body: { on: true }, when: 'empty:off' },
  { name: 'newLabels', path: '/empty', body: { on: false }, when: 'empty:on' },
  { name: 'openHead', path: '/head', body: { on: true }, when: 'head:off' },
  { name: 'closeHead', path: '/head', body: { on: false }, when: 'head:on' },
  { name: 'leave', path: '/gone', body: { on: true }, when: 'gone:off' },
  { name: 'comeBack', path: '/gone', body: { on: false }, when: 'gone:on' },
  { name: 'bePlain', path: '/habit', body: { habit: 'fine' }, when: 'not:fine' },
  { name: 'beSwallow', path: '/habit', body: { habit: 'swallow' }, when: 'not:swallow' },
  { name: 'beHalf', path: '/habit', body: { habit: 'half' }, when: 'not:half' },
  { name: 'beSilent', path: '/habit', body: { habit: 'silent' }, when: 'not:silent' },
];

function pressable({ isEmpty, isHeadOpen, isGone, habit }: LabelPrinterView): readonly When[] {
  const flag = (name: 'empty' | 'head' | 'gone', isOn: boolean): When => `${name}:${isOn ? 'on' : 'off'}`;
  const others = HABITS.filter((one) => one !== habit).map((one): When => `not:${one}`);
  return [flag('empty', isEmpty), flag('head', isHeadOpen), flag('gone', isGone), ...others];
}

function display(words: LabelWords, { isEmpty, isHeadOpen, isGone, habit }: LabelPrinterView): Html {
  const troubles = [
    ...(isGone ? [words.gone] : []),
    ...(isEmpty ? [words.empty] : []),
    ...(isHeadOpen ? [words.headOpen] : []),
    ...(habit === 'fine' ? [] : [words[habit]]),
  ];
  return html`${(troubles.length === 0 ? [words.ready] : troubles).map((trouble) => html`<p>${trouble}</p>`)}`;
}

function cameOut(words: LabelWords, labels: LabelPrinterView['labels']): Html {
  if (labels.length === 0) return html`<p>${words.nothing}</p>`;
  const newest = labels.slice(-SHOWN).reverse();
  return html`${newest.map((label) => html`<div class="slip">${drawLabel(label, words.label)}</div>`)}`;
}

/** What changes on the page: how the printer is, and what came out. */
export function labelParts(language: Language, view: LabelPrinterView) {
  const words = LABEL_WORDS[language];
  return { texts: { display: display(words, view).text, paper: cameOut(words, view.labels).text }, pressable: pressable(view), values: {} };
}

function buttonOf(words: LabelWords, { name, path, body, when }: Button, index: number): Html {
  const key = index < KEYS ? html`<kbd>${index + 1}</kbd>` : html``;
  const sent = JSON.stringify(body);
  return html`<button type="button" data-path="${path}" data-body="${sent}" data-when="${when}">${key} ${words[name]}</button> `;
}

/** The whole page, for a person who has never seen a label printer. */
export function labelPage(language: Language, view: LabelPrinterView): string {
  const words = LABEL_WORDS[language];
  const { display: shown, paper } = labelParts(language, view).texts;
  return pageFrame(
    language,
    { ...words, screenText: new Html(shown) },
    html`<section aria-label="${words.buttons}">
        <h2>${words.buttons}</h2>
        <p class="row">${BUTTONS.map((button, index) => buttonOf(words, button, index))}</p>
      </section>
      <section aria-label="${words.labels}">
        <h2>${words.labels}</h2>
        <div id="paper">${new Html(paper)}</div>
      </section>`,
  );
}
