import { associateDocument } from '../../../domain/associates/documents.ts';
import { useMemo, useState } from 'react';
import { DeviceNotice } from '../../kit/DeviceNotice.tsx';
import { Doorway } from '../../kit/Doorway.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { useDocumentList, useRegister, useSync, useView } from '../../kit/register-context.tsx';
import { connectionSentence } from '../../kit/sentences.ts';
import { PinPad } from './PinPad.tsx';
import { ROLE_NAMES } from './role-names.ts';
import styles from './SignIn.module.css';

/** Who works at this register now. Needs no network. */
export function SignInScreen() {
  const { identity } = useRegister();
  const known = useDocumentList(associateDocument);
  const associates = useMemo(() => [...known].sort((a, b) => a.name.localeCompare(b.name, 'en')), [known]);
  const [chosen, setChosen] = useState<string | null>(null);
  const associate = associates.find((one) => one.id === chosen);
  return (
    <Doorway
      title={associate === undefined ? 'Who is working here?' : associate.name}
      subtitle={`${identity.storeName}, register ${identity.prefix}`}
    >
      <DeviceNotice inset={false} />
      {associate !== undefined && <PinPad associateId={associate.id} onBack={() => setChosen(null)} />}
      {associate === undefined && associates.length === 0 && <NobodyYet />}
      {associate === undefined && associates.length > 0 && (
        <ul className={styles.tiles} aria-label="Associates">
          {associates.map((one, index) => (
            <li key={one.id}>
              <button type="button" className={styles.tile} autoFocus={index === 0} onClick={() => setChosen(one.id)}>
                <span className={styles.name}>{one.name}</span>
                <span className={styles.role}>{ROLE_NAMES[one.role]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Doorway>
  );
}

function NobodyYet() {
  const complete = useView((view) => view.complete);
  const connection = useSync((sync) => sync.connection);
  const renewing = useSync((sync) => sync.renewing);
  if (complete) return <Notice tone="warn">This store has no associates yet. The head office can add them.</Notice>;
  const waiting = connectionSentence({ connection }).tone !== 'good' && 'Waiting for the server.';
  // The notice above says the rest.
  if (renewing) return <p>{waiting}</p>;
  return <Notice tone="info">Fetching what this store needs for the first time. {waiting}</Notice>;
}
