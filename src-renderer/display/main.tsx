import '../kit/without-eval.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '../kit/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../../texts/words/chosen-language.ts';
import { DisplayApp } from './DisplayApp.tsx';

startLanguage(localStorage, navigator.languages);
const root = document.getElementById('root');
if (root === null) throw new Error('display.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <DisplayApp />
  </StrictMode>,
);
