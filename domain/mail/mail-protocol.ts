import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { mailAddress } from './mail-address.ts';

/** How many addresses a till sends at once. */
export const MOST_ADDRESSES = 50;

/** To whom a mail goes. It stands in no operation: a journal cannot forget (rule A2). */
export const mailRecipient = z.strictObject({ mailId: entityId, address: mailAddress });

/** `POST /v1/mails/addresses`. The same again changes nothing, and a mail that was sent keeps no address. */
export const mailAddresses = z.strictObject({ recipients: z.array(mailRecipient).min(1).max(MOST_ADDRESSES) });
export const mailAddressesTaken = z.strictObject({ taken: z.number().int().min(0) });

export type MailRecipient = z.infer<typeof mailRecipient>;
