import '../src-renderer/kit/without-eval.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '../src-renderer/kit/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { OfficeApp } from './OfficeApp.tsx';
import { startLanguage } from '../texts/words/chosen-language.ts';

startLanguage(localStorage, navigator.languages);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <OfficeApp />
  </StrictMode>,
);
