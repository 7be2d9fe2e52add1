import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import type {
  AssociateQuery,
  AssociateWithBadge,
  AssociateWithPin,
  ListedAssociate,
  NewAssociate,
} from '../../domain/associates/associate-protocol.ts';
import { Empty } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import { QrCode } from '../base/QrCode.tsx';
import { SecretOnce } from '../base/SecretOnce.tsx';
import office from '../base/Office.module.css';
import { PageHead } from '../base/PageHead.tsx';
import { useOffice } from '../base/office-context.tsx';
import type { Said } from '../base/PagedList.tsx';
import { usePaged } from '../../src-renderer/kit/use-paged.ts';
import { useTask } from '../base/use-task.ts';
import { StoreFilter } from '../base/StoreFilter.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PersonRow, type PersonStep } from './PersonRow.tsx';

const LOOK_AGAIN_MS = 10_000;
const STATES = ['present', 'removed'] as const satisfies readonly AssociateQuery['state'][];

interface Filters {
  readonly store: string;
  readonly search: string;
  readonly state: AssociateQuery['state'];
}

/** The people who work in the stores: add, change, block and remove them, and make their PINs. */
export function PeoplePage() {
  const { client, explain, overview } = useOffice();
  const [filters, setFilters] = useState<Filters>({ store: '', search: '', state: 'present' });
  const { store, search, state } = filters;
  const load = useCallback(
    (after?: string) => client.people({ store, search: search.trim(), state, ...(after !== undefined && { after }) }),
    [client, store, search, state],
  );
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  const { busy, said, run } = useTask();
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<AssociateWithPin | null>(null);
  const [badge, setBadge] = useState<AssociateWithBadge | null>(null);

  async function take(step: PersonStep, { id, name }: ListedAssociate): Promise<Said | null> {
    setBadge(null);
    if (step === 'reset_pin') setShown(await client.resetPin(id));
    else if (step === 'make_badge') setBadge(await client.makeBadge(id));
    else await client.takePersonStep(id, step);
    list.reload();
    return step === 'reset_pin' || step === 'make_badge' ? null : { tone: 'good', text: words(`people.done.${step}`, { name }) };
  }

  async function add(person: NewAssociate): Promise<void> {
    setShown(await client.addPerson(person));
    setAdding(false);
    list.reload();
  }

  return (
    <>
      <PageHead
        title={words('people.title')}
        text={words('people.text')}
        onAdd={adding ? null : () => setAdding(true)}
        add={words('people.add')}
        trouble={list.trouble}
        said={said}
      />
      <MadeSecrets pin={shown} badge={badge} onHidePin={() => setShown(null)} onHideBadge={() => setBadge(null)} />
      {adding && (
        <PersonForm
          label={words('people.add')}
          submit={words('people.make')}
          value={{ name: '', role: 'associate', storeId: store === '' ? (overview.stores[0]?.id ?? '') : store }}
          onSubmit={add}
          onClose={() => setAdding(false)}
        />
      )}
      <FilterFields value={filters} onChange={setFilters} />
      {list.items?.length === 0 && <Empty title={words('people.nobody')} />}
      <ul className={office.handOffs} aria-label={words('people.title')}>
        {list.items?.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            busy={busy}
            onStep={(step) => void run(() => take(step, person))}
            onChange={async (change) => {
              await client.changePerson(person.id, change);
              list.reload();
            }}
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

interface MadeSecretsProps {
  readonly pin: AssociateWithPin | null;
  readonly badge: AssociateWithBadge | null;
  readonly onHidePin: () => void;
  readonly onHideBadge: () => void;
}

/** The PIN and the badge that were made last. */
function MadeSecrets({ pin, badge, onHidePin, onHideBadge }: MadeSecretsProps) {
  return (
    <>
      {pin !== null && <SecretOnce text={words('people.pinMade', { name: pin.name })} secret={pin.pin} onHide={onHidePin} />}
      {badge !== null && (
        <SecretOnce text={words('people.badgeMade', { name: badge.name })} secret={badge.badge} onHide={onHideBadge}>
          <QrCode text={badge.badge} label={words('people.badgeCode')} />
        </SecretOnce>
      )}
    </>
  );
}

function FilterFields({ value, onChange }: { readonly value: Filters; readonly onChange: (filters: Filters) => void }) {
  return (
    <div className={office.filters}>
      <StoreFilter value={value.store} onChange={(store) => onChange({ ...value, store })} />
      <TextInput
        label={words('people.search')}
        size="md"
        maxLength={120}
        value={value.search}
        onChange={(event) => onChange({ ...value, search: event.currentTarget.value })}
      />
      <NativeSelect
        label={words('people.show')}
        size="md"
        value={value.state}
        onChange={(event) => onChange({ ...value, state: event.currentTarget.value as Filters['state'] })}
        data={STATES.map((one) => ({ value: one, label: words(`people.show.${one}`) }))}
      />
    </div>
  );
}
