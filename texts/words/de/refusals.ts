import type { refusals as english } from '../en/refusals.ts';
import type { Translated } from '../message.ts';

export const refusals: Translated<typeof english> = {
  'refusal.void_too_late': 'Die Kasse dieses Verkaufs ist gezählt. Nehmen Sie ihn als Rückgabe zurück.',
  'refusal.shift_went_on': 'Seit dem Bericht wurde etwas erfasst. Sehen Sie ihn noch einmal an.',
  'refusal.difference_needs_reason': 'Die Differenz braucht einen Grund.',
  'refusal.left_more_than_counted': 'In der Kassenlade kann nicht mehr bleiben, als gezählt wurde.',
  'refusal.copied_before':
    'Von diesem Beleg gibt es schon eine Kopie, und mehr darf es nicht geben. Den Beleg am Bildschirm zeigen oder die Zentrale fragen.',
  'refusal.no_open_shift': 'Öffnen Sie zuerst die Schicht: Zählen Sie das Wechselgeld in der Kassenlade und geben Sie es ein.',
  'refusal.has_a_drawer': 'Wer übernehmen soll, steht schon für eine andere Kassenlade ein. Schließen Sie erst diese ab.',
  'refusal.shift_already_open': 'Die Schicht dieser Kasse ist schon offen.',
  'refusal.empty_sale': 'In diesem Verkauf ist noch nichts. Scannen Sie zuerst einen Artikel.',
  'refusal.card_payment_unknown': 'Die Kartenzahlung dieses Verkaufs ist in dieser Filiale nicht bekannt. Erstatten Sie auf anderem Weg.',
  'refusal.card_has_answered': 'Das Terminal hat inzwischen geantwortet. Sehen Sie nach, was es sagt.',
  'refusal.terminal_is_asked': 'Das Terminal wird noch gefragt. Warten Sie eine halbe Minute auf seine Antwort.',
  'refusal.card_payment_open':
    'Eine Kartenzahlung ist noch offen. Bitte warten, bis das Terminal sagt, was daraus wurde, oder sie offen lassen.',
  'refusal.tender_too_small': 'Der gegebene Betrag deckt die Summe nicht.',
  'refusal.tender_too_large': 'Die anderen Zahlungsmittel zahlen mehr als die Summe. Bitte eines davon zurücknehmen.',
  'refusal.stored_value_unknown': 'Niemand hat eine Geschenkkarte oder ein Guthaben mit dieser Nummer ausgegeben. Prüfen Sie die Nummer.',
  'refusal.stored_value_is_blocked': 'Diese Karte ist gesperrt. Fragen Sie die Zentrale nach dem Grund.',
  'refusal.stored_value_other_currency': 'Diese Karte lautet auf eine andere Währung.',
  'refusal.stored_value_empty': 'Auf dieser Karte ist kein Geld mehr.',
  'refusal.stored_value_offline':
    'Ohne Verbindung kann von dieser Karte nicht mehr abgebucht werden. Zahlen Sie anders, oder versuchen Sie es mit \
Verbindung noch einmal.',
  'refusal.gift_card_used': 'Von dieser Geschenkkarte wurde schon Geld ausgegeben, sie kann nicht zurückgegeben werden.',
  'refusal.account_missing': 'Diese Person hat kein Kundenkonto. Die Zentrale eröffnet eines.',
  'refusal.account_is_blocked': 'Dieses Kundenkonto ist gesperrt. Fragen Sie die Zentrale nach dem Grund.',
  'refusal.account_other_currency': 'Dieses Kundenkonto lautet auf eine andere Währung.',
  'refusal.account_limit_reached': 'Das geht über das Limit des Kundenkontos. Zahlen Sie den Rest anders.',
  'refusal.account_payment_used':
    'Seit dieser Zahlung wurde auf das Kundenkonto gekauft. Ginge sie zurück, wäre das Konto über seinem Limit.',
  'refusal.account_of_another':
    'Eine Zahlung in diesem Verkauf ist für das Konto eines anderen Kunden. Wählen Sie ihn wieder, oder nehmen Sie die Zeile weg.',
  'refusal.account_offline':
    'Ohne Verbindung kann auf dieses Konto nicht mehr gekauft werden. Zahlen Sie anders, oder versuchen Sie es mit Verbindung.',
  'refusal.points_missing': 'Für diesen Verkauf können keine Punkte eingelöst werden.',
  'refusal.points_offline':
    'Ohne Verbindung können nicht mehr Punkte eingelöst werden. Zahlen Sie anders, oder versuchen Sie es mit Verbindung.',
  'refusal.card_number_not_valid': 'Eine Kartennummer hat 8 bis 24 Ziffern.',
  'refusal.amount_not_valid': 'Das ist kein Betrag. Geben Sie ihn in Ziffern ein, zum Beispiel 12,50.',
  'refusal.amount_too_large': 'Dieser Betrag ist zu hoch, um zu stimmen. Prüfen Sie die Zahlen.',
  'refusal.unknown_item': 'Dieser Artikel ist nicht im Katalog.',
  'refusal.wrong_item': 'Dieser Artikel wurde nicht bestellt. Legen Sie ihn zurück und scannen Sie den richtigen.',
  'refusal.not_a_substitute': 'Diesen Artikel hat der Kunde nicht als Ersatz erlaubt. Bitte zurücklegen.',
  'refusal.already_picked': 'Von diesem Artikel ist schon alles kommissioniert.',
  'refusal.nothing_to_pick': 'Hier ist nichts zu kommissionieren.',
  'refusal.order_has_ended': 'Dieser Auftrag ist beendet. In dieser Filiale ist damit nichts mehr zu tun.',
  'refusal.not_fully_picked': 'In diesem Auftrag ist noch nicht alles kommissioniert.',
  'refusal.not_packed': 'Verpacken Sie diesen Auftrag zuerst.',
  'refusal.not_ready': 'Dieser Auftrag ist noch nicht abholbereit.',
  'refusal.signature_missing': 'Erst muss der Kunde unterschreiben.',
  'refusal.wrong_pickup_code': 'Das ist nicht der Abholcode dieses Auftrags. Fragen Sie den Kunden nach dem Code in seiner Nachricht.',
  'refusal.pickup_code_forged': 'Diesen Code hat nicht Ihr Unternehmen erstellt, oder er wurde verändert. Übergeben Sie darauf nichts.',
  'refusal.pickup_code_foreign':
    'Dieser Abholcode ist von einem anderen Unternehmen oder neuer als das, was diese Kasse kennt. Fragen Sie nach einem Ausweis.',
  'refusal.pickup_code_withdrawn': 'Dieser Abholcode gilt nicht mehr. Fragen Sie den Kunden nach der neuesten Nachricht zum Auftrag.',
  'refusal.pickup_code_used': 'Dieser Abholcode wurde schon benutzt: Der Auftrag ist übergeben.',
  'refusal.document_not_accepted': 'Ausweise dieser Art zählen hier nicht. Bitten Sie um einen anderen.',
  'refusal.nothing_to_acknowledge': 'Das hat schon jemand bestätigt.',
  'refusal.already_arrived': 'Dass dieser Kunde dort wartet, ist schon notiert.',
  'refusal.nothing_to_put_back': 'Von diesem Auftrag ist nichts mehr zurückzulegen.',
  'refusal.mail_address_missing': 'Dieser Auftrag hat keine E-Mail-Adresse.',
  'refusal.mailed_just_now':
    'Die E-Mail wurde gerade noch einmal gesendet. Warten Sie zehn Minuten, und bitten Sie den Kunden, im Spam-Ordner nachzusehen.',
  'refusal.mailed_too_often': 'Die E-Mail wurde fünfmal noch einmal gesendet. Rufen Sie den Kunden stattdessen an.',
  'refusal.staging_location_missing': 'Wählen Sie den Abholplatz, an dem der Auftrag wartet.',
  'refusal.not_your_wave': 'Diese Welle hat jetzt jemand anderes.',
  'refusal.already_packed': 'Dieser Auftrag ist schon gepackt. Nehmen Sie die Ware am Packtisch aus dem Karton.',
  'refusal.tote_wrong': 'Die Ware dieses Auftrags liegt in einem anderen Behälter.',
  'refusal.tote_in_use': 'In diesem Behälter liegt etwas anderes.',
  'refusal.tote_not_scanned': 'Scannen Sie zuerst jeden Behälter dieses Auftrags.',
  'refusal.tote_empty': 'Dieser Behälter ist schon leer.',
  'refusal.not_what_is_picked': 'In den Paketen ist etwas anderes, als entnommen wurde.',
  'refusal.already_at_place': 'Es liegt schon an diesem Platz.',
  'refusal.address_missing': 'Dieser Auftrag hat keine Lieferadresse.',
  'refusal.weight_missing': 'Wiegen Sie zuerst das Paket.',
  'refusal.label_is_asked': 'Der Paketdienst wird gerade nach diesem Etikett gefragt.',
  'refusal.label_missing': 'Es gibt kein Etikett, das zurückgegeben werden könnte.',
  'refusal.return_label_there': 'Diese Ware hat schon ein Rücksendeetikett. Nutzen Sie es, oder stornieren Sie es zuerst.',
  'refusal.not_paused': 'Diese Filiale ist nicht pausiert.',
  'refusal.not_labelled': 'Dieses Paket hat noch kein Etikett. Es bleibt hier.',
  'refusal.label_void': 'Das Etikett dieses Pakets ist storniert. Es bleibt hier, bis es ein neues hat.',
  'refusal.parcel_unknown': 'Kein Paket dieser Filiale hat dieses Etikett.',
  'refusal.parcel_handed_over': 'Dieses Paket hat schon ein Fahrer.',
  'refusal.carrier_other': 'Dieses Paket geht mit einem anderen Paketdienst. Es bleibt hier.',
  'refusal.nothing_to_hand_over': 'Scannen Sie zuerst die Pakete, die der Fahrer mitnimmt.',
  'refusal.too_many_parcels': 'Schließen Sie diese Übergabe zuerst ab: Mehr Pakete kann eine nicht haben.',
  'refusal.tracking_number_missing': 'Geben Sie die Sendungsnummer vom Etikett des Paketdienstes ein.',
  'refusal.tracking_number_wrong':
    'Eine Ziffer dieser Sendungsnummer ist falsch. Scannen Sie das Etikett noch einmal oder prüfen Sie jede Ziffer.',
  'refusal.more_than_set_aside': 'So viele sind nicht beiseitegelegt. Sehen Sie noch einmal in die Liste.',
  'refusal.return_reason_missing': 'Wählen Sie für jeden Artikel, der zurückkommt, einen Grund.',
  'refusal.return_stays': 'Etwas davon kommt nicht zurück. Eine Führungskraft kann es erlauben.',
  'refusal.no_receipt_not_offered': 'Diese Filiale nimmt ohne Beleg nichts zurück.',
  'refusal.no_receipt_customer': 'Zuerst den Kunden wählen: Ohne Beleg muss der Kunde bekannt sein.',
  'refusal.no_receipt_document': 'Zuerst sagen, welches Dokument gezeigt wurde.',
  'refusal.no_receipt_limit': 'Das ist mehr, als eine Rückgabe ohne Beleg gibt. Weniger zurücknehmen oder den Beleg suchen.',
  'refusal.no_receipt_customer_limit':
    'Dieser Kunde hat schon so viel ohne Beleg zurückgebracht, wie die Filiale erlaubt. Bitte den Beleg suchen.',
  'refusal.card_refund_refused': 'Das Terminal hat das Geld nicht zurückgegeben. Es wurde nichts aufgezeichnet.',
  'refusal.swap_of_sale_order':
    'Dieser Auftrag wurde an einer Kasse bezahlt. Übergeben Sie ihn erst. Getauscht wird danach mit seinem Bon.',
  'refusal.exchange_other_currency':
    'Die Ware wurde in einer anderen Währung gekauft. Erst das Geld zurückgeben, dann die andere Ware verkaufen.',
  'refusal.quantity_not_valid': 'Geben Sie eine Menge in ganzen Stück ein.',
  'refusal.nothing_to_return': 'Wählen Sie mindestens einen Artikel zur Rückgabe.',
  'refusal.more_than_was_bought': 'Das ist mehr, als gekauft und noch nicht zurückgegeben wurde.',
  'refusal.exception_is_resolved': 'Das hat schon jemand geklärt.',
  'refusal.choice_not_valid': 'Das passt nicht zu dieser Abweichung.',
  'refusal.sku_missing': 'Scannen Sie den Artikel oder geben Sie ihn ein.',
  'refusal.held_sale_gone': 'Eine andere Kasse hat diesen Verkauf fortgesetzt.',
  'refusal.note_missing': 'Schreiben Sie auf, was sich ergeben hat.',
  'refusal.not_allowed': 'Ihre Rolle erlaubt das nicht. Bitten Sie eine Führungskraft, es zu tun.',
  'refusal.needs_approval': 'Das muss jemand aus dem Team freigeben; es ist noch nicht geschehen.',
  'refusal.register_stopped':
    'Diese Kasse ist gesperrt, darum kann hier nichts gebucht werden. Nehmen Sie eine andere Kasse und rufen Sie den \
Support an.',
  'refusal.journal_incomplete':
    'Diese Kasse hat einen Teil ihrer Aufzeichnungen verloren, darum kann hier noch nichts gebucht werden. Verbinden Sie \
sie mit dem Netz: Was fehlt, holt sie von selbst vom Server. Nehmen Sie bis dahin eine andere Kasse.',
  'refusal.journal_lost':
    'Diese Kasse hat Aufzeichnungen verloren, die sich nicht wiederherstellen lassen, darum kann hier nichts gebucht \
werden. Nehmen Sie eine andere Kasse und richten Sie diese unter „Abgleich“ als neue Kasse ein.',
  'refusal.storage_full':
    'Dieses Gerät ist voll, darum wurde es NICHT gebucht. Schaffen Sie Platz, löschen Sie zum Beispiel Downloads oder \
leeren Sie den Papierkorb, und wiederholen Sie es. Die App muss nicht neu gestartet werden.',
  'refusal.storage_failed':
    'Dieses Gerät konnte es nicht speichern, darum wurde es NICHT gebucht. Versuchen Sie es erneut. Passiert es wieder, \
schließen Sie die App, öffnen Sie sie erneut und rufen Sie den Support an.',
  'refusal.order_without_customer': 'In diesem Verkauf sind Waren bestellt. Wählen Sie zuerst den Kunden, der sie bekommt.',
  'refusal.order_state_unknown':
    'Diese Waren sind bestellt. Nur der Server weiß, ob sie unterwegs sind: Versuchen Sie es mit Verbindung noch einmal.',
  'refusal.not_recordable':
    'Die App hat einen Fehler gemacht, darum wurde es NICHT gebucht. Versuchen Sie es anders, zum Beispiel in kleineren \
Teilen, und rufen Sie den Support an.',
};
