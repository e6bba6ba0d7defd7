import { INCIDENTS } from './code-words.js';
import { counted, dayInWords, of } from './french.js';
import { REFUSALS } from './refusal-words.js';
import type { TaskKind, TaskRow } from './task-rows.js';

/** What sentences about a task need beside its row. */
export interface TaskSetting {
  /** «Camille MARTIN (n° 2018-017)», or «un candidat». */
  readonly candidate: string;
  /** Names of the assessors who have given a blind mark. */
  readonly assessors: readonly string[];
  /** «bloc RNCP28684BC01 « … »», where a block is concerned. */
  readonly block: string;
  /** Kind of an incident. */
  readonly incident: string;
  /** Certification and last day of an entitlement that ends. */
  readonly number: string;
}

function refusal({ refused }: TaskRow): string {
  return REFUSALS[refused ?? ''] ?? 'une règle que cette version ne connaît pas';
}

function lineWords({ line, stream }: TaskRow): string {
  const where = /^groupwork-/.test(stream)
    ? 'du travail de groupe'
    : /^sitting-/.test(stream)
      ? 'de la séance'
      : 'de la feuille de notes';
  return `La ligne n° ${line ?? '?'} ${where}`;
}

const due = ({ due: day }: TaskRow) => dayInWords(day ?? '');

/** What is to be done, in whole sentences. */
const TO_DO: Readonly<Record<Exclude<TaskKind, 'quarantine'>, (row: TaskRow, setting: TaskSetting) => string>> = {
  'refused-line': (row, { candidate }) =>
    `${lineWords(row)} n’a pu être enregistrée dans le dossier ${of(candidate)} : ${refusal(row)}. À faire : lever la cause et la demander de nouveau, l’enregistrer autrement, ou l’abandonner.`,
  'refused-voiding': (row, { candidate }) =>
    `${lineWords(row)} n’a pu être annulée dans le dossier ${of(candidate)} : ${refusal(row)}. À faire : lever la cause et demander l’annulation de nouveau, ou régler le cas autrement.`,
  'refused-reattribution': (row, { candidate }) =>
    `Une réattribution n’a pu se faire dans le dossier ${of(candidate)} : ${refusal(row)}. L’autre dossier peut l’avoir faite : à régler sans attendre, en la demandant de nouveau ou en la défaisant.`,
  'refused-attendance': (row, { candidate }) =>
    `${lineWords(row)} contredit le dossier ${of(candidate)} : ${refusal(row)}. À faire : rectifier l’émargement.`,
  'refused-transfer': (row, { candidate }) =>
    `Le transfert ${of(candidate)} n’a pas été reçu dans l’autre promotion : ${refusal(row)}. À faire : lever la cause et le demander de nouveau, ou poursuivre la candidature ici.`,
  'fallen-award': (_row, { candidate, block }) =>
    `Une acquisition sur laquelle repose la reprise du ${block} dans le dossier ${of(candidate)} est tombée. À faire : retirer la reprise, ou constater qu’une autre acquisition la soutient.`,
  incident: ({ heard }, { candidate, incident }) =>
    `Dossier ${of(candidate)} : ${incident} attend ${heard ? 'une décision. À faire : prononcer la suite, ou qu’il n’y en a pas' : 'une audition. À faire : convoquer et entendre le candidat, puis décider'}.`,
  'blind-marks': ({ expected, assessors: given }, { candidate, assessors }) => {
    const from = assessors.length > 0 ? ` (déposée par ${assessors.join(' et ')})` : '';
    return given.length < expected
      ? `Dossier ${of(candidate)} : ${counted(given.length, 'note')} sur ${expected} en double aveugle${from}. À faire : obtenir celle qui manque.`
      : `Dossier ${of(candidate)} : les ${expected} notes en double aveugle sont déposées, sans résultat arrêté. À faire : désigner un autre correcteur, ou arrêter le résultat.`;
  },
  'data-request': (row, { candidate }) =>
    `Une demande d’exercice de droits ${of(candidate)} attend sa réponse, due le ${due(row)} au plus tard.`,
  suspension: (row, { candidate }) =>
    `La suspension de la candidature ${of(candidate)} devait prendre fin le ${due(row)}. À faire : enregistrer la reprise, la prolonger, ou constater le départ.`,
  'vae-jury': (row, { candidate }) =>
    `Le dossier de validation ${of(candidate)} attend son jury, à réunir le ${due(row)} au plus tard.`,
  habilitation: (row, { number }) =>
    `L’habilitation du centre ${row.code ?? ''} pour ${number} prend fin le ${due(row)}, et rien ne la suit. À faire : la renouveler, ou en prendre acte.`,
};

/** A task in words. */
export function taskInWords(row: TaskRow & { readonly kind: TaskKind }, setting: TaskSetting): string {
  return row.kind === 'quarantine' ? '' : TO_DO[row.kind](row, setting);
}

export function incidentInWords(kind: string): string {
  return INCIDENTS[kind] ?? 'un incident';
}
