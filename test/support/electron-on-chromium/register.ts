import { register } from 'node:module';

/** Loaded before the app (`node --import`): whoever imports `electron` gets the simulator. */
const simulator = new URL('./electron.ts', import.meta.url).href;
const hooks = `export const resolve = (name, context, next) =>
  name === 'electron' ? { url: ${JSON.stringify(simulator)}, format: 'module', shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
