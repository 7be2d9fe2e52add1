import { Button, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { ListedKey, MadeKey } from '../../domain/access/access-protocol.ts';
import type { GrantableScope } from '../../domain/access/scopes.ts';
import { formatMoment } from '../../src-renderer/kit/format-time.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../src-renderer/words/words.ts';
import office from '../base/Office.module.css';
import { PageHead } from '../base/PageHead.tsx';
import { useOffice } from '../base/office-context.tsx';
import { useTask } from '../base/use-task.ts';
import styles from './Access.module.css';
import { keyStateWords } from './key-state.ts';
import { ScopeChoice, scopeWords } from './ScopeChoice.tsx';
import { SecretOnce } from './SecretOnce.tsx';
import { useForm } from './use-form.ts';
import { useList } from './use-list.ts';

/** The keys of machines: make, look at and withdraw them. */
export function KeysPage() {
  const { client } = useOffice();
  const { items, trouble, reload } = useList(useCallback(() => client.keys(), [client]));
  const { busy, said, run } = useTask();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);

  function withdraw({ id, name }: ListedKey): void {
    void run(async () => {
      await client.withdrawKey(id);
      reload();
      return { tone: 'good', text: words('access.withdrawn', { name }) };
    });
  }

  return (
    <>
      <PageHead
        title={words('access.keys')}
        text={words('access.keysText')}
        onAdd={making ? null : () => setMaking(true)}
        add={words('access.makeKey')}
        trouble={trouble}
        said={said}
      />
      {made !== null && <SecretOnce text={words('access.keyMade', { name: made.name })} secret={made.key} onHide={() => setMade(null)} />}
      {making && (
        <MakeKey
          onClose={() => setMaking(false)}
          onMade={(key) => {
            setMade(key);
            setMaking(false);
            reload();
          }}
        />
      )}
      <ul className={office.handOffs} aria-label={words('access.keys')}>
        {items?.map((key) => (
          <KeyRow key={key.id} item={key} busy={busy} onWithdraw={() => withdraw(key)} />
        ))}
      </ul>
    </>
  );
}

function MakeKey({ onMade, onClose }: { readonly onMade: (key: MadeKey) => void; readonly onClose: () => void }) {
  const { client, explain } = useOffice();
  const [name, setName] = useState('');
  const [ends, setEnds] = useState('');
  const [scopes, setScopes] = useState<readonly GrantableScope[]>([]);
  const { busy, trouble, submit } = useForm(explain, async () => {
    const expiresAt = ends === '' ? null : new Date(`${ends}T00:00`).toISOString();
    onMade(await client.makeKey({ name, scopes: [...scopes], expiresAt }));
  });
  return (
    <form className={styles.form} onSubmit={submit} aria-label={words('access.makeKey')}>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      <TextInput label={words('access.keyFor')} maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput label={words('access.expires')} type="date" value={ends} onChange={(event) => setEnds(event.currentTarget.value)} />
      <ScopeChoice value={scopes} onChange={setScopes} />
      <div className={styles.buttons}>
        <Button type="submit" loading={busy} disabled={name.trim() === '' || scopes.length === 0}>
          {words('access.make')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words('access.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface KeyRowProps {
  readonly item: ListedKey;
  readonly busy: boolean;
  readonly onWithdraw: () => void;
}

function KeyRow({ item, busy, onWithdraw }: KeyRowProps) {
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const used =
    item.lastUsedAt === null ? words('access.neverUsed') : words('access.used', { when: formatMoment(item.lastUsedAt, timezone) });
  return (
    <li className={office.handOff} aria-label={item.name}>
      <div>
        <strong>{item.name}</strong> <code>{item.id}</code>
        <div>{scopeWords(item.scopes)}</div>
        <div className={office.quiet}>
          {keyStateWords(item, new Date(), timezone)} · {used}
        </div>
      </div>
      {item.withdrawnAt === null && (
        <div className={office.handOffSteps}>
          <Button
            variant="subtle"
            color="red"
            disabled={busy}
            aria-label={words('access.withdrawOne', { name: item.name })}
            onClick={onWithdraw}
          >
            {words('access.withdraw')}
          </Button>
        </div>
      )}
    </li>
  );
}
