import type { EnrolFailure } from '../register/enrolment.ts';
import { knownWords, words } from '../../texts/words/words.ts';

/** Why this device did not become a register, in plain words; for a code not known here, in the server's own. */
export function enrolSentence(failure: EnrolFailure): string {
  const known = knownWords(`enrol.${failure.code}`);
  if (known !== null) return known;
  return 'message' in failure ? failure.message : words('enrol.notTaken');
}
