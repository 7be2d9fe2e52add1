import { Button, TextInput } from '@mantine/core';
import { isPeriod, type TillReportQuery } from '../../../domain/reports/report-protocol.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../Notice.tsx';
import { periodOf, PRESETS } from './period.ts';
import styles from './Reports.module.css';

interface PeriodChoiceProps {
  /** The calendar day in the store. */
  readonly today: string;
  readonly period: TillReportQuery;
  readonly onChange: (period: TillReportQuery) => void;
}

/** Which days a report is about: the usual ones by a button, others by their first and last day. */
export function PeriodChoice({ today, period, onChange }: PeriodChoiceProps) {
  const isSame = ({ from, to }: TillReportQuery) => from === period.from && to === period.to;
  return (
    <div className={styles.form}>
      <div className={styles.choice}>
        <div className={styles.presets} role="group" aria-label={words('tillReport.presets')}>
          {PRESETS.map((preset) => {
            const meant = periodOf(preset, today);
            const isChosen = isSame(meant);
            return (
              <Button key={preset} variant={isChosen ? 'filled' : 'default'} aria-pressed={isChosen} onClick={() => onChange(meant)}>
                {words(`tillReport.preset.${preset}`)}
              </Button>
            );
          })}
        </div>
        <div className={styles.presets}>
          {(['from', 'to'] as const).map((edge) => (
            <TextInput
              key={edge}
              type="date"
              size="md"
              label={words(`tillReport.${edge}`)}
              value={period[edge]}
              max={today}
              onChange={(event) => onChange({ ...period, [edge]: event.currentTarget.value })}
            />
          ))}
        </div>
      </div>
      {!isPeriod(period) && <Notice tone="warn">{words('tillReport.notDays')}</Notice>}
    </div>
  );
}
