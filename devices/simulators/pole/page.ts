import { Html, html } from '../page/html.ts';
import type { Language } from '../page/languages.ts';
import { pageFrame } from '../page/page-frame.ts';
import { POLE_WORDS, type PoleWords } from './words.ts';

/** What the page shows of the display. */
export interface PoleView {
  readonly lines: readonly string[];
  readonly isAway: boolean;
  readonly isStuck: boolean;
}

type When = `${'isAway' | 'isStuck'}:${'on' | 'off'}`;

interface Button {
  readonly name: keyof PoleWords;
  readonly path: string;
  readonly on: boolean;
  readonly when: When;
}

const BUTTONS: readonly Button[] = [
  { name: 'leave', path: '/away', on: true, when: 'isAway:off' },
  { name: 'comeBack', path: '/away', on: false, when: 'isAway:on' },
  { name: 'getStuck', path: '/stuck', on: true, when: 'isStuck:off' },
  { name: 'readAgain', path: '/stuck', on: false, when: 'isStuck:on' },
];

function pressable(view: PoleView): readonly When[] {
  return (['isAway', 'isStuck'] as const).map((flag): When => `${flag}:${view[flag] ? 'on' : 'off'}`);
}

function display(language: Language, { lines, isAway, isStuck }: PoleView): Html {
  const words = POLE_WORDS[language];
  const notes = [...(isAway ? [words.away] : []), ...(isStuck ? [words.stuck] : [])];
  return html`<pre class="pole" dir="ltr">${lines.join('\n')}</pre>
    ${notes.map((note) => html`<p>${note}</p>`)}`;
}

/** What changes on the page. */
export function poleParts(language: Language, view: PoleView) {
  return { texts: { display: display(language, view).text }, pressable: pressable(view), values: {} };
}

/** The whole page, for a person who has never seen such a display. */
export function polePage(language: Language, view: PoleView): string {
  const words = POLE_WORDS[language];
  return pageFrame(
    language,
    { ...words, screenText: new Html(poleParts(language, view).texts.display) },
    html`<section aria-label="${words.buttons}">
      <h2>${words.buttons}</h2>
      <ol>
        ${BUTTONS.map(
          ({ name, path, on, when }, index) =>
            html`<li>
              <button type="button" data-path="${path}" data-body="${JSON.stringify({ on })}" data-when="${when}">
                <kbd>${index + 1}</kbd> ${words[name]}
              </button>
            </li>`,
        )}
      </ol>
    </section>`,
  );
}
