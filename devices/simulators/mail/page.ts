import { Html, html } from '../page/html.ts';
import type { Language } from '../page/languages.ts';
import { pageFrame } from '../page/page-frame.ts';
import { type MailBox, type MailHabit, mailHabit, type ReceivedMail } from './mail-box.ts';
import { MAIL_WORDS, type MailWords } from './words.ts';

/** What the page shows of the mail server. */
export type MailView = Pick<MailBox, 'habit' | 'mails'>;

/** How many of the newest mails are shown. */
const SHOWN = 20;

type When = `not:${MailHabit}` | 'any';

function display(words: MailWords, { habit }: MailView): Html {
  return html`<p class="asks">${words[habit]}</p>`;
}

function mailOf(words: MailWords, { from, to, subject, text, pictures }: ReceivedMail): Html {
  return html`<article aria-label="${subject}">
    <h3><bdi>${subject}</bdi></h3>
    <p>${words.from} <bdi>${from}</bdi> · ${words.to} <bdi>${to}</bdi> · ${words.pictures} ${pictures.length}</p>
    <pre dir="auto">${text}</pre>
  </article>`;
}

function mailsOf(words: MailWords, { mails }: MailView): Html {
  if (mails.length === 0) return html`<p>${words.nothing}</p>`;
  return html`${mails
    .slice(-SHOWN)
    .reverse()
    .map((mail) => mailOf(words, mail))}`; // prettier-ignore
}

/** Which kinds of buttons can be pressed now. */
export function pressable({ habit, mails }: MailView): readonly When[] {
  const others = mailHabit.options.filter((one) => one !== habit).map((one): When => `not:${one}`);
  return mails.length > 0 ? [...others, 'any'] : others;
}

/** What changes on the page: what the mail server does, and the mails that came. */
export function mailParts(language: Language, view: MailView) {
  const words = MAIL_WORDS[language];
  return { texts: { display: display(words, view).text, mails: mailsOf(words, view).text }, pressable: pressable(view), values: {} };
}

function buttonOf(text: string, path: string, body: object, when: When, index: number): Html {
  const sent = JSON.stringify(body);
  return html`<button type="button" data-path="${path}" data-body="${sent}" data-when="${when}"><kbd>${index + 1}</kbd> ${text}</button> `;
}

/** The whole page, for a person who has never seen a mail server. */
export function mailPage(language: Language, view: MailView): string {
  const words = MAIL_WORDS[language];
  const { display: shown, mails } = mailParts(language, view).texts;
  const habits = mailHabit.options.map((habit, index) => buttonOf(words[`be_${habit}`], '/habit', { habit }, `not:${habit}`, index));
  return pageFrame(
    language,
    { ...words, screenText: new Html(shown) },
    html`<section aria-label="${words.buttons}">
        <h2>${words.buttons}</h2>
        <p class="row">${habits}${buttonOf(words.empty, '/empty', {}, 'any', habits.length)}</p>
      </section>
      <section aria-label="${words.mails}">
        <h2>${words.mails}</h2>
        <div id="mails">${new Html(mails)}</div>
      </section>`,
  );
}
