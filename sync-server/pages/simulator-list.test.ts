import { expect, it } from 'vitest';
import { simulatorList } from './simulator-list.ts';

const urls = { terminal: 'http://127.0.0.1:4690', scale: 'http://127.0.0.1:4692', printer: 'http://127.0.0.1:4693' };

it.each([
  ['de-DE,de;q=0.9', '<html lang="de" dir="ltr">', '<a href="http://127.0.0.1:4690/?lang=de">Kartenterminal</a>'],
  ['fr-FR, ar;q=0.7', '<html lang="ar" dir="rtl">', '<a href="http://127.0.0.1:4690/?lang=ar">جهاز البطاقات</a>'],
  ['en', '<html lang="en" dir="ltr">', '<a href="http://127.0.0.1:4692/?lang=en">Scale</a>'],
  ['', '<html lang="en" dir="ltr">', '<a href="http://127.0.0.1:4690/?lang=en">Card terminal</a>'],
  ['toString', '<html lang="en" dir="ltr">', 'Simulated devices'],
])('leads a browser that wants %j to each simulated device', (wanted, root, link) => {
  const page = simulatorList(urls, wanted);
  expect([page.includes(root), page.includes(link)]).toEqual([true, true]);
});
