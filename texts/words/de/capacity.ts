import type { capacity as english } from '../en/capacity.ts';
import type { Translated } from '../message.ts';

export const capacity: Translated<typeof english> = {
  'capacity.pause': 'Neue Aufträge pausieren …',
  'capacity.pauseAsk': 'Keine neuen Versandaufträge annehmen?',
  'capacity.pauseText':
    'Neue Versandaufträge gehen an andere Filialen oder warten. Was schon hier ist, bleibt: Lehnen Sie ab, was \
diese Filiale nicht versenden kann. Abholungen kommen weiter.',
  'capacity.offline': 'Es besteht keine Verbindung: Für andere Orte gilt es, sobald es eine gibt.',
  'capacity.howLong': 'Für wie viele Stunden?',
  'capacity.why': 'Warum?',
  'capacity.isPaused': 'Keine neuen Versandaufträge bis {until}: {reason}.',
  'capacity.resume': 'Wieder Aufträge annehmen',
  'capacity.isResumed': 'Diese Filiale nimmt wieder Versandaufträge an.',
  'capacity.noLimit': 'Keine Grenze für Aufträge am Tag',
  'capacity.limit': '{count, plural, one {Höchstens # neuer Versandauftrag am Tag} other {Höchstens # neue Versandaufträge am Tag}}',
  'capacity.changeLimit': 'Tagesgrenze …',
  'capacity.limitText':
    'Ist die Grenze eines Tages erreicht, gehen neue Versandaufträge an andere Filialen oder warten. Es zählt der \
Tag der Filiale. Abholungen kommen weiter.',
  'capacity.ordersADay': 'Aufträge am Tag',
  'capacity.setLimit': 'Grenze setzen',
  'capacity.withoutLimit': 'Keine Grenze',
  'capacity.isLimited': 'Die Grenze ist gesetzt.',
  'capacity.reason.too_busy': 'Zu viel zu tun',
  'capacity.reason.short_staffed': 'Zu wenig Personal',
  'capacity.reason.no_driver': 'Der Paketdienst kommt nicht',
  'capacity.reason.system_trouble': 'Etwas funktioniert nicht',
  'capacity.reason.other': 'Ein anderer Grund',
  'capacity.office.title': 'Versand aus Filialen',
  'capacity.office.text':
    'Filialen, die eine Zeit lang keine neuen Versandaufträge annehmen oder nur so viele am Tag. Die Zuteilung \
übergeht eine Filiale, die pausiert oder ihre Grenze erreicht hat.',
  'capacity.office.takes': 'Nimmt Versandaufträge an',
  'capacity.office.resume': 'Wieder Aufträge annehmen',
  'capacity.office.resumed': '{store} nimmt wieder Versandaufträge an.',
  'capacity.office.sure': 'Ja, wieder annehmen',
};
