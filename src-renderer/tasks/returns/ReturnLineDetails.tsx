import { NativeSelect } from '@mantine/core';
import { CONDITIONS, type Disposition, DISPOSITIONS } from '../../../domain/returns/disposition.ts';
import { proposeDisposition } from '../../../domain/returns/propose-disposition.ts';
import type { ReturnableLine } from '../../../domain/returns/return-goods.ts';
import { returnRules } from '../../../domain/returns/settings.ts';
import { useSetting } from '../../kit/register-context.tsx';
import type { LineChoice } from './return-form.ts';
import styles from './Returns.module.css';
import { words } from '../../../texts/words/words.ts';

interface DetailsProps {
  readonly line: Pick<ReturnableLine, 'kind' | 'name' | 'ordered'>;
  readonly choice: LineChoice;
  readonly onChange: (choice: LineChoice) => void;
}

const EMPTY = { value: '', label: '–' };

/** Why a line comes back, in which condition, and where it goes. Reason and condition propose the place; a person may choose another. */
export function ReturnLineDetails({ line, choice, onChange }: DetailsProps) {
  const rules = useSetting(returnRules);
  const { reason = null, condition = null, disposition } = choice;
  const isGoods = line.kind === 'goods' && line.ordered?.at !== 'pool';
  const say = (said: Pick<LineChoice, 'reason' | 'condition'>) => {
    const next = { reason, condition, ...said };
    onChange({ ...choice, ...next, disposition: isGoods ? proposeDisposition(rules, next) : disposition });
  };
  return (
    <span className={styles.details}>
      <NativeSelect
        label={words('returns.reason')}
        aria-label={words('returns.reasonOf', { name: line.name })}
        required={rules.needsReason}
        value={reason ?? ''}
        onChange={(event) => say({ reason: rules.reasons.find((one) => one.reason === event.currentTarget.value)?.reason ?? null })}
        data={[EMPTY, ...rules.reasons.map((one) => ({ value: one.reason, label: words(`returnReason.${one.reason}`) }))]}
      />
      {isGoods && (
        <>
          <NativeSelect
            label={words('returns.condition')}
            aria-label={words('returns.conditionOf', { name: line.name })}
            value={condition ?? ''}
            onChange={(event) => say({ condition: CONDITIONS.find((one) => one === event.currentTarget.value) ?? null })}
            data={[EMPTY, ...CONDITIONS.map((one) => ({ value: one, label: words(`returnCondition.${one}`) }))]}
          />
          <NativeSelect
            label={words('returns.goesTo')}
            aria-label={words('returns.goesToOf', { name: line.name })}
            value={disposition}
            onChange={(event) => onChange({ ...choice, disposition: event.currentTarget.value as Disposition })}
            data={DISPOSITIONS.map((one) => ({ value: one, label: words(`returns.${one}`) }))}
          />
        </>
      )}
    </span>
  );
}
