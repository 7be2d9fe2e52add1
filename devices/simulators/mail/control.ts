import { z } from 'zod';
import type { Controls } from '../page/serve-control.ts';
import { type MailBox, mailHabit } from './mail-box.ts';
import { mailPage, mailParts } from './page.ts';

export interface MailControl {
  readonly box: MailBox;
  /** Where a server hands its mail over. */
  readonly address: { readonly host: string; readonly port: number };
}

/** What can be done to a simulated mail server, and what it shows. */
export function mailControls({ box, address }: MailControl): Controls {
  return {
    actions: {
      '/habit': (body) => {
        box.habit = z.strictObject({ habit: mailHabit }).parse(body).habit;
        return true;
      },
      '/empty': () => {
        box.empty();
        return true;
      },
    },
    page: (language) => mailPage(language, box),
    parts: (language) => mailParts(language, box),
    state: () => ({ address, habit: box.habit, attempts: box.attempts, mails: box.mails }),
  };
}
