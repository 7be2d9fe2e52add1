import { app } from './app.ts';
import { kit } from './kit.ts';
import { refusals } from './refusals.ts';

/** Every message, in English: the one that the keys and what a message takes are read from. */
export const english = { ...app, ...kit, ...refusals } as const;
