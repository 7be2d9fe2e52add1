import { Link } from 'wouter';
import { isRecordable } from '../base/journal-health.ts';
import { DarkButton } from '../kit/DarkButton.tsx';
import { showKeys } from '../kit/keys-overlay.ts';
import { IconKeyboard, IconLogout, IconX } from '../kit/icons.ts';
import styles from './Frame.module.css';
import { useRegister, useSignIn, useSync } from '../kit/register-context.tsx';
import { connectionSentence } from '../kit/sentences.ts';
import { OrderNews } from './OrderNews.tsx';
import { LanguageChoice } from '../words/LanguageChoice.tsx';
import { words } from '../../texts/words/words.ts';

function ConnectionPill() {
  const connection = useSync((sync) => sync.connection);
  const pending = useSync((sync) => sync.pending);
  const sendTrouble = useSync((sync) => (sync.pending > 0 ? sync.sendTrouble : null));
  const mayRecord = useSync((sync) => isRecordable(sync.journal));
  const { text, tone } = connectionSentence({ connection, sendTrouble }, mayRecord);
  return (
    <Link href="/sync" className={styles.pill} data-tone={tone}>
      <span role="status">
        {text}
        {pending > 0 && mayRecord && ` ${words('connection.toSend', { count: pending })}`}
      </span>
    </Link>
  );
}

function ShopHead() {
  const { identity } = useRegister();
  return (
    <>
      <strong className={styles.store} dir="auto">
        {identity.storeName}
      </strong>
      <span className={styles.register}>{words('app.register', { prefix: identity.prefix })}</span>
      <ConnectionPill />
    </>
  );
}

/** In place of the store and the connection: nothing that is done here counts, and nothing is sent. */
function TrainingHead() {
  const { training } = useRegister();
  return (
    <>
      <strong className={styles.training} role="status">
        {words('training.mark')}
      </strong>
      <button type="button" className={styles.signOut} onClick={() => training.end()}>
        <IconX aria-hidden size={20} />
        {words('training.end')}
      </button>
    </>
  );
}

/** Which store and register this is, who works at it, and whether the server is in reach. */
export function TopBar() {
  const register = useRegister();
  const associate = useSignIn((state) => state.associate);
  return (
    <header className={styles.top}>
      {register.training.isOn ? <TrainingHead /> : <ShopHead />}
      {associate !== null && (
        <>
          {!register.training.isOn && <OrderNews />}
          <span className={styles.associate}>{associate.name}</span>
          <button
            type="button"
            className={`${styles.signOut} ${styles.forKeyboards}`}
            aria-label={words('keys.title')}
            aria-keyshortcuts="?"
            onClick={showKeys}
          >
            <IconKeyboard aria-hidden size={20} />
          </button>
          <DarkButton className={styles.signOut ?? ''} />
          <LanguageChoice person={associate.id} />
          <button type="button" className={styles.signOut} aria-label={words('app.signOut')} onClick={() => register.signOut()}>
            <IconLogout aria-hidden size={20} />
            <span className={styles.whereRoom}>{words('app.signOut')}</span>
          </button>
        </>
      )}
    </header>
  );
}
