import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { IconReportMoney } from '../../kit/icons.ts';
import { words } from '../../../texts/words/words.ts';
import { useMayRead } from './use-may-read.ts';

/** The way to the reports of the store, for those who may read them. */
export function ReportsLink() {
  if (useMayRead().kind === 'denied') return null;
  return (
    <Button component={Link} href="/reports" variant="default" leftSection={<IconReportMoney aria-hidden size={20} />}>
      {words('tillReport.title')}
    </Button>
  );
}
