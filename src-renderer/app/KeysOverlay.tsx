import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { hideKeys, keysOverlay } from '../kit/keys-overlay.ts';
import { type Key } from '../../texts/words/catalogs.ts';
import { knownWords, words } from '../../texts/words/words.ts';
import { foundKeys, sectionsFor } from './key-list.ts';
import styles from './KeysOverlay.module.css';

const textOf = (key: Key): string => knownWords(key) ?? '';

/** All keys, those of the open screen first. */
export function KeysOverlay() {
  const { isOpen } = useStore(keysOverlay);
  const [location] = useLocation();
  const [search, setSearch] = useState('');
  return (
    <Modal opened={isOpen} onClose={hideKeys} size="min(1080px, 92vw)" title={<strong>{words('keys.title')}</strong>}>
      <div className={styles.head}>
        <TextInput
          data-autofocus
          className={styles.search ?? ''}
          aria-label={words('keys.find')}
          placeholder={words('keys.find')}
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => window.print()}>
          {words('keys.print')}
        </Button>
      </div>
      <div className={styles.sections}>
        {sectionsFor(location).map((section) => (
          <section key={section.section} aria-label={textOf(section.section)}>
            <h2>{textOf(section.section)}</h2>
            <dl>
              {foundKeys(section, search, textOf).map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((one) => (
                      <kbd key={one}>{one}</kbd>
                    ))}
                  </dt>
                  <dd>{textOf(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
