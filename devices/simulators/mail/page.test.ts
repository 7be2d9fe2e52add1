import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../page/languages.ts';
import { MailBox, mailHabit } from './mail-box.ts';
import { mailPage, mailParts } from './page.ts';
import { MAIL_WORDS } from './words.ts';

function boxWith(subject: string): MailBox {
  const box = new MailBox();
  const mail = { messageId: '<M1@a>', from: 'Shop <a@b>', to: 'ana@example.com', subject, text: 'Total 2.00', html: '' };
  box.take({ ...mail, pictures: ['picture-1'], files: [], language: 'en', isSecret: false, user: null });
  return box;
}

describe('the page of the simulated mail server', () => {
  it.each(Object.keys(LANGUAGES) as Language[])('says everything in %s, in its direction', (language) => {
    const page = mailPage(language, new MailBox());
    expect(page).toContain(`<html lang="${language}" dir="${LANGUAGES[language].direction}">`);
    const others = ['refuse', 'put_off', 'hang', 'lose_answer', 'from', 'to', 'pictures'];
    const missing = Object.entries(MAIL_WORDS[language]).filter(([key, text]) => !others.includes(key) && !page.includes(text));
    expect(missing).toEqual([]);
  });

  it('shows what came, and runs nothing of it', () => {
    const { mails } = mailParts('en', boxWith('<img src=x onerror=alert(1)>')).texts;
    expect(mails).toContain('&lt;img src=x');
    expect(mails).not.toContain('<img');
    expect(mails).toContain('Total 2.00');
  });

  it.each(mailHabit.options)('says that it does %s, and offers everything else', (habit) => {
    const box = boxWith('One');
    box.habit = habit;
    const { texts, pressable } = mailParts('en', box);
    expect(texts.display).toContain(MAIL_WORDS.en[habit]);
    expect(pressable).not.toContain(`not:${habit}`);
    expect(pressable).toHaveLength(mailHabit.options.length);
  });

  it('keeps the newest mails', () => {
    const box = new MailBox();
    for (let n = 1; n <= 501; n += 1) box.take({ ...boxWith('').mails[0], subject: `No. ${n}` } as (typeof box.mails)[number]);
    expect([box.mails.length, box.mails[0]?.subject, box.mails.at(-1)?.subject]).toEqual([500, 'No. 2', 'No. 501']);
  });
});
