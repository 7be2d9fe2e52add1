import { Button } from '@mantine/core';
import { v7 as uuidv7 } from 'uuid';
import { lastFourOf, type StoredValue } from '../../domain/stored-value/stored-value.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { formatMoment, ownZone } from '../../texts/say/format-time.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { useTask } from '../base/use-task.ts';

export interface GiftCardRowProps {
  readonly value: StoredValue;
  readonly onChange: () => void;
  readonly onBlocked: (value: StoredValue) => void;
}

/** A gift card or store credit: what is on it, and what can be done with it. */
export function GiftCardRow({ value, onChange, onBlocked }: GiftCardRowProps) {
  const { client, overview } = useOffice();
  const { busy, said, run } = useTask();
  const { id, kind, balanceMinor, currency, isBlocked, issuedAt, changedAt, storeId } = value;
  const name = words('payment.cardEnding', { scheme: words(`payment.kind.${kind}`), digits: lastFourOf(id) });
  const store = overview.stores.find((one) => one.id === storeId)?.name ?? storeId;
  const facts = [
    store,
    issuedAt === null ? words('giftCards.neverIssued') : words('giftCards.issued', { when: formatMoment(issuedAt, ownZone()) }),
    words('giftCards.changed', { when: formatMoment(changedAt, ownZone()) }),
  ];
  const step = isBlocked ? 'allow' : 'block';
  return (
    <li className={office.handOff} aria-label={name}>
      <div>
        <strong>{name}</strong> · <strong>{formatMoney(balanceMinor, currency)}</strong>
        <div className={office.quiet}>{facts.join(' · ')}</div>
        {isBlocked && <Notice tone="warn">{words('giftCards.isBlocked')}</Notice>}
        {balanceMinor < 0 && <Notice tone="bad">{words('giftCards.overdrawn')}</Notice>}
        {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      </div>
      <div className={office.handOffSteps}>
        <Button variant="default" onClick={onChange}>
          {words('giftCards.change')}
        </Button>
        <TwoSteps
          key={step}
          label={words(`giftCards.${step}`)}
          labelOne={words(`giftCards.${step}One`, { card: name })}
          confirm={words(`giftCards.${step}Sure`)}
          confirmOne={words(`giftCards.${step}SureOne`, { card: name })}
          busy={busy}
          plain={isBlocked}
          onDone={() =>
            void run(async () => {
              onBlocked(await client.blockStoredValue({ operationId: uuidv7(), storedValueId: id, isBlocked: !isBlocked, note: '' }));
              return null;
            })
          }
        />
      </div>
    </li>
  );
}
