import type { Framework } from './framework.state.js';
import type { Deadline, DecisionCode, Paper } from './rules.state.js';
import type { RulesSettings } from './rules-defaults.js';

const ANY = {
  adds: false,
  outcome: null,
  presence: null,
  blocksValidated: null,
  byJury: null,
  resit: null,
} as const;

/** The codes that juries usually print: the first that fits, and beside it whether anything may be sat again. */
export const DEFAULT_LEGEND: readonly DecisionCode[] = (
  [
    { ...ANY, code: 'ADM', labelExact: 'Admis', outcome: 'admitted', byJury: false },
    { ...ANY, code: 'ADJ', labelExact: 'Admis par décision du jury', outcome: 'admitted' },
    { ...ANY, code: 'ANN', labelExact: 'Décision annulée', outcome: 'annulled' },
    { ...ANY, code: 'ATT', labelExact: 'En attente', outcome: 'pending' },
    { ...ANY, code: 'DEM', labelExact: 'Démission', presence: 'withdrawn' },
    { ...ANY, code: 'DEF', labelExact: 'Défaillant', presence: 'defaulted' },
    { ...ANY, code: 'VPA', labelExact: 'Validation partielle', outcome: 'not-admitted', blocksValidated: 'some' },
    { ...ANY, code: 'REF', labelExact: 'Aucun bloc validé', outcome: 'not-admitted', blocksValidated: 'none' },
    { ...ANY, code: 'AJO', labelExact: 'Ajourné', outcome: 'not-admitted' },
    { ...ANY, code: 'RAT', labelExact: 'Autorisé à repasser', adds: true, resit: 'authorised' },
    { ...ANY, code: 'NAR', labelExact: 'Non autorisé à repasser', adds: true, resit: 'refused' },
  ] as const
).map((code, index) => ({ ...code, position: index + 1 }));

const NOTIFIED = { startsFrom: 'notification', countsFrom: 'receipt', subject: null } as const;
const DECIDED = { startsFrom: 'decision', countsFrom: 'sending', subject: null } as const;

/**
 * Two months to appeal, a fortnight to notify, three months to bring a VAE file before its jury and to send a title to
 * the register; what lies under a mark is kept as long as one can sue. Minutes have no deadline: they are kept.
 */
export const DEFAULT_DEADLINES: readonly Deadline[] = [
  { ...NOTIFIED, duty: 'appeal', amount: 2, unit: 'months' },
  { ...DECIDED, duty: 'notification', amount: 15, unit: 'days' },
  { ...DECIDED, duty: 'vae-jury', amount: 3, unit: 'months', startsFrom: 'file-filed' },
  { ...DECIDED, duty: 'vae-notification', amount: 15, unit: 'days' },
  { ...DECIDED, duty: 'resit-notice', amount: 14, unit: 'days', startsFrom: 'publication' },
  { ...DECIDED, duty: 'registry-transmission', amount: 3, unit: 'months' },
  { ...DECIDED, duty: 'data-request', amount: 1, unit: 'months', startsFrom: 'request' },
  { ...DECIDED, duty: 'retention', subject: 'copies', amount: 5, unit: 'years', startsFrom: 'appeal-deadline' },
  { ...DECIDED, duty: 'retention', subject: 'marks', amount: 10, unit: 'years', startsFrom: 'session-closed' },
];

const NUMBERING = 'fiche-year-0000';

/** The parchment, and of the papers on a part of the title those that the reading of the partial clause allows (A12). */
export function defaultPapers(
  { partialClause }: Pick<Framework, 'partialClause'>,
  { partialReading }: Pick<RulesSettings, 'partialReading'>,
): readonly Paper[] {
  const isEach = partialClause !== null && partialReading === 'any-listed';
  const isPart = partialClause !== null;
  return [
    { paper: 'certificate', issued: true, blocks: [], numbering: NUMBERING },
    {
      paper: 'block-attestation',
      issued: isEach,
      blocks: isEach ? partialClause.blocks : [],
      numbering: isEach ? NUMBERING : null,
    },
    { paper: 'partial-certificate', issued: isPart, blocks: [], numbering: isPart ? NUMBERING : null },
    { paper: 'transcript', issued: true, blocks: [], numbering: null },
    { paper: 'notification', issued: true, blocks: [], numbering: null },
    { paper: 'minutes', issued: true, blocks: [], numbering: null },
  ];
}
