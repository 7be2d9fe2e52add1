import { Html, html } from '../page/html.ts';
import { type Language, LANGUAGES } from '../page/languages.ts';
import { pageFrame } from '../page/page-frame.ts';
import { SCALE_WORDS, type ScaleWords } from './words.ts';

/** What the page shows of the scale. Weights are in grams. */
export interface ScaleView {
  readonly onPlate: number;
  /** Null where it shows no weight. */
  readonly shown: number | null;
  readonly tareGrams: number;
  readonly isOver: boolean;
  readonly isUnder: boolean;
  readonly moving: boolean;
  readonly pounds: boolean;
  readonly broken: boolean;
  readonly isSilent: boolean;
  readonly isAway: boolean;
}

/** A weight beyond what the scale can weigh. */
const TOO_HEAVY_GRAMS = 16_000;
const SLIDER_GRAMS = 15_000;
const SLIDER_STEP_GRAMS = 5;

/** When a button can be pressed. */
type When = 'always' | `${'moving' | 'pounds' | 'broken' | 'isSilent' | 'isAway'}:${'on' | 'off'}`;

interface Button {
  readonly name: keyof ScaleWords;
  readonly path: string;
  readonly body: object;
  readonly when: When;
}

const BUTTONS: readonly Button[] = [
  { name: 'clear', path: '/put', body: { grams: 0 }, when: 'always' },
  { name: 'tooHeavy', path: '/put', body: { grams: TOO_HEAVY_GRAMS }, when: 'always' },
  { name: 'move', path: '/moving', body: { on: true }, when: 'moving:off' },
  { name: 'rest', path: '/moving', body: { on: false }, when: 'moving:on' },
  { name: 'tare', path: '/tare', body: {}, when: 'always' },
  { name: 'zero', path: '/zero', body: {}, when: 'always' },
  { name: 'leave', path: '/away', body: { on: true }, when: 'isAway:off' },
  { name: 'comeBack', path: '/away', body: { on: false }, when: 'isAway:on' },
  { name: 'beSilent', path: '/silent', body: { on: true }, when: 'isSilent:off' },
  { name: 'answer', path: '/silent', body: { on: false }, when: 'isSilent:on' },
  { name: 'showPounds', path: '/pounds', body: { on: true }, when: 'pounds:off' },
  { name: 'showKilograms', path: '/pounds', body: { on: false }, when: 'pounds:on' },
  { name: 'break', path: '/broken', body: { on: true }, when: 'broken:off' },
  { name: 'mend', path: '/broken', body: { on: false }, when: 'broken:on' },
];

/** Which kinds of buttons can be pressed now. */
export function pressable(view: ScaleView): readonly When[] {
  const flags = ['moving', 'pounds', 'broken', 'isSilent', 'isAway'] as const;
  return ['always', ...flags.map((flag): When => `${flag}:${view[flag] ? 'on' : 'off'}`)];
}

function shownWeight(language: Language, grams: number): string {
  const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
  return `${(grams / 1000).toLocaleString(LANGUAGES[language].locale, digits)} kg`;
}

function display(language: Language, view: ScaleView): Html {
  const words = SCALE_WORDS[language];
  const notes = [
    ...(view.isAway ? [words.away] : []),
    ...(view.isSilent ? [words.silent] : []),
    ...(view.moving ? [words.moving] : []),
    ...(view.pounds ? [words.inPounds] : []),
    ...(view.broken ? [words.broken] : []),
    ...(view.tareGrams > 0 ? [words.net] : []),
  ];
  const weight = view.isOver ? words.overLoad : view.isUnder ? words.underLoad : shownWeight(language, view.shown ?? 0);
  return html`<p class="amount"><bdi>${weight}</bdi></p>
    ${notes.map((note) => html`<p>${note}</p>`)}`;
}

/** What changes on the page: the display, and what lies on the plate. */
export function scaleParts(language: Language, view: ScaleView) {
  return { texts: { display: display(language, view).text }, pressable: pressable(view), values: { load: view.onPlate } };
}

/** The digits press the first nine. */
function buttonOf(words: ScaleWords, { name, path, body, when }: Button, index: number): Html {
  const key = index < 9 ? html`<kbd>${index + 1}</kbd>` : html``;
  return html`<li>
    <button type="button" data-path="${path}" data-body="${JSON.stringify(body)}" data-when="${when}">${key} ${words[name]}</button>
  </li>`;
}

/** The whole page, for a person who has never seen a scale at a till. */
export function scalePage(language: Language, view: ScaleView): string {
  const words = SCALE_WORDS[language];
  return pageFrame(
    language,
    { ...words, screenText: new Html(scaleParts(language, view).texts.display) },
    html`<section aria-label="${words.plate}">
        <h2>${words.plate}</h2>
        <label for="load">${words.load}</label>
        <input
          id="load"
          type="range"
          min="0"
          max="${SLIDER_GRAMS}"
          step="${SLIDER_STEP_GRAMS}"
          value="${view.onPlate}"
          data-path="/put"
          data-field="grams"
        />
      </section>
      <section aria-label="${words.buttons}">
        <h2>${words.buttons}</h2>
        <ol>
          ${BUTTONS.map((button, index) => buttonOf(words, button, index))}
        </ol>
      </section>`,
  );
}
