import type { jobs as english } from '../en/jobs.ts';
import type { Translated } from '../message.ts';

export const jobs: Translated<typeof english> = {
  'jobs.title': 'Aufgaben',
  'jobs.retryShown': 'Alle gezeigten noch einmal versuchen',
  'jobs.what': 'Der Server hat jede davon zehnmal versucht. Beheben Sie die Ursache und versuchen Sie es noch einmal.',
  'jobs.none': 'Keine gescheiterten Aufgaben',
  'jobs.noneText': 'Die Arbeit im Hintergrund läuft gut.',
  'jobs.list': 'Gescheiterte Aufgaben',
  'jobs.more': 'Mehr zeigen',
  'jobs.name': '{kind}, Nummer {id}',
  'jobs.givenUp': 'Aufgegeben {when}',
  'jobs.retry': 'Noch einmal versuchen',
  'jobs.retryOne': 'Noch einmal versuchen: {name}',
  'jobs.discard': 'Verwerfen',
  'jobs.discardOne': 'Verwerfen: {name}',
  'jobs.discardForGood': 'Endgültig verwerfen',
  'jobs.discardForGoodOne': 'Endgültig verwerfen: {name}',
  'jobs.retried':
    '{count, plural, one {Eine Aufgabe wird jetzt noch einmal versucht.} other {# Aufgaben werden jetzt noch einmal \
versucht.}}',
  'jobs.discarded': '{count, plural, one {Eine Aufgabe wurde verworfen.} other {# Aufgaben wurden verworfen.}}',
  'jobs.restGone': 'Um die übrigen hat sich schon jemand gekümmert.',
  'jobs.error.server_gone': 'Ihr Server ist jedes Mal mittendrin stehen geblieben.',
  'jobs.error.bad_payload': 'Eine andere Version des Servers hat sie angelegt.',
  'jobs.error.timeout': 'Die Gegenseite hat nicht rechtzeitig geantwortet.',
  'jobs.error.failed': 'Sie ist gescheitert. Im Protokoll des Servers steht, warum.',
  'jobs.errorDatabase': 'Die Datenbank hat sie abgelehnt ({code}).',
  'jobs.errorCode': 'Sie ist mit dem Code {code} gescheitert.',
  'jobs.kind.source_backorders': 'Ware für wartende Bestellungen finden',
  'jobs.kind.source_after_count': 'Bestellungen nach einer Zählung zuteilen',
  'jobs.kind.distrust_silent_stores': 'Nach Filialen ohne Verbindung sehen',
  'jobs.kind.distrust_store': 'Bestand einer Filiale ohne Verbindung zurückhalten',
  'jobs.kind.delete_old_events': 'Alte Ereignisse löschen',
  'jobs.kind.summarize_shift': 'Eine geschlossene Schicht zusammenzählen',
  'jobs.kind.summarize_shifts': 'Ausgelassene Schichten zusammenzählen',
};
