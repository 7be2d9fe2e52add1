import { associateDocument } from '../../../domain/associates/documents.ts';
import { badgeUse } from '../../../domain/associates/settings.ts';
import { useMemo, useState } from 'react';
import { DeviceNotice } from '../../kit/DeviceNotice.tsx';
import { Doorway } from '../../kit/Doorway.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { useDocumentList, useRegister, useSetting, useSignIn, useSync, useView } from '../../kit/register-context.tsx';
import { connectionSentence } from '../../kit/sentences.ts';
import { PinPad } from '../../kit/PinPad.tsx';
import { useBadge } from '../../kit/use-badge.ts';
import styles from './SignIn.module.css';
import { words } from '../../../texts/words/words.ts';

/** Who works at this register now. Needs no network. */
export function SignInScreen() {
  const register = useRegister();
  const { identity } = register;
  const known = useDocumentList(associateDocument);
  const associates = useMemo(() => [...known].sort((a, b) => a.name.localeCompare(b.name, 'en')), [known]);
  const [chosen, setChosen] = useState<string | null>(null);
  const associate = associates.find((one) => one.id === chosen);
  const badgeProblem = useBadge(register.signInWithBadge, 'screen');
  const takesBadges = useSetting(badgeUse) !== 'nothing' && associates.some(({ badge }) => badge !== null);
  return (
    <Doorway
      title={associate === undefined ? words('signIn.title') : associate.name}
      subtitle={words('signIn.where', { store: identity.storeName, prefix: identity.prefix })}
    >
      <DeviceNotice inset={false} />
      <PinsNotice />
      {badgeProblem !== null && <Notice tone="bad">{badgeProblem}</Notice>}
      {takesBadges && <p className={styles.badge}>{words('badge.orScan')}</p>}
      {associate !== undefined && (
        <PinPad action={words('signIn.submit')} check={(pin) => register.signInWithPin(associate.id, pin)} onBack={() => setChosen(null)} />
      )}
      {associate === undefined && associates.length === 0 && <NobodyYet />}
      {associate === undefined && associates.length > 0 && (
        <ul className={styles.tiles} aria-label={words('signIn.associates')}>
          {associates.map((one, index) => (
            <li key={one.id}>
              <button type="button" className={styles.tile} autoFocus={index === 0} onClick={() => setChosen(one.id)}>
                <span className={styles.name}>{one.name}</span>
                <span className={styles.role}>{words(`role.${one.role}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Doorway>
  );
}

/** Says that PINs are about to end here, or have ended, because the server was not heard. */
function PinsNotice() {
  const pins = useSignIn((state) => state.pins);
  if (pins.status === 'valid') return null;
  if (pins.status === 'ended') return <Notice tone="bad">{words('signIn.pins_ended')}</Notice>;
  return <Notice tone="warn">{words('signIn.pinsEnding', { count: pins.days })}</Notice>;
}

function NobodyYet() {
  const complete = useView((view) => view.complete);
  const connection = useSync((sync) => sync.connection);
  const renewing = useSync((sync) => sync.renewing);
  if (complete) return <Notice tone="warn">{words('signIn.nobody')}</Notice>;
  const waiting = connectionSentence({ connection }).tone !== 'good' && words('signIn.waiting');
  // The notice above says the rest.
  if (renewing) return <p>{waiting}</p>;
  return (
    <Notice tone="info">
      {words('signIn.fetching')} {waiting}
    </Notice>
  );
}
