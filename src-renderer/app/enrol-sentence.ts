import type { EnrolFailure } from '../register/enrolment.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  server_unreachable: 'The server could not be reached. Check the network and the address, then try again.',
  no_key_store:
    "This computer has no key store to keep the register's key in, so the code was not used. Install or unlock one, GNOME " +
    'Keyring or KWallet for example, and start the app again; or open Outpost in a browser.',
  unknown_code: 'No register has this code. Compare it with the one you were given.',
  code_used: 'This code has been used already. Each code makes one register; ask for a new one.',
  code_expired: 'This code has expired. Ask for a new one.',
  too_old: 'This app is too old for the server. Close it and open it again to get the newest version, then try again.',
  server_too_old: 'The server is older than this app and needs its update. Tell the head office, then try again.',
  bad_request: 'That does not look like a register code. Compare it with the one you were given.',
};

/** Why this device did not become a register, in plain words; for a code not known here, in the server's own. */
export function enrolSentence(failure: EnrolFailure): string {
  const known = SENTENCES[failure.code];
  if (known !== undefined) return known;
  return 'message' in failure ? failure.message : 'The server did not take this code.';
}
