import type { weigh as english } from '../en/weigh.ts';
import type { Translated } from '../message.ts';

export const weigh: Translated<typeof english> = {
  'weigh.title': 'Wiegen: {name}',
  'weigh.perKilogram': '{price} je kg',
  'weigh.onScale': 'Auf der Waage',
  'weigh.net': 'Netto, ohne Behälter',
  'weigh.type': 'Oder Gewicht eintippen (kg)',
  'weigh.typeAlone': 'Gewicht (kg)',
  'weigh.take': '{weight} übernehmen',
  'weigh.takeTyped': 'Getipptes Gewicht übernehmen',
  'weigh.zero': 'Waage auf null stellen',
  'weigh.notSold': 'Nicht verkaufen',
  'weigh.wrong': 'Gewicht in Kilogramm eingeben, etwa 0,640. Höchstens 99,999.',
  'weigh.oneAtATime': 'Erst „{name}“ wiegen oder schließen. Es wird immer nur ein Artikel gewogen.',
  'weigh.first': '„{name}“ ist noch nicht gewogen. Wiegen oder schließen.',
  'weigh.stable': 'Das Gewicht steht.',
  'weigh.no.away': 'Die Waage antwortet nicht. Gewicht eintippen oder anderswo wiegen.',
  'weigh.no.empty': 'Ware auf die Waage legen.',
  'weigh.no.moving': 'Warten, bis die Waage ruhig steht.',
  'weigh.no.negative': 'Die Waage zeigt weniger als null. Alles herunternehmen und auf null stellen.',
  'weigh.no.used': 'Dieses Gewicht ist schon verkauft. Ware herunternehmen, dann die nächste auflegen.',
  'weigh.no.over_load': 'Zu schwer für die Waage. Etwas herunternehmen.',
  'weigh.no.under_load': 'Zu leicht: Auf der Waage fehlt etwas. Platte auflegen und auf null stellen.',
  'weigh.no.other_unit': 'Die Waage zeigt keine Kilogramm oder ganzen Gramm. Auf kg umstellen oder Gewicht eintippen.',
  'weigh.no.fault': 'Die Waage meldet einen Fehler. Gewicht eintippen und die Waage prüfen lassen.',
};
