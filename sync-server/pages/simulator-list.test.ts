import { expect, it } from 'vitest';
import { simulatorList } from './simulator-list.ts';

const at = (port: number) => `http://127.0.0.1:${port}`;
const urls = {
  terminal: at(4690),
  scale: at(4692),
  printer: at(4693),
  pole: at(4694),
  scanner: at(4697),
  labels: at(4697),
  mail: at(4695),
  carrier: at(4696),
};

it.each([
  ['de-DE,de;q=0.9', '<html lang="de" dir="ltr">', '<a href="http://127.0.0.1:4690/?lang=de">Kartenterminal</a>'],
  ['fr-FR, ar;q=0.7', '<html lang="ar" dir="rtl">', '<a href="http://127.0.0.1:4690/?lang=ar">جهاز البطاقات</a>'],
  ['en', '<html lang="en" dir="ltr">', '<a href="http://127.0.0.1:4692/?lang=en">Scale</a>'],
  ['en-GB', '<html lang="en" dir="ltr">', '<a href="http://127.0.0.1:4694/?lang=en">Pole display</a>'],
  ['', '<html lang="en" dir="ltr">', '<a href="http://127.0.0.1:4690/?lang=en">Card terminal</a>'],
  ['toString', '<html lang="en" dir="ltr">', 'Simulated devices'],
])('leads a browser that wants %j to each simulated device', (wanted, root, link) => {
  const page = simulatorList(urls, wanted);
  expect([page.includes(root), page.includes(link)]).toEqual([true, true]);
});
