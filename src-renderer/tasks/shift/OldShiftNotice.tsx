import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { Notice } from '../../kit/Notice.tsx';
import { useView } from '../../kit/register-context.tsx';
import { useStoreDate } from './use-store-date.ts';

const format = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'short', day: 'numeric', timeZone: 'UTC' });

/** Says that the shift was left open over midnight: what is recorded goes on under its date, and prices follow the calendar. */
export function OldShiftNotice({ withLink = false }: { readonly withLink?: boolean }) {
  const shift = useView((view) => view.openShift);
  const today = useStoreDate();
  if (shift === null || shift.businessDate === today) return null;
  const day = format.format(new Date(`${shift.businessDate}T00:00:00.000Z`));
  return (
    <Notice
      tone="warn"
      {...(withLink
        ? {
            action: (
              <Button component={Link} href="/shift" variant="default">
                Go to the shift
              </Button>
            ),
          }
        : {})}
    >
      This shift is still that of {day}. Sales go on under that date, at today’s prices. Count the drawer and close it to begin a new day.
    </Notice>
  );
}
