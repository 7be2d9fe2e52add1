import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { v7 as uuidv7 } from 'uuid';
import { consentId, consentOf } from '../../../domain/customers/consent.ts';
import type { Customer } from '../../../domain/customers/customer.ts';
import { customerConsentDocument } from '../../../domain/customers/documents.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import { type ReceiptMail, receiptMailDocument } from '../../../domain/mail/documents.ts';
import { accept } from '../../../domain/base/result.ts';
import { receiptMailRequested } from '../../../domain/mail/operations.ts';
import { isMailAddress } from '../../../domain/mail/mail-address.ts';
import { mailSender } from '../../../domain/mail/settings.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { chosenLanguage } from '../../../texts/words/chosen-language.ts';
import { knownWords, words } from '../../../texts/words/words.ts';
import { IconMail } from '../icons.ts';
import { Notice } from '../Notice.tsx';
import { useDocumentList, useDocuments, useRegister, useSetting, useView } from '../register-context.tsx';
import { refusalSentence } from '../sentences.ts';
import { useCustomer } from '../use-customer.ts';
import styles from './PaperSheet.module.css';

export interface MailedReceipt extends Pick<ReceiptMail, 'receipt' | 'receiptNumber'> {
  readonly customerId: string | null;
  /** Whether the customer has had it, on paper say. Who had it by mail before gets a copy anyway. */
  readonly isCopy: boolean;
}

/** The address of a customer who has agreed to get mail; nothing for others, who say where they want it. */
function useProposed(customer: Customer | undefined): string {
  const { identity } = useRegister();
  const consents = useDocuments(customerConsentDocument);
  if (customer === undefined) return '';
  const heard = consents.get(consentId(identity.storeId, customer.id, 'marketing_email'));
  return consentOf(customer, heard, 'marketing_email')?.given === true ? (customer.emails[0] ?? '') : '';
}

interface MailFormProps {
  readonly proposed: string;
  readonly isCopy: boolean;
  readonly send: (address: string) => Promise<Refusal | null>;
  readonly onSent: () => void;
}

function MailForm({ proposed, isCopy, send, onSent }: MailFormProps) {
  const [address, setAddress] = useState(proposed);
  const [isWrong, setWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wanted = address.trim();
    setWrong(!isMailAddress(wanted));
    if (isBusy || !isMailAddress(wanted)) return;
    setBusy(true);
    const refused = await send(wanted);
    setBusy(false);
    setRefusal(refused);
    if (refused === null) onSent();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="sm">
        <TextInput
          label={words('mail.address')}
          description={words('mail.use')}
          inputMode="email"
          autoComplete="off"
          dir="ltr"
          size="md"
          maxLength={254}
          data-autofocus
          value={address}
          error={isWrong && words('mail.wrong')}
          onChange={(event) => {
            setAddress(event.currentTarget.value);
            setWrong(false);
          }}
        />
        {isCopy && <Text size="sm">{words('mail.copy')}</Text>}
        {refusal !== null && <Notice tone="bad">{refusalSentence(refusal)}</Notice>}
        <Button type="submit" size="lg" fullWidth loading={isBusy}>
          {words('mail.send')}
        </Button>
      </Stack>
    </form>
  );
}

function MailState({ mail }: { readonly mail: ReceiptMail }) {
  const { mails } = useRegister();
  const isHere = useStore(mails.unsent, (unsent) => unsent.has(mail.mailId));
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const when = formatMoment(mail.endedAt ?? mail.at, timezone);
  if (mail.state === 'waiting') return <li>{words(isHere ? 'mail.waitingHere' : 'mail.waiting', { when })}</li>;
  if (mail.state === 'sent') return <li>{words('mail.sent', { when })}</li>;
  const reason = knownWords(`jobs.error.${mail.reason ?? 'failed'}`) ?? words('jobs.errorCode', { code: mail.reason ?? '' });
  return <li className={styles.failed}>{words('mail.failed', { when, reason })}</li>;
}

/** The mails by which a receipt was sent, the newest first. */
function useMails({ receipt, receiptNumber }: MailedReceipt): readonly ReceiptMail[] {
  const all = useDocumentList(receiptMailDocument);
  return all.filter((one) => one.receipt === receipt && one.receiptNumber === receiptNumber).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Sends a receipt by mail, where the company sends any, and tells what became of those that were sent. */
export function MailReceipt(props: MailedReceipt) {
  const { receipt, receiptNumber, customerId } = props;
  const { mails, record, training } = useRegister();
  const isSet = useSetting(mailSender) !== null;
  const isOffered = isSet && !training.isOn;
  const proposed = useProposed(useCustomer(customerId));
  const sent = useMails(props);
  // It names the mail that is being asked for: two presses of a button are one mail.
  const [mailId, setMailId] = useState<string | null>(null);
  const isCopy = props.isCopy || sent.some(({ state }) => state !== 'failed');
  if (!isOffered && sent.length === 0) return null;

  async function send(id: string, address: string): Promise<Refusal | null> {
    const language = chosenLanguage.getState().ofDevice;
    const wanted = receiptMailRequested.request({ mailId: id, receipt, receiptNumber, isCopy, language });
    const asked = await mails.send({ mailId: id, address }, () => record(() => accept(wanted)));
    return asked.ok ? null : asked.refusal;
  }

  return (
    <>
      {isOffered && (
        <Button variant="default" leftSection={<IconMail aria-hidden size={20} />} onClick={() => setMailId(uuidv7())}>
          {words('mail.button')}
        </Button>
      )}
      {sent.length > 0 && (
        <ul className={styles.mails} aria-label={words('mail.list')} aria-live="polite">
          {sent.map((mail) => (
            <MailState key={mail.mailId} mail={mail} />
          ))}
        </ul>
      )}
      <Modal
        opened={mailId !== null}
        onClose={() => setMailId(null)}
        // A second tap on the button lands beside the dialog.
        closeOnClickOutside={false}
        title={<strong>{words('mail.title')}</strong>}
        closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
      >
        {mailId !== null && (
          <MailForm proposed={proposed} isCopy={isCopy} send={(address) => send(mailId, address)} onSent={() => setMailId(null)} />
        )}
      </Modal>
    </>
  );
}
