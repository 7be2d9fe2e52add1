import { app } from './app.ts';
import { kit } from './kit.ts';
import { refusals } from './refusals.ts';

export const arabic = { ...app, ...kit, ...refusals };
