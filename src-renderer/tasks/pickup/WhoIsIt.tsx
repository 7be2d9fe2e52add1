import { Button, SegmentedControl } from '@mantine/core';
import type { IdentityDocument } from '../../../domain/fulfillment/identity.ts';
import { Notice } from '../../kit/Notice.tsx';
import { CodeCheck, type CodeCheckProps } from './CodeCheck.tsx';
import styles from './Pickup.module.css';
import { type Way, type Who, waysOf } from './who-is-it.ts';
import { words } from '../../../texts/words/words.ts';

export interface WhoIsItProps extends CodeCheckProps {
  readonly who: Who;
  /** The documents that the company lets count. */
  readonly accepted: readonly IdentityDocument[];
  readonly onWho: (who: Who) => void;
}

/** The first step: finding out whether the goods are for whoever stands at the counter. Nothing leaves the store by it. */
export function WhoIsIt({ who, accepted, onWho, ...check }: WhoIsItProps) {
  const { way, document, vouched } = who;
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={words('pickup.checkWho')}
        classNames={{ label: styles.choice ?? '' }}
        data={waysOf(accepted).map((value) => ({ value, label: words(`pickup.way.${value}`) }))}
        value={way}
        onChange={(chosen) => onWho({ way: chosen as Way, document: null, vouched: false })}
      />
      {way === 'proxy' && <p className={styles.hint}>{words(accepted.length === 0 ? 'pickup.proxyCode' : 'pickup.proxyHint')}</p>}
      {(way === 'code' || way === 'proxy') && <CodeCheck {...check} />}
      {(way === 'document' || (way === 'proxy' && accepted.length > 0)) && (
        <>
          {way === 'document' && <p className={styles.hint}>{words('pickup.documentHint', { name: check.name })}</p>}
          <div className={styles.documents} role="group" aria-label={words('pickup.documentSeen')}>
            {accepted.map((kind) => (
              <Button
                key={kind}
                variant={kind === document ? 'light' : 'default'}
                aria-pressed={kind === document}
                onClick={() => onWho({ ...who, document: kind === document ? null : kind })}
              >
                {words(`identity.${kind}`)}
              </Button>
            ))}
          </div>
          {document !== null && <Notice tone="good">{words('pickup.documentNoted', { document: words(`identity.${document}`) })}</Notice>}
        </>
      )}
      {way === 'vouch' && (
        <>
          <p className={styles.hint}>{words('pickup.vouchHint')}</p>
          <Button variant={vouched ? 'light' : 'default'} aria-pressed={vouched} onClick={() => onWho({ ...who, vouched: !vouched })}>
            {words('pickup.vouch', { name: check.name })}
          </Button>
        </>
      )}
    </>
  );
}
