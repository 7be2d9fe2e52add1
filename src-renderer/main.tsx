import './kit/without-eval.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './kit/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { openRegister } from './app/open-register.ts';
import { takePairingLink } from './app/pairing-link.ts';
import { startLanguage } from '../texts/words/chosen-language.ts';

takePairingLink(window);
// Somebody opens such an address in the tab in which the app runs: only what follows `#` changes, and nothing is loaded.
addEventListener('hashchange', () => takePairingLink(window) && location.reload());
startLanguage(localStorage, navigator.languages);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <App opening={openRegister()} />
  </StrictMode>,
);
