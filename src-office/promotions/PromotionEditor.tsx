import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import { revisionOf } from '../../domain/promotions/revision.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';
import { FieldInput } from './FieldInput.tsx';
import { type PromotionDraft, readDraft } from './promotion-draft.ts';
import { type FieldName, FIELDS_OF_KIND, GROUP_NAMES, GROUPS, KINDS } from './promotion-fields.ts';
import { PromotionPreview } from './PromotionPreview.tsx';
import styles from './Promotions.module.css';

export interface PromotionEditorProps {
  readonly label: string;
  /** What the form begins with. */
  readonly draft: PromotionDraft;
  /** The promotion that is changed; null for a new one, and for a copy. */
  readonly changes: Promotion | null;
  readonly onSaved: (promotion: Promotion) => void;
  readonly onClose: () => void;
}

const HEAD: readonly FieldName[] = ['id', 'name', 'startsOn', 'endsOn'];

/** The fields of a promotion, with the sample sale that it can be tried on. */
export function PromotionEditor({ label, draft: first, changes, onSaved, onClose }: PromotionEditorProps) {
  const { client, explain, overview } = useOffice();
  const currency = overview.currency ?? 'USD';
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<FieldName | null>(null);
  const form = useForm(explain, async () => {
    const read = readDraft(draft, currency);
    setWrong(read.ok ? null : read.refusal);
    if (read.ok) onSaved(await client.changePromotion(read.value, changes === null ? null : revisionOf(changes)));
  });
  const put = (name: FieldName, text: string) => {
    setDraft((before) => ({ ...before, texts: { ...before.texts, [name]: text } }));
    if (wrong === name) setWrong(null);
  };
  const input = (name: FieldName) => (
    <FieldInput
      key={name}
      name={name}
      text={draft.texts[name] ?? ''}
      isWrong={wrong === name}
      isFixed={name === 'id' && changes !== null}
      onText={(text) => put(name, text)}
    />
  );
  return (
    <div className={styles.editor}>
      <OfficeForm label={label} send={words('promotions.save')} form={form} isReady onClose={onClose}>
        <div className={styles.fields}>
          <NativeSelect
            label={words('promotions.kind')}
            disabled={draft.base !== null}
            value={draft.kind}
            onChange={(event) => setDraft({ ...draft, kind: event.currentTarget.value as Promotion['kind'] })}
            data={KINDS.map((kind) => ({ value: kind, label: words(`promotions.kind.${kind}`) }))}
          />
          {[...HEAD, ...FIELDS_OF_KIND[draft.kind]].map(input)}
        </div>
        {GROUP_NAMES.map((group) => {
          const names: readonly FieldName[] = GROUPS[group];
          const count = names.filter((name) => (draft.texts[name] ?? '') !== '').length;
          const isOpen = group === 'goods' || (wrong !== null && names.includes(wrong));
          return (
            <details key={group} className={styles.group} {...(isOpen && { open: true })}>
              <summary>{words('promotions.more', { name: words(`promotions.group.${group}`), count })}</summary>
              <div className={styles.fields}>{names.map(input)}</div>
            </details>
          );
        })}
      </OfficeForm>
      <PromotionPreview draft={draft} currency={currency} />
    </div>
  );
}
