import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ListedUse } from '../../domain/promotions/promotion-protocol.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import { formatDay } from '../../texts/say/format-time.ts';
import { Empty } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import { FileUpload } from '../base/FileUpload.tsx';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { usePaged } from '../../src-renderer/kit/use-paged.ts';
import { useTask } from '../base/use-task.ts';
import { dayBefore, dayOf } from './local-day.ts';
import { copyOf, draftOf, newDraft, type PromotionDraft } from './promotion-draft.ts';
import { endedNow } from './promotion-state.ts';
import { PromotionEditor } from './PromotionEditor.tsx';
import { PromotionRow, type PromotionStep } from './PromotionRow.tsx';

const LOOK_AGAIN_MS = 10_000;
const SHOWN = ['all', 'running', 'coming', 'over'] as const;

interface Filters {
  readonly show: (typeof SHOWN)[number];
  readonly search: string;
}

/** A promotion with what it was used for. */
interface Listed {
  readonly promotion: Promotion;
  readonly use: ListedUse | undefined;
}

/** What is being written. */
interface Open {
  readonly draft: PromotionDraft;
  readonly changes: Promotion | null;
  readonly label: string;
}

/** The promotions that are asked for, a page at a time. */
function useListed({ show, search }: Filters) {
  const { client, explain } = useOffice();
  const load = useCallback(
    async (after?: string) => {
      const standing = show === 'all' ? {} : { on: dayOf(new Date()), state: show };
      const page = await client.promotions({ ...standing, search: search.trim(), ...(after !== undefined && { after }) });
      const uses = new Map(page.uses.map((use) => [use.id, use]));
      return { items: page.items.map((promotion): Listed => ({ promotion, use: uses.get(promotion.id) })), next: page.next };
    },
    [client, show, search],
  );
  return usePaged(load, explain, LOOK_AGAIN_MS);
}

/** Promotions: how they stand, what they were used for, and the form in which one is written and tried. */
export function PromotionsPage() {
  const { client, overview } = useOffice();
  const currency = overview.currency ?? 'USD';
  const [filters, setFilters] = useState<Filters>({ show: 'all', search: '' });
  const list = useListed(filters);
  const { busy, said, run } = useTask();
  const [open, setOpen] = useState<Open | null>(null);
  const today = dayOf(new Date());

  function step(wanted: PromotionStep, promotion: Promotion): void {
    const { id, name } = promotion;
    if (wanted === 'edit')
      setOpen({ draft: draftOf(promotion, currency), changes: promotion, label: words('promotions.editOne', { name }) });
    else if (wanted === 'copy')
      setOpen({ draft: copyOf(promotion, currency), changes: null, label: words('promotions.copyOne', { name }) });
    else
      void run(async () => {
        const ended = await client.endPromotion(id, endedNow(promotion, dayBefore(new Date())));
        list.reload();
        return { tone: 'good', text: words('promotions.ended', { name, date: formatDay(ended.endsOn) }) };
      });
  }

  function saved({ name }: Promotion): void {
    setOpen(null);
    list.reload();
    void run(() => Promise.resolve({ tone: 'good', text: words('promotions.saved', { name }) }));
  }

  const add = () => setOpen({ draft: newDraft('percent_off', today), changes: null, label: words('promotions.add') });
  return (
    <>
      <PageHead
        title={words('promotions.title')}
        text={words('promotions.text')}
        onAdd={open === null ? add : null}
        add={words('promotions.add')}
        trouble={list.trouble}
        said={said}
      />
      {open === null ? (
        <FileUpload send={client.importPromotions} onTaken={list.reload} />
      ) : (
        <OpenEditor open={open} onSaved={saved} onClose={() => setOpen(null)} />
      )}
      <FilterFields value={filters} onChange={setFilters} />
      {list.items?.length === 0 && <Empty title={words('promotions.none')} />}
      <ul className={office.handOffs} aria-label={words('promotions.title')}>
        {list.items?.map(({ promotion, use }) => (
          <PromotionRow
            key={promotion.id}
            promotion={promotion}
            use={use}
            currency={currency}
            today={today}
            busy={busy}
            onStep={(wanted) => step(wanted, promotion)}
          />
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" onClick={list.more}>
          {words('office.showMore')}
        </Button>
      )}
    </>
  );
}

function FilterFields({ value, onChange }: { readonly value: Filters; readonly onChange: (filters: Filters) => void }) {
  return (
    <div className={office.filters}>
      <NativeSelect
        label={words('promotions.show')}
        size="md"
        value={value.show}
        onChange={(event) => onChange({ ...value, show: event.currentTarget.value as Filters['show'] })}
        data={SHOWN.map((one) => ({ value: one, label: words(`promotions.show.${one}`) }))}
      />
      <TextInput
        label={words('promotions.search')}
        size="md"
        maxLength={100}
        value={value.search}
        onChange={(event) => onChange({ ...value, search: event.currentTarget.value })}
      />
    </div>
  );
}

interface OpenEditorProps {
  readonly open: Open;
  readonly onSaved: (promotion: Promotion) => void;
  readonly onClose: () => void;
}

/** The form, anew for each promotion that is opened. */
function OpenEditor({ open: { label, draft, changes }, onSaved, onClose }: OpenEditorProps) {
  const key = `${label} ${draft.base?.id ?? ''}`;
  return <PromotionEditor key={key} label={label} draft={draft} changes={changes} onSaved={onSaved} onClose={onClose} />;
}
