import { app } from './app.ts';
import { kit } from './kit.ts';
import { refusals } from './refusals.ts';

export const german = { ...app, ...kit, ...refusals };
