import { Button } from '@mantine/core';
import type { Shift } from '../../../domain/shift/shift.ts';
import { holderOf } from '../../../domain/shift/shift-in-use.ts';
import { formatExactMoment } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { useView } from '../../kit/register-context.tsx';
import styles from './Shift.module.css';
import { useNameOf } from './use-name-of.ts';

interface DrawersInUseProps {
  readonly shifts: readonly Shift[];
  readonly onTakeOver: (shift: Shift) => void;
}

/** The drawers for which colleagues answer. Whoever has none may take one over by counting it. */
export function DrawersInUse({ shifts, onTakeOver }: DrawersInUseProps) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const nameOf = useNameOf();
  if (shifts.length === 0) return null;
  return (
    <section className={styles.card} aria-label={words('shift.drawersInUse')}>
      <h2 className={styles.small}>{words('shift.drawersInUse')}</h2>
      <ul className={styles.inUse}>
        {shifts.map((shift) => {
          const said = { drawer: shift.drawerId ?? '', name: nameOf(holderOf(shift)), moment: formatExactMoment(shift.openedAt, timezone) };
          return (
            <li key={shift.id}>
              <span>{words('shift.drawerOf', said)}</span>
              <Button variant="default" onClick={() => onTakeOver(shift)}>
                {words('shift.takeOver')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
