import { MantineProvider } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { keptScheme } from '../kit/color-scheme.ts';
import { type CustomerView, type StoreOnDisplay, THANKS_MS, type ThanksScene } from '../kit/customer-view/customer-view.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { IconCircleCheck } from '../kit/icons.ts';
import { dotsUrl } from '../../texts/paper/dots.ts';
import { cssVariables, themeWith } from '../kit/theme.ts';
import { WordsRoot } from '../words/WordsRoot.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './Display.module.css';
import { SaleOnScreen } from './SaleOnScreen.tsx';
import { useView } from './use-view.ts';

/** What the customer sees, in a window of its own. Nothing in it can be pressed. */
export function DisplayApp() {
  const view = useView();
  const words = useWords();
  const theme = useMemo(() => themeWith(''), []);
  const title = words('display.title');
  useEffect(() => {
    document.title = `${title} · Outpost`;
  }, [title]);
  return (
    <WordsRoot>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={keptScheme} defaultColorScheme="light">
        <main className={styles.page}>{view === undefined ? null : <Scene view={view} />}</main>
      </MantineProvider>
    </WordsRoot>
  );
}

function Scene({ view }: { readonly view: CustomerView | null }) {
  const words = useWords();
  if (view === null) return <Says title={words('display.gone')} text={words('display.goneText')} />;
  const { store, scene } = view;
  if (scene.kind === 'closed') return <Says store={store} title={words('display.closed')} text={words('display.closedText')} />;
  if (scene.kind === 'welcome') return <Welcome store={store} />;
  if (scene.kind === 'thanks') return <Thanks key={scene.at} store={store} scene={scene} />;
  return <SaleOnScreen store={store.name} scene={scene} />;
}

function Welcome({ store }: { readonly store: StoreOnDisplay }) {
  const words = useWords();
  return <Says store={store} title={words('display.welcome')} text={store.name} />;
}

interface SaysProps {
  readonly store?: StoreOnDisplay;
  readonly title: string;
  readonly text: string;
}

/** One sentence, below the logo of the store. */
function Says({ store, title, text }: SaysProps) {
  return (
    <div className={styles.says}>
      {store?.logo && <img className={styles.logo} src={dotsUrl(store.logo)} alt="" />}
      <h1>{title}</h1>
      <p>
        <bdi>{text}</bdi>
      </p>
    </div>
  );
}

/** The change and the thanks, until the next customer is there or a minute has passed. */
function Thanks({ store, scene }: { readonly store: StoreOnDisplay; readonly scene: ThanksScene }) {
  const words = useWords();
  const endsAt = Date.parse(scene.at) + THANKS_MS;
  const [isOver, setOver] = useState(() => Date.now() >= endsAt);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), endsAt - Date.now());
    return () => clearTimeout(timer);
  }, [endsAt]);
  if (isOver) return <Welcome store={store} />;
  const { changeMinor, totalMinor, currency } = scene;
  return (
    <div className={styles.says}>
      <IconCircleCheck aria-hidden className={styles.check} />
      <h1>{words('display.thanks')}</h1>
      <dl className={styles.end}>
        <div>
          <dt>{words('sale.total')}</dt>
          <dd data-testid="total">{formatMoney(totalMinor, currency)}</dd>
        </div>
        {changeMinor !== null && (
          <div className={styles.change}>
            <dt>{words('sale.change')}</dt>
            <dd data-testid="change">{formatMoney(changeMinor, currency)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
