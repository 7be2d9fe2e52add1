import type { sync as english } from '../en/sync.ts';
import type { Translated } from '../message.ts';

export const sync: Translated<typeof english> = {
  'sync.lastContact': 'Letzter Kontakt zum Server',
  'sync.notSinceOpened': 'nicht seit dem Öffnen der App',
  'sync.notSent': 'Noch nicht gesendete Vorgänge',
  'sync.recorded': 'Auf dieser Kasse gebuchte Vorgänge',
  'sync.completeAt': 'Stand dieser Kasse zuletzt vollständig',
  'sync.notYet': 'noch nicht',
  'sync.fetchingAgain': '{age}, wird neu geholt',
  'sync.products': 'Artikel im Katalog',
  'sync.store': 'Filiale',
  'sync.register': 'Kasse',
  'sync.registerId': 'Nummer der Kasse für den Support',
  'sync.tryNow': 'Jetzt versuchen',
  'sync.pullAgain': 'Alles neu holen',
  'sync.pullAgainAsk': 'Alles neu holen?',
  'sync.pullAgainText':
    'Die Kasse verwirft ihre Kopie von Katalog, Bestand und Aufträgen und holt sie neu. Nichts, was hier getan wurde, \
geht verloren.',
  'sync.pullAgainOffline':
    'Die Kasse verwirft ihre Kopie von Katalog, Bestand und Aufträgen und holt sie neu. Nichts, was hier getan wurde, \
geht verloren. Im Moment gibt es keine Verbindung: Bis dahin können Sie keine Artikel oder Aufträge nachschlagen.',
  'sync.leave': 'Als neue Kasse einrichten',
  'sync.leaveAsk': 'Dieses Gerät als neue Kasse einrichten?',
  'sync.leaveText': 'Sie brauchen einen Kassencode von der Zentrale.',
  'sync.leavePending':
    'Sie brauchen einen Kassencode von der Zentrale. {count, plural, one {# Vorgang der alten Kasse wurde nicht gesendet. \
Er bleibt auf diesem Gerät, damit der Support ihn holen kann; die neue Kasse sendet ihn nicht.} other {# Vorgänge \
der alten Kasse wurden nicht gesendet. Sie bleiben auf diesem Gerät, damit der Support sie holen kann; die neue \
Kasse sendet sie nicht.}}',
  'sync.customers': 'Kundinnen und Kunden',
  'sync.sendAgain': 'Noch einmal senden',
  'sync.customersText':
    'Der Server versteht nicht, was hier über diese Personen eingegeben wurde. Vielleicht ist er \
älter als diese App. Senden Sie es nach seiner Aktualisierung noch einmal. Sonst schreiben Sie es auf und verwerfen es.',
  'sync.dropCustomer': 'Verwerfen',
  'sync.dropCustomerOf': 'Verwerfen, was über {name} eingegeben wurde',
  'sync.quarantine': 'Quarantäne',
  'sync.export': 'Exportieren',
  'sync.nothingHeld': 'In Quarantäne ist nichts.',
  'sync.heldText':
    'Was hier steht, konnte der Server nicht buchen. Es ist aufbewahrt und hält nichts anderes auf. Die Zentrale kann es \
ansehen und später buchen; wiederholen Sie nichts davon.',
  'sync.withoutNumber': 'Ohne Nummer',
  'sync.operation': 'Vorgang {seq}',
  'sync.inspect': 'Ansehen',
  'sync.inspectOperation': 'Vorgang {seq} ansehen',
  'sync.inspectWithoutNumber': 'Ohne Nummer ansehen',
  'sync.reading': 'Das Journal wird gelesen.',
  'sync.notInJournal': 'Das Journal dieser Kasse hat an dieser Stelle keinen Vorgang.',
  'advice.withdrawn':
    'Die Zentrale hat diese Kasse gesperrt. Was hier gebucht wurde, bleibt auf diesem Gerät. Speichern Sie eine Kopie für \
den Support und geben Sie sie der Zentrale; richten Sie das Gerät dann mit einem neuen Kassencode als neue Kasse \
ein.',
  'advice.unknown':
    'Der Server kennt diese Kasse nicht mehr. Was hier gebucht wurde, bleibt auf diesem Gerät. Sagen Sie es der Zentrale \
und richten Sie das Gerät mit einem neuen Kassencode als neue Kasse ein.',
  'advice.clonedHandedOver':
    'Zwei Geräte arbeiten als diese Kasse, darum hat sie angehalten. Verkaufen Sie nicht mehr darauf und sagen Sie es der \
Zentrale. Alles, was hier gebucht wurde, liegt der Zentrale vor, die es klärt. Richten Sie dann jedes Gerät als neue \
Kasse ein.',
  'advice.cloned':
    'Zwei Geräte arbeiten als diese Kasse, darum hat sie angehalten. Verkaufen Sie nicht mehr darauf und sagen Sie es der \
Zentrale. Alles, was hier gebucht wurde, bleibt auf diesem Gerät und geht von selbst an die Zentrale, wenn das Netz \
da ist. Speichern Sie eine Kopie für den Support. Richten Sie dann jedes Gerät als neue Kasse ein.',
  'advice.lost':
    'Auf dieser Kasse wird nichts mehr gebucht und nichts gesendet.{kept} Speichern Sie eine Kopie für den Support und \
richten Sie dieses Gerät dann als neue Kasse ein.',
  'advice.incomplete':
    'Hier wird nichts gebucht und nichts gesendet, bis der Server nach dem Fehlenden gefragt ist.{kept} Es geht von \
selbst weiter, wenn das Netz da ist.',
  'advice.kept':
    '{count, plural, one { 1 Vorgang wurde nicht gesendet; er bleibt auf diesem Gerät.} other { # Vorgänge wurden nicht \
gesendet; sie bleiben auf diesem Gerät.}}',
  'advice.allSent': 'Alles, was hier getan wurde, ist gesendet.',
  'advice.safe':
    '{count, plural, one {# Vorgang ist sicher auf diesem Gerät und wird gesendet.} other {# Vorgänge sind sicher auf \
diesem Gerät und werden gesendet.}}',
  'advice.online': 'Online. {waiting}',
  'advice.connecting': 'Der Server wird gesucht. Sie können weiterarbeiten. {waiting}',
  'advice.offline':
    'Offline. Die Verbindung brach {age} ab; Sie können weiterarbeiten. {waiting} Das Senden beginnt von selbst, wenn das \
Netz wieder da ist.',
  'advice.serverTooOld':
    'Der Server ist älter als diese App und braucht sein Update; sagen Sie es der Zentrale. Sie können weiterarbeiten. \
{waiting} Das Senden beginnt nach dem Update von selbst.',
  'advice.appTooOld':
    'Diese App ist zu alt für den Server. Sie können weiterarbeiten. {waiting} Schließen und öffnen Sie die App, um die \
neueste Version zu bekommen; bleibt es so, sagen Sie es der Zentrale. Das Senden beginnt nach dem Update von selbst.',
  'advice.sendTrouble':
    'Online, aber das Senden schlägt fehl, zuerst {age}: {reason}. Sie können weiterarbeiten. {waiting} Bleibt es so, \
informieren Sie den Support.',
  'trouble.too_large':
    'etwas zwischen dieser Kasse und dem Server lässt Nachrichten dieser Größe nicht durch (413). Sie werden in kleineren \
Teilen gesendet',
  'trouble.too_slow': 'die Verbindung ist zu langsam für das, was zu senden ist. Es wird in kleineren Teilen gesendet',
  'trouble.not_signed': 'der Server kennt einen anderen Schlüssel dieser Kasse. Die Zentrale kann ihn diesen Schlüssel vergessen lassen',
  'trouble.refused': 'etwas zwischen dieser Kasse und dem Server lehnt es ab ({status})',
  'trouble.failed': 'der Server scheitert daran ({status})',
  'trouble.no_answer': 'es kommt keine Antwort',
  'terminal.title': 'Kartenterminal',
  'terminal.ready': 'Bereit.',
  'terminal.not_paired': 'Dieses Gerät ist noch nicht mit dem Gerätedienst dieses Rechners gekoppelt.',
  'terminal.no_host':
    'Der Gerätedienst dieses Rechners antwortet nicht. Starten Sie ihn, oder koppeln Sie neu, wenn er neu eingerichtet wurde.',
  'terminal.no_terminal': 'Das Terminal antwortet nicht. Prüfen Sie Strom und Netzwerkkabel.',
  'terminal.code': 'Kopplungscode',
  'terminal.codeHint': 'Der Gerätedienst zeigt ihn beim Start.',
  'terminal.pair': 'Koppeln',
  'terminal.failed.wrong_code': 'Das ist nicht der Code. Jeder Code gilt einmal; nehmen Sie den neuesten.',
  'terminal.failed.too_many_tries': 'Zu viele falsche Codes. Warten Sie eine Minute und versuchen Sie es noch einmal.',
  'terminal.failed.no_host': 'Auf diesem Rechner antwortet kein Gerätedienst. Starten Sie ihn und versuchen Sie es noch einmal.',
};
