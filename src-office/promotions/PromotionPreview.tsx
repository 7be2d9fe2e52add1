import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PreviewAnswer } from '../../domain/promotions/promotion-protocol.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { useTask } from '../base/use-task.ts';
import { type PromotionDraft, readDraft } from './promotion-draft.ts';
import { PreviewResult } from './PreviewResult.tsx';
import { dayOf, timeOf } from './local-day.ts';
import styles from './Promotions.module.css';

export interface PromotionPreviewProps {
  readonly draft: PromotionDraft;
  readonly currency: string;
}

/** A line of the sample sale, as it is typed. */
interface SampleLine {
  readonly sku: string;
  readonly quantity: string;
}

interface Sample {
  readonly lines: readonly SampleLine[];
  readonly storeId: string;
  readonly date: string;
  readonly time: string;
  readonly customerGroups: string;
  readonly codes: string;
  readonly points: string;
}

const listOf = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

const quantityOf = ({ quantity }: SampleLine) => Math.max(1, Math.min(1_000_000, Math.trunc(Number(quantity)) || 1));

/** Tries the promotion that is being written on a sample sale. */
export function PromotionPreview({ draft, currency }: PromotionPreviewProps) {
  const { client, overview } = useOffice();
  const { busy, said, run } = useTask();
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null);
  const [sample, setSample] = useState<Sample>(() => ({
    lines: [{ sku: '', quantity: '1' }],
    storeId: overview.stores[0]?.id ?? '',
    date: dayOf(new Date()),
    time: timeOf(new Date()),
    customerGroups: '',
    codes: '',
    points: '',
  }));
  const lines = sample.lines.filter(({ sku }) => sku.trim() !== '');

  function tryIt(): void {
    setAnswer(null);
    void run(async () => {
      const read = readDraft(draft, currency);
      if (!read.ok) return { tone: 'bad', text: words('promotions.previewWrong', { field: words(`promotions.field.${read.refusal}`) }) };
      const { storeId, date, time } = sample;
      setAnswer(
        await client.previewPromotions({
          ...{ draft: read.value, storeId, date, time },
          lines: lines.map((line) => ({ sku: line.sku.trim(), quantity: quantityOf(line) })),
          customerGroups: listOf(sample.customerGroups),
          codes: listOf(sample.codes),
          points: Math.max(0, Math.min(1_000_000_000, Math.trunc(Number(sample.points)) || 0)),
        }),
      );
      return null;
    });
  }

  return (
    <form
      className={styles.preview}
      aria-label={words('promotions.preview')}
      onSubmit={(event) => {
        event.preventDefault();
        tryIt();
      }}
    >
      <h2>{words('promotions.preview')}</h2>
      <p>{words('promotions.previewText')}</p>
      <SampleLines lines={sample.lines} onChange={(changed) => setSample({ ...sample, lines: changed })} />
      <SampleFields kind={draft.kind} sample={sample} onChange={(part) => setSample({ ...sample, ...part })} />
      <Button type="submit" loading={busy} disabled={lines.length === 0 || sample.date === '' || sample.time === ''}>
        {words('promotions.previewRun')}
      </Button>
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      {answer !== null && <PreviewResult answer={answer} />}
    </form>
  );
}

interface SampleLinesProps {
  readonly lines: readonly SampleLine[];
  readonly onChange: (lines: readonly SampleLine[]) => void;
}

function SampleLines({ lines, onChange }: SampleLinesProps) {
  const put = (at: number, part: Partial<SampleLine>) => onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <>
      {lines.map((line, index) => (
        <div key={index} className={styles.sampleLine}>
          <TextInput
            label={words('promotions.previewSku', { place: index + 1 })}
            autoComplete="off"
            maxLength={64}
            value={line.sku}
            onChange={(event) => put(index, { sku: event.currentTarget.value })}
          />
          <TextInput
            label={words('promotions.previewQuantity', { place: index + 1 })}
            inputMode="numeric"
            autoComplete="off"
            maxLength={7}
            value={line.quantity}
            onChange={(event) => put(index, { quantity: event.currentTarget.value })}
          />
        </div>
      ))}
      <Button variant="default" disabled={lines.length >= 20} onClick={() => onChange([...lines, { sku: '', quantity: '1' }])}>
        {words('promotions.previewMore')}
      </Button>
    </>
  );
}

interface SampleFieldsProps {
  readonly kind: PromotionDraft['kind'];
  readonly sample: Sample;
  readonly onChange: (part: Partial<Sample>) => void;
}

/** When, where and for whom. */
function SampleFields({ kind, sample, onChange }: SampleFieldsProps) {
  const { overview } = useOffice();
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={words('office.store')}
        value={sample.storeId}
        onChange={(event) => onChange({ storeId: event.currentTarget.value })}
        data={overview.stores.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput
        label={words('promotions.previewDate')}
        type="date"
        value={sample.date}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
      />
      <TextInput
        label={words('promotions.previewTime')}
        type="time"
        value={sample.time}
        onChange={(event) => onChange({ time: event.currentTarget.value })}
      />
      <TextInput
        label={words('promotions.field.customerGroups')}
        autoComplete="off"
        value={sample.customerGroups}
        onChange={(event) => onChange({ customerGroups: event.currentTarget.value })}
      />
      <TextInput
        label={words('coupon.code')}
        autoComplete="off"
        value={sample.codes}
        onChange={(event) => onChange({ codes: event.currentTarget.value })}
      />
      {kind === 'points' && (
        <TextInput
          label={words('payment.kind.points')}
          inputMode="numeric"
          autoComplete="off"
          value={sample.points}
          onChange={(event) => onChange({ points: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
