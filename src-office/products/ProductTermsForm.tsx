import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ArticleTerms } from '../../domain/catalog/article-terms.ts';
import type { ProductRow } from '../../domain/catalog/picture.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';
import { fieldsOf, KINDS, readTermsDraft, type TermsDraft, termsDraftOf } from './terms-draft.ts';

export interface ProductTermsFormProps {
  readonly product: ProductRow;
  readonly onSubmit: (terms: ArticleTerms | null) => Promise<void>;
  readonly onClose: () => void;
}

/** How an article is sold: as goods, a service, a fee or a deposit, and what the till asks for or adds. */
export function ProductTermsForm({ product, onSubmit, onClose }: ProductTermsFormProps) {
  const { explain } = useOffice();
  const [draft, setDraft] = useState(() => termsDraftOf(product.terms));
  const put = (part: Partial<TermsDraft>) => setDraft({ ...draft, ...part });
  const fields = fieldsOf(draft.kind);
  const read = readTermsDraft(draft);
  const form = useForm(explain, async () => {
    if (typeof read !== 'string') await onSubmit(read);
  });
  return (
    <OfficeForm
      label={words('products.termsOf', { name: product.name })}
      send={words('access.save')}
      form={form}
      isReady={typeof read !== 'string'}
      onClose={onClose}
    >
      <NativeSelect
        label={words('products.kind')}
        value={draft.kind}
        onChange={(event) => put({ kind: KINDS.find((one) => one === event.currentTarget.value) ?? 'goods' })}
        data={KINDS.map((value) => ({ value, label: words(`products.kind.${value}`) }))}
      />
      {(['openPrice', 'taxOfGoods', 'asksSerial', 'finalSale'] as const)
        .filter((field) => fields.has(field))
        .map((field) => (
          <Checkbox
            key={field}
            label={words(`products.${field}`)}
            description={words(`products.${field}.text`)}
            checked={draft[field]}
            onChange={(event) => put({ [field]: event.currentTarget.checked })}
          />
        ))}
      {(['deposits', 'components'] as const)
        .filter((field) => fields.has(field))
        .map((field) => (
          <TextInput
            key={field}
            label={words(`products.${field}`)}
            description={words(`products.${field}.text`)}
            autoComplete="off"
            value={draft[field]}
            error={read === field && words('products.partsNotValid')}
            onChange={(event) => put({ [field]: event.currentTarget.value })}
          />
        ))}
    </OfficeForm>
  );
}
