import type { registers as english } from '../en/registers.ts';
import type { Translated } from '../message.ts';

export const registers: Translated<typeof english> = {
  'registers.title': 'Kassen',
  'registers.text': 'Die Geräte in den Filialen. Ein gesperrtes löscht, was es weiß, und behält, was es nicht gesendet hat.',
  'registers.makeCode': 'Kassencode erstellen',
  'registers.codeMade': 'Der Code für eine neue Kasse in {store}. Er gilt einmal, bis {when}:',
  'registers.reload': 'Neu laden',
  'registers.none': 'Es gibt keine Kasse',
  'registers.one': 'Kasse {prefix}',
  'registers.status.active': 'Aktiv',
  'registers.status.cloned': 'Läuft auf zwei Geräten und steht still',
  'registers.status.withdrawn': 'Gesperrt',
  'registers.heard': 'Zuletzt gehört {when}',
  'registers.arrived': '{count, plural, one {# Vorgang} other {# Vorgänge}} angekommen',
  'registers.missing':
    '{count, plural, one {# Vorgang fehlt} other {# Vorgänge fehlen}}, und spätere warten darauf. Auf dem Gerät können mehr sein.',
  'registers.noKey': 'Kein Schlüssel',
  'registers.withdrawOne': 'Kasse {prefix} sperren',
  'registers.withdrawForGoodOne': 'Kasse {prefix} endgültig sperren',
  'registers.withdrawn': 'Kasse {prefix} ist gesperrt.',
};
