import { NativeSelect } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { ListedRegister } from '../../domain/access/register-protocol.ts';
import { grants } from '../../domain/access/scopes.ts';
import type { OfficeSetting, SettingChangeRow } from '../../domain/office/office-protocol.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import { formatMoment, ownZone } from '../../texts/say/format-time.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { useOffice } from '../base/office-context.tsx';
import office from '../base/Office.module.css';
import { countsIn, type Place } from './counts-in.ts';
import { SettingCard } from './SettingCard.tsx';
import { SettingsHereProvider } from './settings-here.ts';
import styles from './Settings.module.css';
import { settingWords } from './setting-words.ts';
import { valueWords } from './value-words.ts';
import { words } from '../../texts/words/words.ts';
import { richWords } from '../../src-renderer/words/rich-words.tsx';

interface Loaded {
  readonly settings: readonly OfficeSetting[];
  readonly changes: readonly SettingChangeRow[];
}

/** Who changed what, the newest first. */
function History({ changes, places }: { readonly changes: readonly SettingChangeRow[]; readonly places: readonly NamedPlace[] }) {
  const { overview } = useOffice();
  const currency = overview.currency ?? 'USD';
  const nameOf = ({ level, placeId }: SettingChangeRow) =>
    level === 'company' ? words('settings.ofCompany') : (places.find(({ id }) => id === placeId)?.name ?? placeId);
  if (changes.length === 0) return null;
  return (
    <section className={office.history} aria-label={words('settings.changes')}>
      <h3>{words('settings.changes')}</h3>
      <ol>
        {changes.map((row) => (
          <li key={row.id}>
            <span>
              {richWords('settings.changeFor', {
                setting: <strong>{settingWords(row.key).name}</strong>,
                place: nameOf(row),
                value: row.after === null ? words('settings.setNoLonger') : valueWords(row.key, row.after, currency),
              })}
            </span>
            <span className={styles.quiet}>
              {formatMoment(row.at, ownZone())} · {row.by} ·{' '}
              {row.before === null
                ? words('settings.notSetBefore')
                : words('settings.before', { value: valueWords(row.key, row.before, currency) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface NamedPlace extends Place {
  readonly name: string;
}

/** For whom settings may be changed: the company, the stores and, for a user who may see them, the registers. */
function usePlaces(): readonly NamedPlace[] {
  const { client, overview } = useOffice();
  const [registers, setRegisters] = useState<readonly ListedRegister[]>([]);
  useEffect(() => {
    if (grants(overview.scopes, 'registers')) client.registers().then(setRegisters, () => setRegisters([]));
  }, [client, overview.scopes]);
  return [
    { level: 'company', id: COMPANY, name: words('settings.company') },
    ...overview.stores.map(({ id, name }) => ({ level: 'store' as const, id, name })),
    ...registers
      .filter(({ status }) => status === 'active')
      .map(({ id, storeId, storeName, prefix }) => {
        const name = words('settings.register', { store: storeName, prefix });
        return { level: 'register' as const, id, storeId, name };
      }),
  ];
}

/** Every setting, for the company, for one store or for one register. */
export function SettingsPage() {
  const { client, explain } = useOffice();
  const places = usePlaces();
  const [placeId, setPlaceId] = useState<string>(COMPANY);
  const place = places.find(({ id }) => id === placeId) ?? { level: 'company', id: COMPANY };
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const load = useCallback(() => {
    Promise.all([client.settings(), client.settingChanges()]).then(
      ([settings, changes]) => (setLoaded({ settings, changes }), setTrouble(null)),
      (error: unknown) => setTrouble(explain(error)),
    );
  }, [client, explain]);
  useEffect(load, [load]);
  const countsHere = (key: string): unknown => {
    const setting = loaded?.settings.find((one) => one.key === key);
    return setting === undefined ? undefined : countsIn(setting, place).value;
  };
  return (
    <SettingsHereProvider value={countsHere}>
      <div className={office.head}>
        <h1 className={office.title}>{words('office.settings')}</h1>
        <NativeSelect
          label={words('settings.for')}
          size="md"
          value={place.id}
          onChange={(event) => setPlaceId(event.currentTarget.value)}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      {loaded === null && trouble === null && <p>{words('kit.oneMoment')}</p>}
      <ul className={styles.list} aria-label={words('office.settings')}>
        {loaded?.settings
          .filter(({ levels }) => levels.includes(place.level))
          .map((setting) => (
            <SettingCard key={`${setting.key} ${place.id}`} setting={setting} place={place} onChanged={load} />
          ))}
      </ul>
      {loaded !== null && <History changes={loaded.changes} places={places} />}
    </SettingsHereProvider>
  );
}
