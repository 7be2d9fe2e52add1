import type { Language } from '../page/languages.ts';

const en = {
  title: 'Simulated mail server',
  explanation: 'Send a receipt by e-mail at the till. It comes here and goes no further.',
  languages: 'Languages',
  screen: 'The mail server',
  accept: 'It takes every mail.',
  refuse: 'It refuses every mail for good (550): nobody has the address.',
  put_off: 'It refuses every mail for now (451).',
  hang: 'It takes connections, and does not answer.',
  lose_answer: 'It takes every mail, and the connection breaks before it says so.',
  buttons: 'What happens',
  be_accept: 'Take every mail',
  be_refuse: 'Refuse for good (550)',
  be_put_off: 'Refuse for now (451)',
  be_hang: 'Do not answer',
  be_lose_answer: 'Take the mail, lose the answer',
  empty: 'Delete the mails here',
  mails: 'The mails',
  nothing: 'Nothing yet.',
  from: 'From',
  to: 'to',
  pictures: 'pictures:',
};

export type MailWords = Readonly<Record<keyof typeof en, string>>;

const de: MailWords = {
  title: 'Simulierter Mailserver',
  explanation: 'An der Kasse einen Beleg per E-Mail senden. Er kommt hier an und geht nicht weiter.',
  languages: 'Sprachen',
  screen: 'Der Mailserver',
  accept: 'Er nimmt jede Mail an.',
  refuse: 'Er weist jede Mail endgültig ab (550): Die Adresse gibt es nicht.',
  put_off: 'Er weist jede Mail vorerst ab (451).',
  hang: 'Er nimmt Verbindungen an und antwortet nicht.',
  lose_answer: 'Er nimmt jede Mail an, und die Verbindung reißt ab, bevor er es sagt.',
  buttons: 'Was geschieht',
  be_accept: 'Jede Mail annehmen',
  be_refuse: 'Endgültig abweisen (550)',
  be_put_off: 'Vorerst abweisen (451)',
  be_hang: 'Nicht antworten',
  be_lose_answer: 'Mail annehmen, Antwort verlieren',
  empty: 'Mails hier löschen',
  mails: 'Die Mails',
  nothing: 'Noch nichts.',
  from: 'Von',
  to: 'an',
  pictures: 'Bilder:',
};

const ar: MailWords = {
  title: 'محاكاة خادم البريد',
  explanation: 'أرسل إيصالًا بالبريد الإلكتروني من الصندوق. يصل إلى هنا ولا يذهب أبعد.',
  languages: 'اللغات',
  screen: 'خادم البريد',
  accept: 'يقبل كل رسالة.',
  refuse: 'يرفض كل رسالة نهائيًا (550): لا أحد لديه هذا العنوان.',
  put_off: 'يرفض كل رسالة في الوقت الحالي (451).',
  hang: 'يقبل الاتصال ولا يجيب.',
  lose_answer: 'يقبل كل رسالة، وينقطع الاتصال قبل أن يؤكد ذلك.',
  buttons: 'ماذا يحدث',
  be_accept: 'قبول كل رسالة',
  be_refuse: 'الرفض نهائيًا (550)',
  be_put_off: 'الرفض في الوقت الحالي (451)',
  be_hang: 'عدم الإجابة',
  be_lose_answer: 'قبول الرسالة وفقدان الإجابة',
  empty: 'حذف الرسائل هنا',
  mails: 'الرسائل',
  nothing: 'لا شيء بعد.',
  from: 'من',
  to: 'إلى',
  pictures: 'الصور:',
};

/** What the page of the simulated mail server says. */
export const MAIL_WORDS: Readonly<Record<Language, MailWords>> = { en, de, ar };
