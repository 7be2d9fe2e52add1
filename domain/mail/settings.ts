import { z } from 'zod';
import { text } from '../base/text.ts';
import { defineSetting } from '../settings/define-setting.ts';
import { mailAddress } from './mail-address.ts';

/** By whom mail to customers is sent. Without a sender no register offers it. How the server reaches its mail server is no setting. */
export const mailSender = defineSetting({
  key: 'mail.sender',
  levels: ['company', 'store'],
  schema: z.strictObject({ name: text.trim().max(80), address: mailAddress }).nullable(),
  standard: null,
});
