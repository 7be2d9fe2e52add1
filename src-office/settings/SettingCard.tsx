import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OfficeSetting } from '../../domain/office/office-protocol.ts';
import { SETTING_LEVELS } from '../../domain/settings/define-setting.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { useOffice } from '../base/office-context.tsx';
import { useTask } from '../base/use-task.ts';
import { countsIn, type Place } from './counts-in.ts';
import { SettingEditor } from './editors.tsx';
import styles from './Settings.module.css';
import { settingWords } from './setting-words.ts';
import { valueWords } from './value-words.ts';
import { words } from '../../texts/words/words.ts';

/** What taking the own word back is called, where there is one. */
function backWords({ said }: OfficeSetting, { level, id, storeId }: Place): string | null {
  if (!said.some((one) => one.level === level && one.id === id)) return null;
  if (level === 'company') return words('settings.backToStandard');
  return words(said.some((one) => one.level === 'store' && one.id === storeId) ? 'settings.asStore' : 'settings.asCompany');
}

interface ChangeFormProps {
  readonly settingKey: string;
  readonly value: unknown;
  readonly busy: boolean;
  /** What taking the own word back is called; null where there is none. */
  readonly backWords: string | null;
  /** Null takes the own word back. */
  readonly onSend: (value: unknown) => void;
  readonly onCancel: () => void;
}

function ChangeForm({ settingKey, value, busy, backWords, onSend, onCancel }: ChangeFormProps) {
  const [draft, setDraft] = useState(value);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (draft !== null) onSend(draft);
      }}
    >
      <SettingEditor settingKey={settingKey} value={value} onChange={setDraft} />
      <div className={styles.actions}>
        <Button type="submit" loading={busy} disabled={draft === null}>
          {words('settings.save')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {words('kit.cancel')}
        </Button>
        {backWords !== null && (
          <Button variant="subtle" color="red" disabled={busy} onClick={() => onSend(null)}>
            {backWords}
          </Button>
        )}
      </div>
    </form>
  );
}

export interface SettingCardProps {
  readonly setting: OfficeSetting;
  readonly place: Place;
  readonly onChanged: () => void;
}

/** A setting: what counts, whose word it is, and a form to change it. */
export function SettingCard({ setting, place, onChanged }: SettingCardProps) {
  const { client, overview } = useOffice();
  const { busy, said, run } = useTask();
  const [isOpen, setOpen] = useState(false);
  const { value, by } = countsIn(setting, place);
  const { name, meaning } = settingWords(setting.key);

  function send(next: unknown): void {
    void run(async () => {
      await client.changeSetting(setting.key, {
        level: place.level,
        ...(place.level !== SETTING_LEVELS[0] && { id: place.id }),
        value: next,
      });
      setOpen(false);
      onChanged();
      return { tone: 'good', text: words('settings.changed', { setting: name }) };
    });
  }

  return (
    <li className={styles.setting} aria-label={name}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.name}>{name}</h2>
          <p className={styles.quiet}>{meaning}</p>
        </div>
        {!isOpen && (
          <Button variant="default" aria-label={words('settings.changeOf', { setting: name })} onClick={() => setOpen(true)}>
            {words('settings.change')}
          </Button>
        )}
      </div>
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      {!isOpen && (
        <p className={styles.value}>
          {valueWords(setting.key, value, overview.currency ?? 'USD')} <span className={styles.quiet}>({by})</span>
        </p>
      )}
      {isOpen && (
        <ChangeForm
          settingKey={setting.key}
          value={value}
          busy={busy}
          backWords={backWords(setting, place)}
          onSend={send}
          onCancel={() => setOpen(false)}
        />
      )}
    </li>
  );
}
