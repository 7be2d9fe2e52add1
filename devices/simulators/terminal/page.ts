import { Html, html } from '../page/html.ts';
import { type Language, LANGUAGES } from '../page/languages.ts';
import { pageFrame } from '../page/page-frame.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Shown } from './terminal.ts';
import { TERMINAL_WORDS, type TerminalWords } from './words.ts';

/** What the page shows of the terminal. */
export interface TerminalView {
  readonly isAway: boolean;
  readonly payment: Shown | null;
  readonly ledger: readonly LedgerEntry[];
}

/** How many of the newest messages are listed. */
const LISTED = 20;

/** Where a button leads, and what it sends. `when` it can be pressed. */
interface Button {
  readonly name: keyof TerminalWords;
  readonly hint: keyof TerminalWords;
  readonly path: string;
  readonly body: object;
  /** The field whose number goes with it, and under which name. */
  readonly number?: { readonly input: string; readonly field: string };
  readonly when: 'payment' | 'heard' | 'here' | 'away';
}

const BUTTONS: readonly Button[] = [
  { name: 'approve', hint: 'approveHint', path: '/press', body: { button: 'approve' }, when: 'payment' },
  { name: 'decline', hint: 'declineHint', path: '/press', body: { button: 'decline', condition: 'Refusal' }, when: 'payment' },
  {
    name: 'part',
    hint: 'partHint',
    path: '/press',
    body: { button: 'approve_part' },
    number: { input: 'part', field: 'amount' },
    when: 'payment',
  },
  { name: 'timeOut', hint: 'timeOutHint', path: '/press', body: { button: 'lose_connection' }, when: 'heard' },
  { name: 'lose', hint: 'loseHint', path: '/press', body: { button: 'approve_and_lose' }, when: 'heard' },
  { name: 'leave', hint: 'leaveHint', path: '/away', body: { away: true }, when: 'here' },
  { name: 'comeBack', hint: 'comeBackHint', path: '/away', body: { away: false }, when: 'away' },
];

function formatAmount(language: Language, amount: number, currency: string): string {
  return new Intl.NumberFormat(LANGUAGES[language].locale, { style: 'currency', currency }).format(amount);
}

/** Which kinds of buttons can be pressed now. */
export function pressable({ isAway, payment }: TerminalView): readonly Button['when'][] {
  return [
    isAway ? 'away' : 'here',
    ...(payment === null ? [] : (['payment'] as const)),
    ...(payment?.connected === true ? (['heard'] as const) : []),
  ];
}

function display(language: Language, { isAway, payment }: TerminalView): Html {
  const words = TERMINAL_WORDS[language];
  if (payment !== null) {
    return html`<p class="asks">${words.asks}</p>
      <p class="amount"><bdi>${formatAmount(language, payment.amount, payment.currency)}</bdi></p>
      ${payment.connected ? html`` : html`<p>${words.unheard}</p>`}`;
  }
  return html`<p class="asks">${isAway ? words.away : words.idle}</p>`;
}

function ledgerRow(language: Language, { at, category, currency, requested, moved }: LedgerEntry): Html {
  const words = TERMINAL_WORDS[language];
  const time = new Intl.DateTimeFormat(LANGUAGES[language].locale, { timeStyle: 'medium' }).format(new Date(at));
  return html`<tr>
    <td>${time}</td>
    <td>${category === 'Payment' ? words.payment : words.reversal}</td>
    <td><bdi>${formatAmount(language, requested, currency)}</bdi></td>
    <td><bdi>${formatAmount(language, moved, currency)}</bdi></td>
  </tr>`;
}

function movements(language: Language, ledger: readonly LedgerEntry[]): Html {
  const words = TERMINAL_WORDS[language];
  if (ledger.length === 0) return html`<p>${words.nothing}</p>`;
  const head = [words.time, words.what, words.asked, words.amount].map((name) => html`<th scope="col">${name}</th>`);
  const rows = ledger.slice(-LISTED).reverse();
  return html`<table>
    <thead>
      <tr>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => ledgerRow(language, row))}
    </tbody>
  </table>`;
}

/** What changes on the page: the terminal's display, and what it has moved. */
export function terminalParts(language: Language, view: TerminalView) {
  return {
    texts: { display: display(language, view).text, moved: movements(language, view.ledger).text },
    pressable: pressable(view),
    /** A part that a person may want to approve: half of what is asked for. */
    values: { part: view.payment === null ? null : Math.max(1, Math.floor(view.payment.amount / 2)) },
  };
}

function buttonOf(words: TerminalWords, { name, hint, path, body, number: given, when }: Button, index: number): Html {
  const number = index + 1;
  const amount =
    name === 'part'
      ? html`<label>${words.partAmount} <input id="part" type="number" min="0.01" step="any" inputmode="decimal" /></label>`
      : html``;
  const goesWith = given === undefined ? html`` : html`data-input="${given.input}" data-field="${given.field}"`;
  return html`<li>
    <button
      type="button"
      data-path="${path}"
      data-body="${JSON.stringify(body)}"
      ${goesWith}
      data-when="${when}"
      aria-keyshortcuts="${number}"
    >
      <kbd>${number}</kbd> ${words[name]}
    </button>
    <span>${words[hint]} ${amount}</span>
  </li>`;
}

/** The whole page, for a person who has never seen a terminal. */
export function terminalPage(language: Language, view: TerminalView): string {
  const words = TERMINAL_WORDS[language];
  const { texts } = terminalParts(language, view);
  return pageFrame(
    language,
    { ...words, screenText: new Html(texts.display) },
    html`<section aria-label="${words.buttons}">
        <h2>${words.buttons}</h2>
        <ol>
          ${BUTTONS.map((button, index) => buttonOf(words, button, index))}
        </ol>
      </section>
      <section aria-label="${words.moved}">
        <h2>${words.moved}</h2>
        <div id="moved">${new Html(texts.moved)}</div>
      </section>`,
  );
}
