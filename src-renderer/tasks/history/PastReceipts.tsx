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
import { useReceipts } from './use-receipts.ts';
import { words } from '../../words/words.ts';

/** Sales and returns of this register, the newest first, by receipt number or amount. */
export function PastReceipts() {
  const register = useRegister();
  const currency = useView((view) => view.company?.currency ?? 'USD');
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Receipt | null>(null);
  const { prefix } = register.identity;
  const search = readHistorySearch(text, prefix, currency);
  const { receipts, hasMore, failed, more } = useReceipts(search);

  useScanner(async (code) => {
    const asked = readHistorySearch(code, prefix, currency);
    const { lastSeq } = register.sync.getState();
    const [found] = asked.kind === 'receipt' ? (await searchReceipts(register, asked, lastSeq + 1, lastSeq, 1)).receipts : [];
    if (found === undefined) return words('history.noReceipt', { code });
    setOpen(found);
    return null;
  });

  function openOnly(): void {
    const [only] = receipts ?? [];
    if (receipts?.length === 1 && only !== undefined) setOpen(only);
  }

  return (
    <ListAndDetail
      isOpen={open !== null}
      list={
        <>
          <TextInput
            aria-label={words('history.search')}
            placeholder={words('history.searchHint')}
            leftSection={<IconSearch aria-hidden size={22} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && openOnly()}
            autoComplete="off"
            data-search
          />
          {failed && <Notice tone="bad">{words('history.unreadable')}</Notice>}
          {receipts?.length === 0 && !hasMore && (
            <Empty title={text.trim() === '' ? words('history.nothingSold') : words('history.noMatch', { text: text.trim() })}>
              {text.trim() !== '' && words('history.searchHelp', { example: `${prefix}-000042` })}
            </Empty>
          )}
          <ReceiptList receipts={receipts} openId={open?.id ?? null} onOpen={setOpen} />
          {hasMore && (
            <Button variant="default" onClick={more}>
              {words('history.earlier')}
            </Button>
          )}
        </>
      }
      detail={
        open === null ? (
          <Empty title={words('history.chooseReceipt')}>{words('history.orScan')}</Empty>
        ) : (
          <ReceiptSheet receipt={open} onClose={() => setOpen(null)} />
        )
      }
    />
  );
}
