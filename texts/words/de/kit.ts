import type { kit as english } from '../en/kit.ts';
import type { Translated } from '../message.ts';

export const kit: Translated<typeof english> = {
  'kit.ok': 'OK',
  'kit.close': 'Schließen',
  'kit.insteadOf': 'statt {name}',
  'kit.goBack': 'Zurück',
  'kit.oneMoment': 'Einen Moment.',
  'kit.saveCopy': 'Kopie für den Support speichern',
  'kit.copyNotSaved': 'Die Kopie konnte nicht gespeichert werden',
  'kit.justNow': 'gerade eben',
  'kit.units': '{count, plural, one {# Stück} other {# Stück}}',
  'identity.id_card': 'Personalausweis',
  'identity.passport': 'Reisepass',
  'identity.driving_licence': 'Führerschein',
  'identity.residence_permit': 'Aufenthaltstitel',
  'kit.orders': '{count, plural, one {# Auftrag} other {# Aufträge}}',
  'kit.lost':
    'Diese Kasse hat Aufzeichnungen verloren, die sich nicht wiederherstellen lassen. Darum kann hier nichts gebucht \
werden. Nehmen Sie eine andere Kasse und informieren Sie den Support. Unter „Abgleich“ können Sie eine Kopie für ihn \
speichern und dieses Gerät dann als neue Kasse einrichten.',
  'kit.needsServer':
    'Diese Kasse hat einen Teil ihrer Aufzeichnungen verloren. Sie können nachsehen, aber noch nichts buchen. Verbinden \
Sie sie mit dem Netz: Was fehlt, holt sie von selbst vom Server. Nehmen Sie bis dahin eine andere Kasse.',
  'kit.diskFull':
    'Dieses Gerät ist voll und kann Neues vom Server nicht speichern: Preise, Bestand und Aufträge können veraltet sein. \
Sie können weiterarbeiten, solange sich Verkäufe abschließen lassen. Schaffen Sie Platz, löschen Sie zum Beispiel \
Downloads oder leeren Sie den Papierkorb; dann geht es von selbst weiter.',
  'kit.diskFailing':
    'Dieses Gerät kann Neues vom Server nicht speichern: Preise, Bestand und Aufträge können veraltet sein. Sie können \
weiterarbeiten, solange sich Verkäufe abschließen lassen. Wenn niemand an der Kasse wartet, schließen Sie die App \
und öffnen Sie sie wieder; kommt die Meldung erneut, rufen Sie den Support an.',
  'clock.back': 'Die Uhr dieses Geräts wurde zurückgestellt: Sie zeigte {said} und zeigt jetzt {says}.',
  'clock.ahead': 'Die Uhr dieses Geräts ist vorgesprungen: Sie zeigte {said} und zeigt jetzt {says}.',
  'clock.off': 'Die Uhr dieses Geräts geht falsch: Sie zeigt {says}, nach dem Server ist es {said}.',
  'clock.what':
    'Sie können weiter verkaufen: Die Verkäufe behalten ihre Reihenfolge und bleiben in der Schicht. Stellen Sie Datum und \
Uhrzeit in den Einstellungen dieses Computers, und lassen Sie sie automatisch stellen.',
  'kit.renewing':
    'Die Kopie von Katalog, Bestand und Aufträgen auf diesem Gerät war beschädigt und wird neu geholt; dazu braucht es \
das Netz. Nichts, was hier getan wurde, ist verloren; was Sie sehen, ist vielleicht noch nicht alles.',
  'kit.mendedWithLosses':
    'Die Aufzeichnungen dieser Kasse waren beschädigt und sind repariert, aber nicht alle ließen sich wiederherstellen. \
Sie können weiterarbeiten. Informieren Sie den Support und speichern Sie unter „Abgleich“ eine Kopie für ihn.',
  'kit.mended':
    'Die Aufzeichnungen dieser Kasse waren beschädigt und sind aus ihren Kopien repariert. Es fehlt nichts; Sie können \
weiterarbeiten. Kommt das wieder vor, informieren Sie den Support: Vielleicht ist die Festplatte defekt.',
  'kit.cannotStartFull':
    'Dieses Gerät ist voll, darum kann die Kasse nicht starten. Es wurde nichts gelöscht. Schaffen Sie Platz, löschen Sie \
zum Beispiel Downloads oder leeren Sie den Papierkorb, und versuchen Sie es erneut.',
  'kit.cannotStartBroken':
    'Die Aufzeichnungen auf diesem Gerät ließen sich nicht öffnen. Es wurde nichts gelöscht. Schließen Sie andere Fenster \
der App, starten Sie das Gerät neu und versuchen Sie es erneut. Bleibt es so, nehmen Sie eine andere Kasse, \
speichern Sie eine Kopie für den Support und rufen Sie ihn an.',
  'doubt.confirm': 'Es stimmt',
  'doubt.back': 'Ändern',
  'doubt.muchChange': '{what} Rückgeld?',
  'doubt.muchChangeText': 'Das ist weit mehr als dieser Verkauf. Prüfen Sie den gegebenen Betrag.',
  'doubt.largeFloat': 'Ein Wechselgeldbestand von {what}?',
  'doubt.largeFloatText': 'Das ist mehr Bargeld, als eine Kassenlade üblicherweise zu Beginn enthält. Prüfen Sie die Zahlen.',
  'doubt.largeQuantity': '{what}?',
  'doubt.largeQuantityText': 'Das ist mehr, als üblicherweise auf einmal verkauft wird. Prüfen Sie die Menge.',
  'doubt.refundAboveDrawer': 'Eine Erstattung von {what}?',
  'doubt.refundAboveDrawerText': 'Das ist mehr, als in der Kassenlade sein sollte.',
  'doubt.writeOff': '{what} ausbuchen?',
  'doubt.largeWriteOffText': 'Das ist viel für eine einzige Entscheidung. Prüfen Sie die Stückzahl.',
  'doubt.writeOffAboveStockText': 'So viele sind nicht gebucht: Der Bestand fiele unter null. Prüfen Sie die Stückzahl.',
  'order.waiting': 'Wartet',
  'order.picking': 'Wird kommissioniert',
  'order.picked': 'Kommissioniert',
  'order.packed': 'Verpackt',
  'order.ready': 'Bereit an {place}',
  'order.handed_over': 'Übergeben',
  'order.shipped': 'Versendet',
  'order.rejected': 'Von dieser Filiale abgelehnt',
  'order.cancelled': 'Storniert',
  'order.expired': 'Nicht rechtzeitig abgeholt',
  'reject.ship':
    'Diese Filiale versendet es jetzt nicht. Ein anderer Standort wird gefragt; was keiner hat, wartet auf Ware. Der Auftrag bleibt \
bestehen. Warum?',
  'reject.pickup':
    'Diese Filiale macht es jetzt nicht. Es wartet, bis sie es kann, oder bis die Kundschaft eine andere Filiale oder den Versand \
wählt. Warum?',
  'reject.counts': 'Diese Filiale wird um eine Zählung gebeten und bekommt vorher keinen Onlineauftrag dafür',
  'reject.askedAgain': 'Diese Filiale wird nach {count, plural, one {# Stunde} other {# Stunden}} wieder gefragt',
  'shortPick.not_found': 'Nicht im Regal',
  'shortPick.damaged': 'Beschädigt',
  'shortPick.sold_in_store': 'In der Filiale verkauft',
  'shortPick.leavesStock': 'Geht vom Bestand ab',
  'shortPick.keepsStock': 'Der Bestand bleibt: der Verkauf hat es schon abgezogen',
  'shortPick.fromElsewhere':
    '{count, plural, one {# Stück kommt} other {# Stück kommen}} von einem anderen Standort oder {count, plural, one \
{wartet} other {warten}} auf Ware.',
  'shortPick.waits':
    '{count, plural, one {1 Stück wartet, bis diese Filiale es wieder hat. Der Kunde kann eine andere Filiale wählen oder \
es sich schicken lassen.} other {# Stück warten, bis diese Filiale sie wieder hat. Der Kunde kann eine andere \
Filiale wählen oder sie sich schicken lassen.}}',
  'reject.out_of_stock': 'Nicht vorrätig',
  'reject.not_found': 'Nicht gefunden',
  'reject.damaged': 'Beschädigt',
  'reject.too_busy': 'Zu viel zu tun',
  'reject.closed': 'Filiale geschlossen',
  'scanner.title': 'Scanner',
  'scanner.shortest':
    'Zeichen des kürzesten Codes. Kürzere gelten als getippt. Wählen Sie 4, wenn hier kurze Nummern wie 4011 gescannt \
werden.',
  'scanner.separatorKey': 'Die Taste, die der Scanner zwischen den Feldern eines GS1-Codes sendet. Sein Handbuch nennt sie GS oder FNC1.',
  'scanner.sounds': 'Welche Scans man hört',
  'scanner.sounds.all': 'Alle',
  'scanner.sounds.refused': 'Abgewiesene',
  'scanner.sounds.none': 'Keine',
  'scanner.refused': 'Abgelehnte Scans',
  'scanner.dismiss': 'Erledigt',
  'scanner.dismissCode': '{code} erledigt',
  'scanner.times': '({count}-mal)',
  'scanner.asking': '{code} wurde nicht angenommen: Eine Frage ist offen. Beantworten Sie sie und scannen Sie erneut.',
  'scanner.nothingHere': '{code} wurde gescannt, aber auf dieser Seite wird nichts gescannt.',
  'scanner.failed': '{code} wurde gescannt, aber das hat nicht geklappt. Scannen Sie erneut.',
  'operation.type': 'Vorgang',
  'operation.at': 'Zeitpunkt nach der Uhr des Geräts',
  'operation.businessDate': 'Geschäftstag',
  'operation.associateId': 'Mitarbeiter',
  'operation.seq': 'Nummer im Journal',
  'operation.version': 'Version',
  'operation.id': 'ID',
  'operation.notTold': 'keine Angabe',
  'operation.whole': 'Der ganze Vorgang',
  'code.unknown': 'Nichts im Katalog hat den Code {code}.',
  'code.badCheckDigit': 'Die Prüfziffer von {code} ist falsch. Scannen Sie erneut oder vergleichen Sie mit dem Etikett.',
  'code.noProduct': 'Kein Artikel im Katalog hat den Code {code}.',
  'code.badMeasure': 'Die Prüfziffer von Preis oder Gewicht in {code} ist falsch. Scannen Sie erneut oder wiegen Sie noch einmal.',
  'code.badLabel': 'Das Etikett {code} ist im Teil ({ai}) falsch. Scannen Sie erneut oder geben Sie die Artikelnummer ein.',
  'code.doubleScan': 'Zwei Scans kamen als einer an: {code}. Scannen Sie erneut.',
  'code.webAddress': '{code} ist eine Webadresse, die keinen Artikel nennt.',
  'code.layout':
    'Scanner und Gerät haben verschiedene Tastaturbelegungen: gelesen wurde {code}. Stellen Sie den Scanner auf das Land der Tastatur ein.',
  'code.capsLock': 'Die Feststelltaste scheint an zu sein: der Scanner sendete {code}. Schalten Sie sie aus und scannen Sie erneut.',
  'code.coupon': '{code} ist ein Gutschein und kein Artikel.',
  'code.notGoods': '{code} nennt keine Ware, sondern eine Palette, eine Adresse oder eine Rechnung.',
  'code.expired': '{name} ist am {date} abgelaufen und wird nicht verkauft. Nehmen Sie ein anderes Stück.',
  'code.labelAmount': 'Preis, Gewicht oder Anzahl auf dem Etikett {code} lassen sich nicht verkaufen. Wiegen oder zählen Sie noch einmal.',
  'code.labelCurrency': 'Das Etikett {code} hat einen Preis in {currency}, diese Kasse verkauft in {own}.',
  'code.labelUnit': 'Das Etikett {code} hat sein Gewicht nicht in Kilogramm. Wiegen Sie noch einmal.',
  'connection.online': 'Online',
  'connection.connecting': 'Verbindet',
  'connection.sendingFails': 'Online, Senden schlägt fehl',
  'connection.sendingFailsWorking': 'Online, Senden schlägt fehl: Sie können weiterarbeiten',
  'connection.offline': 'Offline',
  'connection.offlineWorking': 'Offline: Sie können weiterarbeiten',
  'connection.serverTooOld': 'Der Server braucht sein Update',
  'connection.serverTooOldWorking': 'Der Server braucht sein Update: Sie können weiterarbeiten',
  'connection.appTooOld': 'Die App braucht ihr Update',
  'connection.appTooOldWorking': 'Die App braucht ihr Update: Sie können weiterarbeiten',
  'connection.refused': 'Der Server lehnt diese Kasse ab',
  'connection.toSend': '· {count} zu senden',
  'kit.cancel': 'Abbrechen',
  'kit.order': 'Auftrag {number}',
};
