import { HttpRefusal } from '../http/refuse.ts';

/** Nobody gives what they do not have, and nobody changes who has more than they do. */
export function scopeNotYours(): HttpRefusal {
  return new HttpRefusal(403, {
    code: 'scope_not_yours',
    message: 'This key or user has scopes that you do not have.',
    field: 'scopes',
    fix: 'Ask somebody who has them.',
  });
}
