import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { IconSearch } from '../../kit/icons.ts';
import { ListAndDetail } from '../../kit/ListAndDetail.tsx';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { readHistorySearch, type Receipt, searchReceipts } from './journal-history.ts';
import { ReceiptList } from './ReceiptList.tsx';
import { ReceiptSheet } from './ReceiptSheet.tsx';
import { SaleSheet } from './SaleSheet.tsx';
import { useReceipts } from './use-receipts.ts';
import { namedReceipt, useSoldElsewhere } from './use-sold-elsewhere.ts';
import { words } from '../../../texts/words/words.ts';

interface NoReceiptProps {
  readonly text: string;
  /** The receipt number that it is; null where it is none. */
  readonly number: string | null;
  readonly searching: boolean;
  readonly onFind: () => void;
}

/** Nothing in the journal matches; a whole receipt number can be looked for elsewhere. */
function NoReceipt({ text, number, searching, onFind }: NoReceiptProps) {
  const { prefix } = useRegister().identity;
  return (
    <Empty title={text === '' ? words('history.nothingSold') : words('history.noMatch', { text })}>
      {number !== null && (
        <Button loading={searching} onClick={onFind}>
          {words('history.findElsewhere', { number })}
        </Button>
      )}
      {text !== '' && number === null && words('history.searchHelp', { example: `${prefix}-000042` })}
    </Empty>
  );
}

/** Sales and returns of this register, the newest first, by receipt number or amount; sales of others by receipt number. */
export function PastReceipts() {
  const register = useRegister();
  const currency = useView((view) => view.company?.currency ?? 'USD');
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Receipt | null>(null);
  const { prefix } = register.identity;
  const search = readHistorySearch(text, prefix, currency);
  const { receipts, hasMore, failed, more } = useReceipts(search);
  const { sale, searching, find, close } = useSoldElsewhere();
  const [problem, setProblem] = useState<string | null>(null);
  const number = namedReceipt(text);
  const isNotHere = receipts?.length === 0 && !hasMore;

  function show(receipt: Receipt | null): void {
    close();
    setProblem(null);
    setOpen(receipt);
  }

  useScanner(async (code) => {
    const asked = readHistorySearch(code, prefix, currency);
    const { lastSeq } = register.sync.getState();
    const [found] = asked.kind === 'receipt' ? (await searchReceipts(register, asked, lastSeq + 1, lastSeq, 1)).receipts : [];
    if (found !== undefined) return show(found), null;
    const named = namedReceipt(code);
    return named === null ? words('history.noReceipt', { code }) : find(named);
  });

  async function enter(): Promise<void> {
    const [only] = receipts ?? [];
    if (receipts?.length === 1 && only !== undefined) show(only);
    else if (isNotHere && number !== null) setProblem(await find(number));
  }

  return (
    <ListAndDetail
      isOpen={open !== null || sale !== null}
      list={
        <>
          <TextInput
            aria-label={words('history.search')}
            placeholder={words('history.searchHint')}
            leftSection={<IconSearch aria-hidden size={22} />}
            value={text}
            onChange={(event) => (setText(event.currentTarget.value), setProblem(null))}
            onKeyDown={(event) => event.key === 'Enter' && !event.repeat && void enter()}
            autoComplete="off"
            data-search
          />
          {failed && <Notice tone="bad">{words('history.unreadable')}</Notice>}
          {problem !== null && <Notice tone="bad">{problem}</Notice>}
          {isNotHere && <NoReceipt text={text.trim()} number={number} searching={searching} onFind={() => void enter()} />}
          <ReceiptList receipts={receipts} openId={open?.id ?? null} onOpen={show} />
          {hasMore && (
            <Button variant="default" onClick={more}>
              {words('history.earlier')}
            </Button>
          )}
        </>
      }
      detail={
        sale !== null ? (
          <SaleSheet sale={sale} onClose={close} />
        ) : open === null ? (
          <Empty title={words('history.chooseReceipt')}>{words('history.orScan')}</Empty>
        ) : (
          <ReceiptSheet receipt={open} onClose={() => setOpen(null)} />
        )
      }
    />
  );
}
