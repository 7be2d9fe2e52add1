import { Html, html } from '../page/html.ts';
import type { Language } from '../page/languages.ts';
import { pageFrame } from '../page/page-frame.ts';
import { type CarrierDesk, type CarrierHabit, carrierHabit, type MadeLabel } from './carrier-desk.ts';
import { CARRIER_WORDS, type CarrierWords } from './words.ts';

/** What the page shows of the carrier. */
export type CarrierView = Pick<CarrierDesk, 'habit' | 'labels'>;

/** How many of the newest labels are shown. */
const SHOWN = 20;

type When = `not:${CarrierHabit}` | 'any';

function labelOf(words: CarrierWords, { trackingNumber, from, to, isReturn, weight, costMinor, isVoid }: MadeLabel): Html {
  return html`<article aria-label="${trackingNumber}">
    <h3><bdi>${trackingNumber}</bdi></h3>
    <p>${isVoid ? words.isVoid : words.charged} <bdi>$${(costMinor / 100).toFixed(2)}</bdi> · <bdi>${weight}</bdi></p>
    <p dir="auto">${isReturn ? `${words.comesBack} ${from.join(', ')}` : to.join(', ')}</p>
  </article>`;
}

function labelsOf(words: CarrierWords, { labels }: CarrierView): Html {
  if (labels.length === 0) return html`<p>${words.nothing}</p>`;
  return html`${labels
    .slice(-SHOWN)
    .reverse()
    .map((label) => labelOf(words, label))}`; // prettier-ignore
}

/** Which kinds of buttons can be pressed now. */
function pressable({ habit, labels }: CarrierView): readonly When[] {
  const others = carrierHabit.options.filter((one) => one !== habit).map((one): When => `not:${one}`);
  return labels.length > 0 ? [...others, 'any'] : others;
}

/** What changes on the page: what the carrier does, and the labels that it made. */
export function carrierParts(language: Language, view: CarrierView) {
  const words = CARRIER_WORDS[language];
  const display = html`<p class="asks">${words[view.habit]}</p>`;
  return { texts: { display: display.text, labels: labelsOf(words, view).text }, pressable: pressable(view), values: {} };
}

function buttonOf(text: string, path: string, body: object, when: When, index: number): Html {
  const sent = JSON.stringify(body);
  return html`<button type="button" data-path="${path}" data-body="${sent}" data-when="${when}"><kbd>${index + 1}</kbd> ${text}</button> `;
}

/** The whole page, for a person who has never seen a carrier's computer. */
export function carrierPage(language: Language, view: CarrierView): string {
  const words = CARRIER_WORDS[language];
  const { display, labels } = carrierParts(language, view).texts;
  const habits = carrierHabit.options.map((habit, index) => buttonOf(words[`be_${habit}`], '/habit', { habit }, `not:${habit}`, index));
  return pageFrame(
    language,
    { ...words, screenText: new Html(display) },
    html`<section aria-label="${words.buttons}">
        <h2>${words.buttons}</h2>
        <p class="row">${habits}${buttonOf(words.empty, '/empty', {}, 'any', habits.length)}</p>
      </section>
      <section aria-label="${words.labels}">
        <h2>${words.labels}</h2>
        <div id="labels">${new Html(labels)}</div>
      </section>`,
  );
}
