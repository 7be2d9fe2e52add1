import { Doorway } from '../kit/Doorway.tsx';
import { Notice } from '../kit/Notice.tsx';
import { ownMachineAddress, secureAddress } from './secure-address.ts';
import { words } from '../../texts/words/words.ts';
import { richWords } from '../words/rich-words.tsx';

/** What to do where the page was opened in a way in which no browser lets it work. */
export function InsecureScreen() {
  const secure = secureAddress(location);
  return (
    <Doorway title={words('insecure.title')}>
      <Notice tone="warn">{richWords('insecure.text', { address: <a href={secure}>{secure}</a> })}</Notice>
      <p>
        {richWords('insecure.noCertificate', {
          command: <code>npm start -- --tls</code>,
          address: <code>{ownMachineAddress(location)}</code>,
        })}
      </p>
    </Doorway>
  );
}
