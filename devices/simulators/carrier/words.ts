import type { Language } from '../page/languages.ts';

const en = {
  title: 'Simulated carrier',
  explanation: 'Pack an order to ship at the till. Its label is bought here, and no parcel goes anywhere.',
  languages: 'Languages',
  screen: 'The carrier',
  answer: 'It makes every label.',
  refuse_address: 'It delivers to no address.',
  lose_answer: 'It makes every label, and the connection breaks before it says so.',
  lose_question: 'The connection breaks before it has made a label.',
  go_away: 'It is down (503).',
  buttons: 'What happens',
  be_answer: 'Make every label',
  be_refuse_address: 'Refuse every address',
  be_lose_answer: 'Make the label, lose the answer',
  be_lose_question: 'Lose the question',
  be_go_away: 'Go away (503)',
  empty: 'Delete the labels here',
  labels: 'The labels',
  nothing: 'None yet.',
  charged: 'Charged:',
  isVoid: 'Void, not charged:',
};

export type CarrierWords = Readonly<Record<keyof typeof en, string>>;

const de: CarrierWords = {
  title: 'Simulierter Paketdienst',
  explanation: 'An der Kasse einen Versandauftrag packen. Sein Etikett wird hier gekauft, und kein Paket geht auf die Reise.',
  languages: 'Sprachen',
  screen: 'Der Paketdienst',
  answer: 'Er macht jedes Etikett.',
  refuse_address: 'Er liefert an keine Adresse.',
  lose_answer: 'Er macht jedes Etikett, und die Verbindung reißt ab, bevor er es sagt.',
  lose_question: 'Die Verbindung reißt ab, bevor er ein Etikett gemacht hat.',
  go_away: 'Er ist ausgefallen (503).',
  buttons: 'Was geschieht',
  be_answer: 'Jedes Etikett machen',
  be_refuse_address: 'Jede Adresse ablehnen',
  be_lose_answer: 'Etikett machen, Antwort verlieren',
  be_lose_question: 'Frage verlieren',
  be_go_away: 'Ausfallen (503)',
  empty: 'Etiketten hier löschen',
  labels: 'Die Etiketten',
  nothing: 'Noch keine.',
  charged: 'Berechnet:',
  isVoid: 'Storniert, nicht berechnet:',
};

const ar: CarrierWords = {
  title: 'محاكاة شركة الشحن',
  explanation: 'غلّف طلبًا للشحن عند الصندوق. يُشترى ملصقه هنا ولا يُرسل أي طرد.',
  languages: 'اللغات',
  screen: 'شركة الشحن',
  answer: 'تصدر كل ملصق.',
  refuse_address: 'لا توصل إلى أي عنوان.',
  lose_answer: 'تصدر كل ملصق، وينقطع الاتصال قبل أن تؤكد ذلك.',
  lose_question: 'ينقطع الاتصال قبل إصدار أي ملصق.',
  go_away: 'متوقفة عن العمل (503).',
  buttons: 'ماذا يحدث',
  be_answer: 'إصدار كل ملصق',
  be_refuse_address: 'رفض كل عنوان',
  be_lose_answer: 'إصدار الملصق وفقدان الجواب',
  be_lose_question: 'فقدان السؤال',
  be_go_away: 'التوقف (503)',
  empty: 'حذف الملصقات هنا',
  labels: 'الملصقات',
  nothing: 'لا شيء بعد.',
  charged: 'المبلغ المحتسب:',
  isVoid: 'ملغى، غير محتسب:',
};

export const CARRIER_WORDS: Readonly<Record<Language, CarrierWords>> = { en, de, ar };
