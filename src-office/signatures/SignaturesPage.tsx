import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SignedPickups } from '../../domain/fulfillment/pickup-signature-protocol.ts';
import { SignaturePicture } from '../../src-renderer/kit/SignaturePicture.tsx';
import { formatMoment } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { useTask } from '../base/use-task.ts';

/** What customers signed when they fetched an order, by its number: for whoever is asked whether it was handed over. */
export function SignaturesPage() {
  const { client, overview } = useOffice();
  const { busy, said, run } = useTask();
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<SignedPickups['items']>([]);

  function lookUp(): void {
    setFound([]);
    void run(async () => {
      const { items } = await client.signatures(number.trim());
      setFound(items);
      return items.length === 0 ? { tone: 'info', text: words('signatures.none') } : null;
    });
  }

  return (
    <>
      <PageHead title={words('signatures.title')} text={words('signatures.text')} onAdd={null} add="" trouble={null} said={said} />
      <form
        className={office.filters}
        aria-label={words('signatures.find')}
        onSubmit={(event) => {
          event.preventDefault();
          lookUp();
        }}
      >
        <TextInput
          label={words('signatures.number')}
          autoComplete="off"
          maxLength={64}
          value={number}
          onChange={(event) => (setNumber(event.currentTarget.value), setFound([]))}
        />
        <Button type="submit" loading={busy} disabled={number.trim() === ''}>
          {words('signatures.find')}
        </Button>
      </form>
      <ul className={office.handOffs} aria-label={words('signatures.title')}>
        {found.map(({ proofId, storeId, at, associate, strokes }) => {
          const store = overview.stores.find(({ id }) => id === storeId);
          const moment = formatMoment(at, store?.timezone ?? 'UTC');
          return (
            <li key={proofId} className={office.handOff}>
              <div>
                <strong>{store?.name ?? storeId}</strong>
                <div className={office.quiet}>
                  {associate === '' ? words('signatures.handedOver', { moment }) : words('signatures.handedOverBy', { moment, associate })}
                </div>
              </div>
              <SignaturePicture strokes={strokes} label={words('pickup.signed')} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
