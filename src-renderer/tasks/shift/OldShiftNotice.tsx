import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { Notice } from '../../kit/Notice.tsx';
import { useView } from '../../kit/register-context.tsx';
import { useStoreDate } from '../../kit/use-store-date.ts';
import { words } from '../../../texts/words/words.ts';
import { locale } from '../../../texts/words/chosen-language.ts';

/** Says that the shift was left open over midnight: what is recorded goes on under its date, and prices follow the calendar. */
export function OldShiftNotice({ withLink = false }: { readonly withLink?: boolean }) {
  const shift = useView((view) => view.openShift);
  const today = useStoreDate();
  if (shift === null || shift.businessDate === today) return null;
  const day = new Intl.DateTimeFormat(locale(), { weekday: 'long', month: 'short', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${shift.businessDate}T00:00:00.000Z`),
  );
  return (
    <Notice
      tone="warn"
      {...(withLink
        ? {
            action: (
              <Button component={Link} href="/shift" variant="default">
                {words('shift.goTo')}
              </Button>
            ),
          }
        : {})}
    >
      {words('shift.old', { day })}
    </Notice>
  );
}
