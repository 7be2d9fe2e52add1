import type { app as english } from '../en/app.ts';
import type { Translated } from '../message.ts';

export const app: Translated<typeof english> = {
  'app.dark': 'Dunkel',
  'app.language': 'Sprache',
  'app.tasks': 'Aufgaben',
  'task.home': 'Start',
  'task.sale': 'Verkauf',
  'task.pickup': 'Abholung',
  'task.picking': 'Versand',
  'task.returns': 'Retouren',
  'task.shift': 'Schicht',
  'task.history': 'Verlauf',
  'task.sync': 'Abgleich',
  'app.register': 'Kasse {prefix}',
  'app.signOut': 'Abmelden',
  'app.notFound': 'Nicht gefunden',
  'app.nothingHere': 'Hier ist nichts',
  'app.goHome': 'Zum Start',
  'app.otherWindow': 'Outpost ist in einem anderen Fenster offen',
  'app.otherWindowText':
    'Eine Kasse läuft in einem Fenster. Arbeiten Sie im anderen weiter, oder schließen Sie es: Dann öffnet sich dieses.',
  'app.olderThanDevice': 'Diese App ist älter als die Daten auf diesem Gerät',
  'app.olderThanDeviceText':
    'Auf diesem Gerät lief schon eine neuere Version von Outpost, darum lässt diese alles, wie es ist. Nichts ist \
verloren. Installieren Sie die neueste Version und öffnen Sie die App wieder; nehmen Sie bis dahin eine andere \
Kasse.',
  'app.notOpened': 'Dieses Gerät konnte seine Aufzeichnungen nicht öffnen',
  'app.tryAgain': 'Erneut versuchen',
  'app.forSupport': 'Danach fragt der Support: {message}',
  'app.opening': 'Die Kasse wird geöffnet',
  'app.openingLong':
    'Das dauert länger als sonst. Lassen Sie die App offen: In ein, zwei Minuten ist sie bereit oder sagt, was zu tun ist.',
  'enrol.title': 'Dieses Gerät zur Kasse machen',
  'enrol.codeMissing': 'Geben Sie zuerst den Kassencode ein.',
  'enrol.addressMissing': 'Geben Sie die ganze Adresse ein, zum Beispiel https://outpost.example.com.',
  'enrol.lostAll':
    'Dieses Gerät war schon eine Kasse. Seine Aufzeichnungen waren beschädigt und der Browser hat sie verworfen; eine \
zweite Kopie der Vorgänge ist noch da. Speichern Sie diese Kopie für den Support, bevor Sie das Gerät neu \
einrichten, und sagen Sie ihm: Die letzten Verkäufe wurden vielleicht nicht gesendet.',
  'enrol.ask': 'Fragen Sie die Zentrale nach einem Kassencode. Er gilt einmal und bestimmt, zu welcher Filiale diese Kasse gehört.',
  'enrol.code': 'Kassencode eingeben',
  'enrol.codeExample': 'Zum Beispiel 4KD7-29MX',
  'enrol.server': 'Serveradresse',
  'enrol.submit': 'Diese Kasse einrichten',
  'enrol.server_unreachable': 'Der Server war nicht erreichbar. Prüfen Sie Netz und Adresse und versuchen Sie es erneut.',
  'enrol.no_key_store':
    'Dieser Computer hat keinen Schlüsselspeicher für den Schlüssel der Kasse, darum wurde der Code nicht verwendet. \
Installieren oder entsperren Sie einen, zum Beispiel GNOME Keyring oder KWallet, und starten Sie die App neu; oder \
öffnen Sie Outpost in einem Browser.',
  'enrol.unknown_code': 'Diesen Code hat keine Kasse. Vergleichen Sie ihn mit dem, den Sie bekommen haben.',
  'enrol.code_used': 'Dieser Code wurde schon verwendet. Jeder Code gilt für eine Kasse; fragen Sie nach einem neuen.',
  'enrol.code_expired': 'Dieser Code ist abgelaufen. Fragen Sie nach einem neuen.',
  'enrol.too_old':
    'Diese App ist zu alt für den Server. Schließen und öffnen Sie sie, um die neueste Version zu bekommen, und versuchen \
Sie es erneut.',
  'enrol.server_too_old':
    'Der Server ist älter als diese App und braucht sein Update. Sagen Sie es der Zentrale und versuchen Sie es dann \
erneut.',
  'enrol.bad_request': 'Das sieht nicht wie ein Kassencode aus. Vergleichen Sie ihn mit dem, den Sie bekommen haben.',
  'enrol.notTaken': 'Der Server hat diesen Code nicht angenommen.',
  'insecure.title': 'Outpost unter der sicheren Adresse öffnen',
  'insecure.text':
    'Diese Seite wurde ohne Verschlüsselung geöffnet, und ohne sie lässt kein Browser eine Kasse ihre Aufzeichnungen \
behalten. Das Gerät ist in Ordnung. Öffnen Sie stattdessen {address}.',
  'insecure.noCertificate':
    'Öffnet sich das nicht, hat der Server noch kein Zertifikat: Starten Sie Outpost auf dem Server mit {command} und \
folgen Sie den Hinweisen für andere Geräte. Auf dem Rechner des Servers selbst geht {address} ohne Weiteres.',
  'withdrawn.title': 'Diese Kasse wurde gesperrt',
  'withdrawn.text':
    'Die Zentrale hat diese Kasse gesperrt, darum kann hier nichts mehr gebucht werden. Katalog, Bestand, Aufträge und \
Personen wurden von diesem Gerät gelöscht. Was hier getan wurde, ist noch da; das Letzte wurde vielleicht nicht \
gesendet. Speichern Sie eine Kopie für den Support und geben Sie sie der Zentrale.',
  'withdrawn.setUp': 'Als neue Kasse einrichten',
  'signIn.title': 'Wer arbeitet hier?',
  'signIn.where': '{store}, Kasse {prefix}',
  'signIn.associates': 'Mitarbeiter',
  'signIn.nobody': 'Diese Filiale hat noch keine Mitarbeiter. Die Zentrale kann sie anlegen.',
  'signIn.waiting': 'Es wird auf den Server gewartet.',
  'signIn.fetching': 'Was diese Filiale braucht, wird zum ersten Mal geholt.',
  'signIn.back': 'Zurück',
  'signIn.submit': 'Anmelden',
  'signIn.pin': 'PIN',
  'signIn.enterPin': 'PIN eingeben',
  'signIn.wrong_pin': 'Diese PIN stimmt nicht. Versuchen Sie es erneut.',
  'signIn.pins_unreadable':
    'Die PINs auf diesem Gerät sind nicht lesbar und werden neu geholt. Dazu braucht es das Netz; versuchen Sie es gleich \
noch einmal.',
  'signIn.pins_ended': 'Diese Kasse hat zu lange nichts vom Server gehört und nimmt bis dahin keine PIN an. Prüfen Sie das Netz.',
  'signIn.pinsEnding':
    'Diese Kasse hat lange nichts vom Server gehört. Prüfen Sie das Netz. Die PINs enden in {count, plural, one {# Tag} other {# Tagen}}.',
  'signIn.too_many_tries': 'Zu viele falsche PINs. Warten Sie {seconds} Sekunden und versuchen Sie es dann erneut.',
  'signIn.pad': 'PIN-Tasten',
  'signIn.clear': 'Löschen',
  'signIn.delete': 'Letzte Ziffer löschen',
  'badge.notHere': 'Ein Ausweis meldet an oder genehmigt. Hier bewirkt er nichts.',
  'badge.wrong': 'Dieser Ausweis ist hier nicht bekannt. Bei der Zentrale einen neuen verlangen oder die PIN benutzen.',
  'badge.tooManyTries': 'Zu viele falsche Ausweise oder PINs. {seconds} Sekunden warten, dann noch einmal versuchen.',
  'badge.off': 'Ausweise zählen hierfür nicht. Bitte die PIN benutzen.',
  'badge.mayNot': 'Wem dieser Ausweis gehört, darf das nicht genehmigen.',
  'badge.orScan': 'Sie können auch Ihren Ausweis scannen.',
  'role.associate': 'Verkauf',
  'role.picker': 'Kommissionierung',
  'role.senior': 'Erfahrene Kraft',
  'role.manager': 'Filialleitung',
  'home.hello': 'Hallo, {name}',
  'home.loading': 'Was diese Filiale braucht, wird noch geholt. Was Sie hier sehen, ist noch nicht alles.',
  'home.openShift': 'Schicht öffnen',
  'home.startSale': 'Verkauf beginnen',
  'home.countFloat': 'Zählen Sie das Wechselgeld, um zu verkaufen.',
  'home.openSince': 'Die Schicht ist offen seit {moment}.',
  'home.waiting': 'Zu erledigen',
  'home.pickupsToPrepare': 'Abholungen vorzubereiten',
  'home.pickupsReady': 'Abholungen bereit',
  'home.ordersToPick': 'Aufträge zu kommissionieren',
  'home.ordersToShip': 'Aufträge zu versenden',
  'home.ordersToPutBack': 'Aufträge zurückzulegen',
  'home.exceptions': 'Abweichungen',
  'home.notSent': 'Noch nicht gesendete Vorgänge',
  'home.quarantine': 'Vorgänge in Quarantäne',
  'approval.title': 'Das muss jemand freigeben',
  'approval.why': 'Für Ihre Rolle braucht das eine Freigabe: {action}.',
  'approval.approve': 'Freigeben',
  'approval.nobody': 'In dieser Filiale darf das niemand freigeben.',
  'approval.giveUp': 'Nicht tun',
  'approval.close': 'Schließen',
  'approval.who': '{name}, {role}',
  'permission.shift.open': 'eine Schicht öffnen',
  'permission.shift.close': 'eine Schicht abschließen',
  'permission.sale.complete': 'einen Verkauf abschließen',
  'permission.sale.change': 'Artikel aus einem Verkauf nehmen oder ihn leeren',
  'permission.sale.discount': 'Preise ändern und Rabatte geben',
  'permission.payment.leave_open': 'für eine ungeklärte Kartenzahlung oder Erstattung einstehen',
  'permission.sale.void': 'einen ganzen Verkauf stornieren',
  'permission.return.record': 'Waren zurücknehmen und erstatten',
  'permission.order.pick': 'Bestellungen kommissionieren',
  'permission.order.pack': 'Bestellungen packen',
  'permission.order.hand_over': 'Bestellungen übergeben',
  'permission.order.ship': 'Bestellungen versenden',
  'permission.order.reject': 'Bestellungen ablehnen',
  'permission.order.note': 'Notizen zu Bestellungen schreiben',
  'permission.stock.put_back': 'Waren ins Regal zurücklegen',
  'permission.stored_value.adjust': 'Geschenkkarten und Guthaben ändern',
  'permission.account.charge': 'auf Rechnung verkaufen',
  'permission.account.over_limit': 'ein Kundenkonto über sein Limit gehen lassen',
  'permission.exception.resolve': 'Abweichungen klären',
  'permission.quick_keys.lay_out': 'Schnelltasten anordnen',
  'permission.customer.change': 'Kundendaten anlegen und ändern',
  'permission.cash.move': 'Bargeld ohne Verkauf ein- und auszahlen',
  'permission.cash.drop': 'Bargeld in den Tresor bringen',
  'permission.drawer.open': 'die Kassenlade ohne Verkauf öffnen',
  'permission.register.use': 'eine Kasse benutzen',
};
