import { SIMULATED_DEVICES, type SimulatedDevice } from '../../domain/device/started.ts';

interface ListWords {
  readonly title: string;
  readonly devices: Readonly<Record<SimulatedDevice, string>>;
}

const WORDS = {
  en: {
    title: 'Simulated devices',
    devices: {
      terminal: 'Card terminal',
      scale: 'Scale',
      printer: 'Receipt printer and drawer',
      pole: 'Pole display',
      scanner: 'Two scanners',
      labels: 'Label printer',
      mail: 'The mails',
      carrier: 'The carrier',
    },
  },
  de: {
    title: 'Simulierte Geräte',
    devices: {
      terminal: 'Kartenterminal',
      scale: 'Waage',
      printer: 'Bondrucker und Schublade',
      pole: 'Kundenanzeige',
      scanner: 'Zwei Scanner',
      labels: 'Etikettendrucker',
      mail: 'Die Mails',
      carrier: 'Der Paketdienst',
    },
  },
  ar: {
    title: 'أجهزة محاكاة',
    devices: {
      terminal: 'جهاز البطاقات',
      scale: 'الميزان',
      printer: 'طابعة الإيصالات والدرج',
      pole: 'شاشة العميل ذات السطرين',
      scanner: 'ماسحان',
      labels: 'طابعة الملصقات',
      mail: 'الرسائل',
      carrier: 'شركة الشحن',
    },
  },
} as const satisfies Readonly<Record<string, ListWords>>;

type Language = keyof typeof WORDS;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(WORDS, tag);

/**
 * The page that lists the simulated devices, in the first language that a browser wants and the page has.
 * @param wanted as in Accept-Language.
 */
export function simulatorList(urls: Readonly<Record<SimulatedDevice, string>>, wanted: string): string {
  const language =
    wanted
      .split(',', 50)
      .flatMap((tag) => tag.trim().slice(0, 2).toLowerCase())
      .find(isLanguage) ?? 'en';
  const { title, devices } = WORDS[language];
  const links = SIMULATED_DEVICES.map((name) => `<li><a href="${urls[name]}/?lang=${language}">${devices[name]}</a></li>`);
  return `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body><main><h1>${title}</h1><ul>${links.join('')}</ul></main></body></html>`;
}
