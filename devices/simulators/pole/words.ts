import type { Language } from '../page/languages.ts';

const en = {
  title: 'Simulated pole display',
  explanation: 'This is what the customer sees: two lines of twenty characters. Sell something at the till, and it changes.',
  languages: 'Languages',
  screen: 'What stands on it',
  buttons: 'What happens',
  leave: 'Pull the plug',
  comeBack: 'Plug it in again',
  getStuck: 'Stop reading',
  readAgain: 'Read again',
  away: 'Off the network. The till cannot reach it.',
  stuck: 'It takes nothing in, as a display whose line has hung up.',
};

export type PoleWords = Readonly<Record<keyof typeof en, string>>;

const de: PoleWords = {
  title: 'Simulierte Kundenanzeige',
  explanation: 'Das sieht die Kundschaft: zwei Zeilen mit zwanzig Zeichen. An der Kasse etwas verkaufen, und es ändert sich.',
  languages: 'Sprachen',
  screen: 'Was darauf steht',
  buttons: 'Was passiert',
  leave: 'Stecker ziehen',
  comeBack: 'Wieder einstecken',
  getStuck: 'Nichts mehr lesen',
  readAgain: 'Wieder lesen',
  away: 'Nicht im Netz. Die Kasse erreicht sie nicht.',
  stuck: 'Sie nimmt nichts an, wie eine Anzeige, deren Leitung hängt.',
};

const ar: PoleWords = {
  title: 'محاكاة شاشة العميل ذات السطرين',
  explanation: 'هذا ما يراه العميل: سطران من عشرين حرفًا. بِع شيئًا في الصندوق فتتغيّر الشاشة.',
  languages: 'اللغات',
  screen: 'المعروض عليها',
  buttons: 'ما يحدث',
  leave: 'افصل القابس',
  comeBack: 'أعد توصيله',
  getStuck: 'توقّف عن القراءة',
  readAgain: 'اقرأ من جديد',
  away: 'خارج الشبكة، ولا يصل إليها الصندوق.',
  stuck: 'لا تقبل شيئًا، كشاشة توقف خطها.',
};

export const POLE_WORDS: Readonly<Record<Language, PoleWords>> = { en, de, ar };
