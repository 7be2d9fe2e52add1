import type { labels as english } from '../en/labels.ts';
import type { Translated } from '../message.ts';

export const labels: Translated<typeof english> = {
  'label.parcelOf': 'Paket {no} von {of}',
  'label.state.wanted': 'Etikett gewünscht. Es wird angefragt, sobald eine Verbindung besteht.',
  'label.state.asked': 'Der Paketdienst ist gefragt. Machen Sie weiter, das Etikett kommt von selbst.',
  'label.state.unknown': 'Niemand weiß, ob es ein Etikett gibt. Der Paketdienst wird danach gefragt und macht kein zweites.',
  'label.state.refused': 'Kein Etikett.',
  'label.state.void_wanted': 'Das Etikett wird zurückgegeben.',
  'label.state.void': 'Das Etikett ist storniert. Nicht verwenden.',
  'label.otherReason': 'Code {code}.',
  'label.askNow': 'Jetzt fragen',
  'label.askNowOf': 'Jetzt fragen: Auftrag {number}, Paket {no} von {of}',
  'label.show': 'Etikett',
  'label.showOf': 'Etikett: Auftrag {number}, Paket {no} von {of}',
  'label.giveBack': 'Stornieren …',
  'label.giveBackOf': 'Etikett stornieren: Auftrag {number}, Paket {no} von {of}',
  'label.reallyGiveBack': 'Stornieren: Es klebt nicht am Paket',
  'label.pictureOf': 'Etikett {number}',
  'label.print': 'Drucken',
};
