import type { guide as english } from '../en/guide.ts';
import type { Translated } from '../message.ts';

export const guide: Translated<typeof english> = {
  'exception.handed_over_after_end.name': 'Nach dem Ende des Auftrags übergeben',
  'exception.handed_over_after_end.told':
    'Auftrag {order} wurde übergeben, war da aber schon {status, select, cancelled {storniert} expired {nicht \
rechtzeitig abgeholt} rejected {abgelehnt} other {beendet}}.',
  'exception.handed_over_after_end.meaning':
    'Der Kunde hat die Ware, aber da war der Auftrag schon storniert, abgelehnt oder abgelaufen. Die Ware ist ausgebucht.',
  'exception.handed_over_after_end.customer_keeps': 'Der Kunde behält die Ware und zahlt nicht noch einmal: Verlust hinnehmen',
  'exception.handed_over_after_end.paid_again': 'Der Kunde behält die Ware und hat noch einmal gezahlt: in der Notiz sagen, wie',
  'exception.handed_over_after_end.goods_back': 'Die Ware ist wieder in der Filiale',
  'exception.handed_over_after_end.booked_before': 'Die Ware war vorher schon ausgebucht: einmal wieder einbuchen',
  'exception.handed_over_twice.name': 'Zweimal übergeben',
  'exception.handed_over_twice.told':
    'Auftrag {order} wurde {code, select, used {auf einen Abholcode übergeben, der schon benutzt war} other {übergeben, aber eine \
Kasse hatte ihn schon abgeschlossen: Die Ware war schon weg oder wurde nicht gewollt}}.',
  'exception.handed_over_twice.meaning':
    'Zwei Übergaben eines Auftrags wurden gebucht, zum Beispiel an zwei Kassen, die einander nicht sahen. Der Bestand \
folgt dem, was die erste gebucht hat.',
  'exception.handed_over_twice.left_once': 'Der Bestand stimmt: nichts zu berichtigen',
  'exception.handed_over_twice.left_twice': 'Auch diese Ware ging hinaus: auch sie ausbuchen',
  'exception.handed_over_too_many.name': 'Mit Stück übergeben, die anderswohin gegangen waren',
  'exception.handed_over_too_many.told': 'Auftrag {order} wurde mit mehr übergeben, als er hier noch hatte: {goods}.',
  'exception.handed_over_too_many.meaning':
    'Der Pool hatte einen anderen Standort um einige Stück gebeten, während diese Filiale abgeschnitten war, und der \
Kunde bekam sie trotzdem hier. Sie sind ausgebucht.',
  'exception.handed_over_too_many.acknowledged': 'Ich habe dem anderen Standort gesagt, dass er sie nicht senden muss',
  'exception.handed_over_too_many.goods_back': 'Die überzählige Ware ist wieder in der Filiale',
  'exception.handed_over_on_withdrawn_code.name': 'Auf einen zurückgezogenen Code übergeben',
  'exception.handed_over_on_withdrawn_code.told':
    '{associate} hat Auftrag {order} auf einen Abholcode übergeben, der zurückgezogen war. Die Kasse konnte es noch nicht wissen.',
  'exception.handed_over_on_withdrawn_code.meaning':
    'Ein anderer Code war ausgegeben worden, vielleicht weil der erste in andere Hände geraten war. Die Ware ist weg und ausgebucht. \
Fragen Sie den Kunden, ob er sie hat.',
  'exception.handed_over_on_withdrawn_code.acknowledged': 'Der richtige Kunde hat die Ware: nichts zu berichtigen',
  'exception.handed_over_on_withdrawn_code.accept_loss': 'Jemand anderes hat die Ware: Die Firma trägt den Verlust',
  'exception.handed_over_on_withdrawn_code.looked_up': 'Es hat sich ergeben, was geschah: in der Notiz sagen',
  'exception.shipped_after_end.name': 'Nach dem Ende des Auftrags versendet',
  'exception.shipped_after_end.told':
    'Auftrag {order} wurde versendet, war da aber schon {status, select, cancelled {storniert} expired {nicht \
rechtzeitig abgeholt} rejected {abgelehnt} other {beendet}}.',
  'exception.shipped_after_end.meaning':
    'Der Paketdienst hat das Paket, aber da war der Auftrag schon storniert, abgelehnt oder abgelaufen. Die Ware ist \
ausgebucht.',
  'exception.shipped_after_end.customer_keeps': 'Der Kunde behält die Ware und zahlt nicht noch einmal: Verlust hinnehmen',
  'exception.shipped_after_end.paid_again': 'Der Kunde behält die Ware und hat noch einmal gezahlt: in der Notiz sagen, wie',
  'exception.shipped_after_end.goods_back': 'Das Paket ist wieder in der Filiale',
  'exception.shipped_after_end.booked_before': 'Die Ware war vorher schon ausgebucht: einmal wieder einbuchen',
  'exception.shipped_twice.name': 'Zweimal versendet',
  'exception.shipped_twice.told':
    'Auftrag {order} wurde mit der Sendungsnummer {tracking} versendet, aber seine Ware hatte die Filiale schon \
verlassen.',
  'exception.shipped_twice.meaning': 'Zwei Sendungen eines Auftrags wurden gebucht. Der Bestand zählt die Ware einmal.',
  'exception.shipped_twice.left_once': 'Ein Paket ging hinaus: nichts zu berichtigen',
  'exception.shipped_twice.left_twice': 'Zwei Pakete gingen hinaus: die Ware noch einmal ausbuchen',
  'exception.shipped_too_many.name': 'Mit Stück versendet, die anderswohin gegangen waren',
  'exception.shipped_too_many.told': 'Auftrag {order} wurde mit mehr versendet, als er hier noch hatte: {goods}.',
  'exception.shipped_too_many.meaning':
    'Der Pool hatte einen anderen Standort um einige Stück gebeten, während diese Filiale abgeschnitten war, und das \
Paket ging trotzdem mit ihnen hinaus. Sie sind ausgebucht.',
  'exception.shipped_too_many.acknowledged': 'Ich habe dem anderen Standort gesagt, dass er sie nicht senden muss',
  'exception.shipped_too_many.goods_back': 'Die überzählige Ware ist wieder in der Filiale',
  'exception.picked_after_end.name': 'Nach dem Ende des Auftrags bearbeitet',
  'exception.picked_after_end.told':
    'Auftrag {order} wurde bearbeitet, war da aber schon {status, select, cancelled {storniert} expired {nicht \
rechtzeitig abgeholt} rejected {abgelehnt} other {beendet}}.',
  'exception.picked_after_end.meaning':
    'Ware wurde für einen Auftrag kommissioniert, verpackt oder bereitgestellt, der da schon beendet war. Laut Bestand \
liegt sie im Regal.',
  'exception.picked_after_end.put_back': 'Die Ware ist wieder im Regal',
  'exception.picked_after_end.goods_gone': 'Die Ware ist nicht mehr hier: ausbuchen',
  'exception.picked_too_many.name': 'Mehr kommissioniert als bestellt',
  'exception.picked_too_many.told':
    '{known, select, no {Für Zeile {line} von Auftrag {order} wurde kommissioniert, aber diese Zeile gibt es nicht.} \
other {Für Zeile {line} von Auftrag {order} wurde mehr kommissioniert, als er verlangt: {goods}.}}',
  'exception.picked_too_many.meaning':
    'Es wurden mehr Stück kommissioniert, als der Auftrag verlangt. Die überzähligen liegen laut Bestand im Regal.',
  'exception.picked_too_many.put_back': 'Die überzählige Ware ist wieder im Regal',
  'exception.picked_too_many.goods_gone': 'Die überzählige Ware ist nicht hier und ging nicht mit dem Auftrag hinaus: ausbuchen',
  'exception.picked_by_two.name': 'Von zweien kommissioniert',
  'exception.picked_by_two.told':
    '{picker} hat {goods} für Auftrag {order} kommissioniert, und {other} hat diesen Auftrag. {picker} hat Ware zurückzulegen.',
  'exception.picked_by_two.meaning':
    'Zwei Personen arbeiteten an einem Auftrag und konnten nichts voneinander wissen. Er bleibt bei der anderen. Die Ware liegt laut \
Bestand im Regal.',
  'exception.picked_by_two.put_back': 'Die Ware ist wieder im Regal',
  'exception.picked_by_two.goods_gone': 'Die Ware ist nicht hier und ging nicht mit dem Auftrag hinaus: ausbuchen',
  'exception.returned_more_than_bought.name': 'Mehr zurückgegeben als gekauft',
  'exception.returned_more_than_bought.told':
    '{on, select, order {Mit dieser Retoure kam von Auftrag {number} mehr zurück, als geliefert wurde.} refund {Mit \
dieser Retoure wurde auf Beleg {number} mehr erstattet, als bezahlt wurde.} tender {Mit dieser Retoure wurde auf eine Karte \
oder ein Konto mehr erstattet, als davon auf Beleg {number} bezahlt wurde.} \
other {Mit dieser \
Retoure kam auf Beleg {number} mehr zurück, als gekauft wurde.}}',
  'exception.returned_more_than_bought.meaning':
    'Es kam mehr zurück, als gekauft wurde, oder es wurde mehr erstattet, als bezahlt wurde. Vielleicht nahmen zwei \
Filialen Retouren eines Verkaufs an, ohne einander zu sehen.',
  'exception.returned_more_than_bought.accept_loss': 'Verlust hinnehmen: Die Ware kam zurück und das Geld ist weg',
  'exception.returned_more_than_bought.paid_back': 'Der Kunde hat die Erstattung zurückgezahlt: in der Notiz sagen, wo das Geld ist',
  'exception.returned_more_than_bought.entered_twice': 'Eine Retoure wurde zweimal gebucht: ihre Ware wieder ausbuchen',
  'exception.unknown_fulfillment_order.name': 'Auftrag, den diese Filiale nicht hat',
  'exception.unknown_fulfillment_order.told': 'Eine Kasse buchte einen Vorgang ({what}) zu Auftrag {number}, den diese Filiale nicht hat.',
  'exception.unknown_fulfillment_order.meaning':
    'Es wurde Arbeit an einem Auftrag gebucht, den der Pool dieser Filiale nie gab. Der Bestand hat sich dadurch nicht \
geändert.',
  'exception.unknown_fulfillment_order.looked_up': 'Der Auftrag wurde mit der Zentrale geklärt: nichts zu berichtigen',
  'exception.unknown_fulfillment_order.goods_gone': 'Damit verließ Ware die Filiale: ausbuchen',
  'exception.unknown_receipt.name': 'Retoure zu einem unbekannten Beleg',
  'exception.unknown_receipt.told': 'Ware wurde auf Beleg {receipt} zurückgenommen, den niemand kennt.',
  'exception.unknown_receipt.meaning': 'Ware wurde auf einen Beleg zurückgenommen, den niemand kennt. Was ins Regal kam, ist eingebucht.',
  'exception.unknown_receipt.looked_up': 'Der Beleg wurde mit der Zentrale geklärt: nichts zu berichtigen',
  'exception.unknown_receipt.accept_loss': 'Niemand kennt den Beleg: Verlust hinnehmen',
  'exception.unknown_receipt.not_returned': 'Die Ware ist nicht hier: wieder ausbuchen',
  'exception.unknown_sku.name': 'Verkauf eines unbekannten Artikels',
  'exception.unknown_sku.told': 'Beleg {receipt} verkaufte {sku}, das nicht im Katalog ist. Bisher: {goods}.',
  'exception.unknown_sku.meaning': 'Es wurde etwas verkauft, das nicht im Katalog ist. Sein Bestand fiel unter null.',
  'exception.unknown_sku.catalog_added': 'Der Artikel ist jetzt im Katalog: nichts zu berichtigen',
  'exception.unknown_sku.other_product': 'Ein anderer Artikel war gemeint: dessen Bestand berichtigen',
  'exception.pickup_moved.name': 'Abholung in eine andere Filiale verlegt',
  'exception.pickup_moved.told': 'Der Kunde von Auftrag {order} holt ihn in {store} ab.',
  'exception.pickup_moved.meaning':
    'Der Kunde hat eine andere Filiale gewählt, bevor jemand mit dem Kommissionieren begann. Die Ware hier ist wieder für andere frei.',
  'exception.pickup_moved.acknowledged': 'Verstanden: Hier ist nichts zu tun',
  'exception.promise_moved.name': 'Zusage verlegt',
  'exception.promise_moved.told':
    '{goods} für Auftrag {order} wurden verkauft oder entnommen. {method, select, pickup {Der Auftrag wartet, bis \
diese Filiale die Ware wieder hat.} other {Ein anderer Standort wird darum gebeten.}}',
  'exception.promise_moved.meaning':
    'Ware, die einem Onlineauftrag zugesagt war, wurde verkauft oder entnommen. Ein Versandauftrag kommt von einem \
anderen Standort; eine Abholung wartet, bis diese Filiale die Ware wieder hat.',
  'exception.promise_moved.acknowledged': 'Verstanden: Hier ist nichts zu tun',
  'exception.returned_other_goods.name': 'Andere Ware zurückgegeben als gekauft',
  'exception.returned_other_goods.told': 'Zeile {line} von {number} ist {bought}, aber darauf wurde {returned} zurückgenommen.',
  'exception.returned_other_goods.meaning':
    'Die Retoure nennt einen anderen Artikel als die Belegzeile, die sie erstattet. Was ins Regal kam, ist unter dem \
Artikel eingebucht, den die Retoure nennt.',
  'exception.returned_other_goods.acknowledged': 'Es kam zurück, was die Retoure sagt: nichts zu berichtigen',
  'exception.returned_other_goods.other_product': 'Ein anderer Artikel kam zurück: dessen Bestand berichtigen',
  'exception.returned_other_goods.not_returned': 'Die Ware ist nicht hier: wieder ausbuchen',
  'exception.cash_not_in_drawer.name': 'Bargeld, das keine Kassenlade zählt',
  'exception.cash_not_in_drawer.told':
    '{receipt, select, none {Eine Bargeldbewegung} other {Beleg {receipt}}} nennt \
{shift, select, unknown {eine Schicht, die hier nicht bekannt ist. Wartet ihre Öffnung in \
der Quarantäne, wird das Bargeld gezählt, sobald sie gebucht ist} other_register {die Schicht einer anderen \
Kasse} closed {eine Schicht, die da schon geschlossen war} other {eine Schicht mit mehr Bargeld, als sich \
zählen lässt}}. Dieses Bargeld und das aller früheren zählt keine Kassenlade.',
  'exception.cash_not_in_drawer.meaning':
    'Eine Kasse nahm oder zahlte Bargeld in einer Schicht, die nicht ihre war, geschlossen war oder unbekannt ist. \
Verkäufe und Retouren gelten; das Bargeld ist laut Büchern in keiner Kassenlade.',
  'exception.cash_not_in_drawer.looked_up': 'Das Bargeld wurde gefunden: in der Notiz sagen, in welcher Kassenlade es gezählt wurde',
  'exception.cash_not_in_drawer.accept_loss': 'Das Bargeld wurde nicht gefunden: Differenz hinnehmen',
  'exception.card_not_covered.name': 'Kartenzahlung deckt ihren Verkauf nicht',
  'exception.card_not_covered.told':
    'Beleg {receipt} nennt die Kartenzahlung {payment}, {trouble, select, unknown {die hier nicht bekannt ist} not_approved \
{die das Terminal nicht genehmigt hat} other_amount {die über einen anderen Betrag genehmigt wurde} other {die ein \
anderer Beleg schon gebucht hat}}.',
  'exception.card_not_covered.meaning':
    'Der Verkauf gilt, und die Ware ist fort. Ob das Geld eingezogen wurde, ist nicht sicher: Die Abrechnung des Terminals sagt es.',
  'exception.card_not_covered.looked_up': 'Die Abrechnung des Terminals enthält das Geld: in der Notiz sagen, wo',
  'exception.card_not_covered.paid_again': 'Der Kunde hat anders bezahlt: in der Notiz sagen, wie',
  'exception.card_not_covered.accept_loss': 'Das Geld wurde nicht eingezogen: Verlust hinnehmen',
  'exception.card_money_doubtful.name': 'Erstattung auf eine Karte nach Angabe einer Person',
  'exception.card_money_doubtful.told':
    '{terminal, select, silent {Das Terminal antwortete nicht, und jemand hat auf seinem Beleg gelesen, was aus der Kartenzahlung \
{payment} wurde: Das Geld {money, select, went_back {ging zurück} other {ging nicht zurück}}.} other {Das Terminal meldet jetzt zur \
Kartenzahlung {payment}: Das Geld {money, select, went_back {ging zurück} other {ging nicht zurück}}. Eine Person hatte das \
Gegenteil gesagt.}}',
  'exception.card_money_doubtful.meaning': 'Die Bücher rechnen mit dem, was hier steht. Ob es stimmt, sagt die Abrechnung des Terminals.',
  'exception.card_money_doubtful.looked_up': 'Die Abrechnung des Terminals sagt dasselbe: in der Notiz sagen, wo',
  'exception.card_money_doubtful.paid_back': 'Der Kunde hatte das Geld nicht und hat es anders bekommen: in der Notiz sagen, wie',
  'exception.card_money_doubtful.paid_again': 'Der Kunde bekam das Geld doppelt und hat es wieder bezahlt: in der Notiz sagen, wie',
  'exception.card_money_doubtful.accept_loss': 'Der Kunde bekam das Geld doppelt: Verlust hinnehmen',
  'exception.stored_value_not_covered.name': 'Geschenkkarte oder Guthaben deckt die Zahlung nicht',
  'exception.stored_value_not_covered.told':
    'Beleg {receipt} bucht Geld von {card} ab, {trouble, select, unknown {niemand hat sie ausgegeben} \
balance {dort war weniger} blocked {die Karte ist gesperrt} other {die Karte lautet auf eine andere Währung}}.',
  'exception.stored_value_not_covered.meaning':
    'Der Verkauf gilt, und die Ware ist fort. Dieselbe Karte wurde vielleicht an zwei Kassen ohne Verbindung benutzt.',
  'exception.stored_value_not_covered.looked_up': 'Die Karte wurde ausgegeben und hatte das Geld: in der Notiz sagen, wo',
  'exception.stored_value_not_covered.paid_again': 'Der Kunde hat den Rest anders bezahlt: in der Notiz sagen, wie',
  'exception.stored_value_not_covered.accept_loss': 'Das Geld fehlt: Verlust hinnehmen',
  'exception.account_not_covered.name': 'Kundenkonto deckt den Kauf nicht',
  'exception.account_not_covered.told':
    'Beleg {receipt} ging auf das Kundenkonto, {trouble, select, unknown {das es nicht gibt} \
balance {das jetzt über seinem Limit ist} blocked {das gesperrt ist} other {das auf eine andere Währung lautet}}.',
  'exception.account_not_covered.meaning':
    'Der Verkauf gilt, und das Geld ist geschuldet. Vielleicht haben zwei Kassen ohne Verbindung das Limit gemeinsam überschritten.',
  'exception.account_not_covered.acknowledged': 'Das Geld ist sicher: nichts weiter zu tun',
  'exception.account_not_covered.paid_again': 'Es wurde bezahlt: in der Notiz sagen, wie',
  'exception.account_not_covered.looked_up': 'Mit der Kundin oder dem Kunden vereinbart: in der Notiz sagen, was',
  'exception.points_not_covered.name': 'Punkte wurden mehr als einmal eingelöst',
  'exception.points_not_covered.told':
    'Beleg {receipt} löste Punkte ein, und {points} davon \
{trouble, select, unknown {wurden nie gesammelt} blocked {sind gesperrt} other {waren schon eingelöst}}.',
  'exception.points_not_covered.meaning': 'Der Verkauf gilt. Dieselben Punkte wurden vielleicht an zwei Kassen ohne Verbindung eingelöst.',
  'exception.points_not_covered.acknowledged': 'Sie werden neu gesammelt: nichts weiter zu tun',
  'exception.points_not_covered.paid_again': 'Es wurde bezahlt: in der Notiz sagen, wie',
  'exception.points_not_covered.accept_loss': 'Die Punkte sind geschenkt: Verlust hinnehmen',
  'exception.coupon_used_too_often.name': 'Coupon oder Aktion öfter genutzt als erlaubt',
  'exception.coupon_used_too_often.told':
    'Beleg {receipt} hat die Aktion {promotion} genutzt, durch \
{by, select, customer {seinen Kunden} amount {seinen Kunden} other {den Coupon}} {coupon}. \
{by, select, amount {Der Nachlass war höher, als der Kunde haben darf.} other {Das war Nutzung {uses}, erlaubt sind {most}.}}',
  'exception.coupon_used_too_often.meaning':
    'Der Verkauf gilt zum niedrigeren Preis. Das geschah vielleicht an zwei Kassen ohne Verbindung.',
  'exception.coupon_used_too_often.paid_again': 'Der Kunde hat den Unterschied bezahlt: in der Notiz sagen, wie',
  'exception.coupon_used_too_often.acknowledged': 'Der Kunde durfte ihn noch einmal einlösen',
  'exception.coupon_used_too_often.accept_loss': 'Verlust hinnehmen',
  'exception.other_currency.name': 'Bargeld in einer anderen Währung',
  'exception.other_currency.told':
    'Beleg {receipt} lautet auf {currency}, aber seine Kassenlade wurde in {drawer} geöffnet. Das Bargeld wird für \
sich gezählt.',
  'exception.other_currency.meaning':
    'Eine Kasse nahm oder zahlte Bargeld in einer anderen Währung als der ihrer Kassenlade. Jede Währung wird für sich \
gezählt.',
  'exception.other_currency.acknowledged': 'Das Bargeld liegt in dieser Währung in der Kassenlade',
  'exception.other_currency.looked_up': 'Die Währung war falsch: in der Notiz sagen, was berichtigt wurde',
  'exception.shift_not_closed.name': 'Eine Zählung, die keine Schicht schloss',
  'exception.shift_not_closed.told':
    'Eine Kasse zählte und schloss {shift, select, other_register {die Schicht einer anderen Kasse} closed {eine \
Schicht, die da schon geschlossen war} other {eine Schicht, die hier nicht bekannt ist}}. Die Zählung änderte \
nichts.',
  'exception.shift_not_closed.meaning':
    'Eine Kasse zählte eine Kassenlade und schloss eine Schicht, die nicht ihre war, schon geschlossen war oder unbekannt \
ist. Keine Schicht hat sich dadurch geändert.',
  'exception.shift_not_closed.looked_up': 'Es hat sich ergeben, welche Kassenlade gezählt wurde: nichts zu berichtigen',
  'exception.unknown_associate.name': 'Arbeit einer unbekannten Person',
  'exception.unknown_associate.told': 'Eine Kasse buchte einen Vorgang ({what}) im Namen von {associate}, den niemand kennt.',
  'exception.unknown_associate.meaning': 'Eine Kasse buchte Arbeit im Namen eines Mitarbeiters, den niemand kennt. Was getan wurde, gilt.',
  'exception.unknown_associate.looked_up': 'Es hat sich ergeben, wer es war: in der Notiz sagen',
  'exception.not_allowed.name': 'Ohne Berechtigung getan',
  'exception.not_allowed.told':
    '{signedIn, select, no {Eine Kasse buchte einen Vorgang ({what}), während niemand angemeldet war.} other \
{{associate} buchte einen Vorgang ({what}), den die Rolle {role} nicht oder nicht ohne einen Kollegen darf.}}',
  'exception.not_allowed.meaning':
    'Eine Kasse buchte etwas, das die Rolle ihres Mitarbeiters nicht oder nicht ohne einen Kollegen erlaubt. Was getan \
wurde, gilt.',
  'exception.not_allowed.acknowledged': 'Es war richtig: nichts zu berichtigen',
  'exception.not_allowed.looked_up': 'Es hat sich ergeben, was geschah: in der Notiz sagen',
  'exception.approved_by_badge.name': 'Mit einem Ausweis genehmigt',
  'exception.approved_by_badge.told':
    '{associate} genehmigte einen Vorgang ({what}) mit einem Ausweis. In dieser Filiale genehmigt nur eine PIN.',
  'exception.approved_by_badge.meaning':
    'Jemand genehmigte etwas mit einem Ausweis, obwohl Ausweise nicht genehmigen dürfen. Ein Ausweis kann gefunden oder \
geliehen sein. Was getan wurde, gilt.',
  'exception.approved_by_badge.acknowledged': 'Der Kollege hat es wirklich genehmigt: nichts zu berichtigen',
  'exception.approved_by_badge.looked_up': 'Es hat sich ergeben, was geschah: in der Notiz sagen',
  'exception.empties_off_catalog.name': 'Leergut anders ausgezahlt',
  'exception.empties_off_catalog.told': 'Der Beleg {receipt} zahlte {paid} für Leergut aus. Nach dem Katalog war es {due} wert.',
  'exception.empties_off_catalog.meaning':
    'Eine Kasse zahlte für Leergut einen anderen Betrag aus, als der Katalog sagt. Vielleicht änderte sich ein Pfand, während die \
Kasse offline war. Das Geld bleibt ausgezahlt.',
  'exception.empties_off_catalog.acknowledged': 'Das Pfand hat sich seitdem geändert: nichts zu berichtigen',
  'exception.empties_off_catalog.accept_loss': 'Der Unterschied ist verloren',
  'exception.empties_off_catalog.looked_up': 'Es hat sich ergeben, was geschah: in der Notiz sagen',
  'exception.no_receipt_off_policy.name': 'Gegen die Regel für Rückgaben ohne Beleg',
  'exception.no_receipt_off_policy.told':
    'Der Beleg {receipt} gab ohne Kaufbeleg {paid} als Guthaben. {trouble, select, not_offered {Diese Filiale bietet das nicht an.} \
customer {Der Kunde musste bekannt sein.} document {Ein Dokument musste gezeigt werden.} return_limit {Eine Rückgabe gibt höchstens \
{most}.} customer_returns {Der Kunde hatte keine solche Rückgabe mehr frei.} customer_limit {Der Kunde hatte noch {most} frei.} \
other {Nach den niedrigsten letzten Preisen sind es {most}.}}',
  'exception.no_receipt_off_policy.meaning':
    'Eine Kasse nahm ohne Beleg anders zurück, als die Regel sagt. Vielleicht war sie offline, während eine andere denselben Kunden \
bediente, oder ein Preis änderte sich. Das Guthaben bleibt.',
  'exception.no_receipt_off_policy.acknowledged': 'Es war richtig so: nichts zu berichtigen',
  'exception.no_receipt_off_policy.accept_loss': 'Der Unterschied ist verloren',
  'exception.no_receipt_off_policy.looked_up': 'Es hat sich ergeben, was geschah: in der Notiz sagen',
  'exception.business_date_off.name': 'Ein Geschäftstag, der nicht sein kann',
  'exception.business_date_off.told':
    'Eine Kasse buchte einen Vorgang ({what}) unter dem Geschäftstag {date}. Laut Server war es der {today}.',
  'exception.business_date_off.meaning':
    'Eine Kasse arbeitet unter einem Datum, das Jahre zurück oder in der Zukunft liegt: Ihre Uhr geht falsch. Was getan \
wurde, gilt, unter diesem Datum.',
  'exception.business_date_off.acknowledged': 'Die Uhr der Kasse geht jetzt richtig',
  'exception.business_date_off.looked_up': 'Es hat sich ergeben, was geschah: in der Notiz sagen',
  'exception.count_wanted.name': 'Zu zählende Ware',
  'exception.count_wanted.told':
    'Auftrag {order} wurde abgelehnt: {reason, select, out_of_stock {nicht vorrätig} damaged {beschädigt} other \
{nicht gefunden}}. Bitte zählen, wie viel von {sku} hier ist.',
  'exception.count_wanted.meaning':
    'Ein Auftrag wurde abgelehnt, weil Ware nicht da war. Bis sie gezählt ist, bekommt diese Filiale dafür keinen \
Onlineauftrag.',
  'exception.count_wanted.count_agrees': 'Ich habe gezählt: Es ist so viel da, wie gebucht ist',
  'exception.count_wanted.count_fewer': 'Ich habe gezählt: Es ist weniger da. Differenz ausbuchen',
  'exception.count_wanted.count_more': 'Ich habe gezählt: Es ist mehr da. Differenz einbuchen',
  'exception.order_not_placed.name': 'Bestellung eines Verkaufs nicht aufgegeben',
  'exception.order_not_placed.told':
    'Die Bestellung {order} des Belegs {receipt} wurde nicht aufgegeben: {trouble, select, unknown_sku {Ein Artikel fehlt im \
Katalog} unknown_store {Die Filiale ist geschlossen oder unbekannt} customer_erased {Der Kunde wurde gelöscht} other {Es gibt \
die Bestellung schon}}. Waren: {goods}. Bezahlt: {amount}.',
  'exception.order_not_placed.meaning':
    'Der Kunde hat für Waren bezahlt, die niemand sendet. Geben Sie das Geld mit einer Rückgabe auf den Beleg zurück oder bestellen \
Sie anders.',
  'exception.order_not_placed.paid_back': 'Der Kunde hat das Geld zurück: in der Notiz sagen, wie',
  'exception.order_not_placed.looked_up': 'Die Waren sind anders bestellt: in der Notiz sagen',
  'exception.order_waits.name': 'Bestellte Waren, die keine Filiale hat',
  'exception.order_waits.told': 'Für die Bestellung {order} des Belegs {receipt} hat keine Filiale {goods}. Bezahlt wurden dafür {amount}.',
  'exception.order_waits.meaning':
    'Die Waren gehen hinaus, sobald eine Filiale sie hat. Fragen Sie den Kunden: Er wartet, oder er bekommt das Geld mit einer \
Rückgabe zurück.',
  'exception.order_waits.acknowledged': 'Der Kunde wartet',
  'exception.order_waits.paid_back': 'Der Kunde hat das Geld zurück: in der Notiz sagen, wie',
  'exception.rules_ask_nobody.name': 'Bestellung, für die keine Regel jemanden fragt',
  'exception.rules_ask_nobody.told':
    '{goods} der Bestellung {order} sind da, aber {why, select, no_rule {keine Regel der Auftragsverteilung passt \
auf sie} other {die passenden Regeln der Auftragsverteilung fragen niemanden, der die Waren hat}} (Version {version}).',
  'exception.rules_ask_nobody.meaning':
    'Die Bestellung wartet, und mit ihr der Kunde. Bitten Sie die Zentrale, die Regeln zu ändern: Dann geht sie von selbst hinaus.',
  'exception.rules_ask_nobody.acknowledged': 'Die Zentrale weiß es',
  'exception.rules_ask_nobody.paid_back': 'Der Kunde hat das Geld zurück: in der Notiz sagen, wie',
  'exception.refunded_after_departure.name': 'Geld zurückgegeben für Waren, die schon weg waren',
  'exception.refunded_after_departure.told':
    'Auf den Beleg {receipt} wurden {amount} für die Bestellung {order} zurückgegeben. {goods} waren da aber schon weg.',
  'exception.refunded_after_departure.meaning':
    'Der Kunde hat das Geld und bekommt die Waren. Eine Filiale hat sie inzwischen versandt oder ausgegeben.',
  'exception.refunded_after_departure.paid_again': 'Der Kunde hat wieder bezahlt oder schickt sie zurück: in der Notiz sagen, wie',
  'exception.refunded_after_departure.looked_up': 'Die Waren sind doch noch da: in der Notiz sagen',
  'exception.refunded_after_departure.accept_loss': 'Verlust hinnehmen',
};
