import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { QuickKeyPage } from '../../../../domain/sale/settings.ts';
import { ProductTile } from '../../../kit/ProductTile.tsx';
import { useRegister } from '../../../kit/register-context.tsx';
import { words } from '../../../../texts/words/words.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import sideStyles from '../side/SidePanel.module.css';
import { freePlace, laidOut, MOST_PAGES, placeBeside, placesOf, type QuickKeyPages, renamePage, setKey, swapKeys } from './lay-out-keys.ts';
import styles from './QuickKeys.module.css';

/** So many articles are offered for what was typed. */
const OFFERED = 5;

export interface LayOutKeysProps {
  readonly pages: QuickKeyPages;
  readonly onKeep: (pages: QuickKeyPage[]) => void;
  readonly onClose: () => void;
}

/** Lays out the quick keys of the store: by drag, or by the arrow keys. Nothing counts before it is kept. */
export function LayOutKeys({ pages: before, onKeep, onClose }: LayOutKeysProps) {
  const [pages, setPages] = useState<QuickKeyPages>(before.length > 0 ? before : [{ name: words('counter.newPage'), skus: [] }]);
  const [chosen, setChosen] = useState(0);
  const index = Math.min(chosen, pages.length - 1);
  const page = pages[index];
  return (
    <SidePanel title={words('counter.layOut')} onClose={onClose}>
      <div className={styles.pages} role="group" aria-label={words('counter.quickKeys')}>
        {pages.map(({ name }, at) => (
          <button key={at} type="button" aria-pressed={at === index} onClick={() => setChosen(at)}>
            {name}
          </button>
        ))}
        {pages.length < MOST_PAGES && (
          <button
            type="button"
            onClick={() => (setPages([...pages, { name: words('counter.newPage'), skus: [] }]), setChosen(pages.length))}
          >
            {`+ ${words('counter.newPage')}`}
          </button>
        )}
      </div>
      <TextInput
        label={words('counter.pageName')}
        maxLength={30}
        value={page?.name ?? ''}
        onChange={(event) => setPages(renamePage(pages, index, event.currentTarget.value))}
      />
      <p className={sideStyles.text}>{words('counter.layOutHint')}</p>
      <Places
        page={page}
        onSwap={(from, to) => setPages(swapKeys(pages, index, from, to))}
        onClear={(place) => setPages(setKey(pages, index, place, null))}
      />
      <AddKey onAdd={(sku) => setPages(setKey(pages, index, freePlace(page), sku))} />
      <div className={sideStyles.end}>
        <Button variant="default" disabled={pages.length < 2} onClick={() => setPages(pages.filter((_, at) => at !== index))}>
          {words('counter.removePage')}
        </Button>
        <Button size="lg" onClick={() => onKeep(laidOut(pages))}>
          {words('counter.keepLayout')}
        </Button>
      </div>
    </SidePanel>
  );
}

interface PlacesProps {
  readonly page: QuickKeyPage | undefined;
  readonly onSwap: (from: number, to: number) => void;
  readonly onClear: (place: number) => void;
}

/** The places of a page. The cursor goes with a key that is moved. */
function Places({ page, onSwap, onClear }: PlacesProps) {
  const { catalog } = useRegister();
  function move(place: number, key: string, grid: HTMLElement | null): void {
    const to = placeBeside(place, key, document.documentElement.dir === 'rtl');
    if (to === place) return;
    onSwap(place, to);
    grid?.querySelectorAll<HTMLElement>('button')[to]?.focus();
  }
  return (
    <div className={styles.places}>
      {placesOf(page).map((sku, place) => {
        const name = sku === null ? null : (catalog.product(sku)?.name ?? sku);
        return (
          <button
            key={place}
            type="button"
            draggable={sku !== null}
            aria-label={
              name === null ? words('counter.freePlace', { place: place + 1 }) : words('counter.place', { place: place + 1, name })
            }
            onDragStart={(event) => event.dataTransfer.setData('text/plain', String(place))}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => (event.preventDefault(), onSwap(Number(event.dataTransfer.getData('text/plain')), place))}
            onKeyDown={(event) => {
              if (event.key === 'Delete') return onClear(place);
              if (event.key.startsWith('Arrow')) event.preventDefault();
              move(place, event.key, event.currentTarget.parentElement);
            }}
          >
            {name !== null && <ProductTile name={name} category={catalog.product(sku ?? '')?.category} sku={sku} size={28} />}
            <bdi>{name}</bdi>
          </button>
        );
      })}
    </div>
  );
}

/** Finds an article and puts it on the first free place. */
function AddKey({ onAdd }: { readonly onAdd: (sku: string) => void }) {
  const { catalog } = useRegister();
  const [text, setText] = useState('');
  const exact = catalog.lookup(text);
  const found = text.trim() === '' ? [] : exact === undefined ? catalog.search(text, OFFERED) : [exact];
  return (
    <div>
      <TextInput
        label={words('counter.addKey')}
        placeholder={words('counter.addKeyHint')}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.offered}>
        {found.map(({ sku, name }) => (
          <Button key={sku} variant="default" fullWidth onClick={() => (onAdd(sku), setText(''))}>
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}
