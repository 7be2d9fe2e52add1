import { Doorway } from '../kit/Doorway.tsx';
import { Notice } from '../kit/Notice.tsx';
import { ownMachineAddress, secureAddress } from './secure-address.ts';

/** What to do where the page was opened in a way in which no browser lets it work. */
export function InsecureScreen() {
  const secure = secureAddress(location);
  return (
    <Doorway title="Open Outpost at its secure address">
      <Notice tone="warn">
        This page was opened without encryption, and without it no browser lets a register keep its records. Nothing is wrong with this
        device. Open <a href={secure}>{secure}</a> instead.
      </Notice>
      <p>
        If that does not open, the server has no certificate yet: on the server, start Outpost with <code>npm start -- --tls</code>, and
        follow what it prints for other devices. On the server&rsquo;s own machine, <code>{ownMachineAddress(location)}</code> works as it
        is.
      </p>
    </Doorway>
  );
}
