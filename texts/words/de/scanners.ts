import type { scanners as english } from '../en/scanners.ts';
import type { Translated } from '../message.ts';

export const scanners: Translated<typeof english> = {
  'setting.device.scanners.name': 'Scanner am Gerätedienst',
  'setting.device.scanners.meaning':
    'Scanner an einem seriellen Anschluss, an USB mit einem solchen oder im Netz. Wer wie eine Tastatur tippt, braucht keine.',
  'settings.addScanner': 'Scanner hinzufügen (höchstens {most})',
  'settings.scannerDriver': 'Scanner {number}',
  'settings.scanner.none': 'Nur solche, die wie eine Tastatur tippen',
  'settings.scanner.line': 'An einem Anschluss oder im Netz',
  'settings.scanner.simulator': 'Simuliert, auf demselben Gerät',
  'settings.scannerNumber': 'Welcher der simulierten Scanner',
  'settings.scannerEnd': 'Was er nach jedem Code sendet',
  'settings.scannerEnd.cr': 'Enter (CR, oder CR und LF)',
  'settings.scannerEnd.lf': 'Zeilenvorschub (LF)',
  'settings.scannerEnd.tab': 'Tabulator',
  'scanner.simulated': 'Simulierter Scanner {number}',
  'scanner.at': 'Scanner unter {address}',
  'scanner.onHost': 'Scanner am Gerätedienst',
  'scanner.status.there': 'Verbunden.',
  'scanner.status.away': 'Er antwortet nicht. Prüfen Sie sein Kabel, und den Anschluss in den Einstellungen.',
  'scanner.status.gone': 'Er ist weg. Stecken Sie ihn wieder ein.',
  'scanner.gone': 'Scanner, die weg sind',
  'scanner.goneSentence': '{name} ist weg. Was er scannt, kommt nicht an. Stecken Sie ihn wieder ein.',
  'scanner.misread.too_long': 'Etwas wurde gescannt, das länger ist als jeder Code. Scannen Sie erneut.',
  'scanner.misread.noise':
    'Etwas wurde gescannt, das nicht lesbar ist. Scannen Sie erneut. Kommt das oft vor, prüfen Sie Kabel und Geschwindigkeit des Scanners.',
  'scanner.misread.cut': 'Ein Scanner wurde mitten in einem Code ausgesteckt. Scannen Sie erneut.',
  'scanner.misread.no_end':
    'Ein Code hatte kein Ende. Scannen Sie erneut. Kommt das oft vor, muss der Scanner so eingestellt werden, dass er jeden Code beendet.',
};
