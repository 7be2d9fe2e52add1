import { Button, NumberInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';

/** How many points a customer has, and the way to give or take some. */
export function CustomerPoints({ customerId }: { readonly customerId: string }) {
  const { client } = useOffice();
  const [points, setPoints] = useState<number | null>(null);
  const [isChanging, setChanging] = useState(false);
  useEffect(() => {
    let isOver = false;
    client.points(customerId).then(
      (found) => !isOver && setPoints(found.points),
      // The account beside it says what is wrong with the connection.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [client, customerId]);
  if (points === null) return null;
  return (
    <section className={`${office.history} ${office.account}`} aria-label={words('payment.kind.points')}>
      <h2>{words('payment.kind.points')}</h2>
      <p>{words('loyalty.has', { count: points })}</p>
      {isChanging ? (
        <PointsForm customerId={customerId} onDone={(count) => (setPoints(count), setChanging(false))} onClose={() => setChanging(false)} />
      ) : (
        <Button variant="default" onClick={() => setChanging(true)}>
          {words('loyalty.change')}
        </Button>
      )}
    </section>
  );
}

interface PointsFormProps {
  readonly customerId: string;
  readonly onDone: (points: number) => void;
  readonly onClose: () => void;
}

function PointsForm({ customerId, onDone, onClose }: PointsFormProps) {
  const { client, explain, overview } = useOffice();
  // One id for the form: sent twice it counts once.
  const [operationId] = useState(() => uuidv7());
  const [points, setPoints] = useState(0);
  const [note, setNote] = useState('');
  const storeId = overview.stores[0]?.id ?? '';
  const form = useForm(explain, async () => {
    const request = { operationId, storeId, points, reason: 'goodwill', note: note.trim() } as const;
    onDone((await client.adjustPoints(customerId, request)).points);
  });
  return (
    <OfficeForm label={words('loyalty.change')} send={words('access.save')} form={form} isReady={points !== 0} onClose={onClose}>
      <NumberInput
        label={words('loyalty.difference')}
        allowDecimal={false}
        value={points}
        onChange={(entered) => setPoints(typeof entered === 'number' ? entered : 0)}
      />
      <TextInput label={words('giftCards.note')} maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </OfficeForm>
  );
}
