/** A mark that was recorded wrongly and corrected later. */
export interface WrongMark {
  readonly code: string;
  readonly modality: string;
  readonly occurrence: number;
  /** How far the recorded mark is from the true one, in quarters of a point. */
  readonly offBy: number;
  readonly correctedOn: string;
  readonly title: string;
  readonly reason: string;
  readonly explanation: string;
  readonly authority: { readonly code: string; readonly document: string };
}

/** What did not go as it should: a ledger without any of it would show little. */
export const WRONG_MARKS: readonly WrongMark[] = [
  {
    code: 'C02',
    modality: 'F3-M1',
    occurrence: 1,
    offBy: -12,
    correctedOn: '2019-01-25',
    title: 'Une note est corrigée : la grille avait été mal additionnée, l’évaluatrice en convient.',
    reason: 'grid-miscalculated',
    explanation: 'Total de la grille recompté avec l’évaluatrice : 3 points oubliés.',
    authority: { code: 'assessor', document: 'GRILLE-EC-2019-01' },
  },
  {
    code: 'C11',
    modality: 'F4-M1',
    occurrence: 1,
    offBy: -8,
    correctedOn: '2019-02-08',
    title: 'Une note est corrigée : erreur de saisie, relevée par le service des examens.',
    reason: 'keying-error',
    explanation: 'La copie porte 2 points de plus que la saisie.',
    authority: { code: 'examination-office', document: 'NOTE-2019-07' },
  },
  {
    code: 'C06',
    modality: 'F5-M1',
    occurrence: 1,
    offBy: -6,
    correctedOn: '2019-05-10',
    title: 'Une note est corrigée six semaines plus tard : la commission de recours a donné raison au candidat.',
    reason: 'appeal-upheld',
    explanation: 'Deuxième lecture de la copie, question 3 notée.',
    authority: { code: 'appeal-board', document: 'RECOURS-2019-03' },
  },
];

/** What stands in the place of a mark, by candidate and place. */
export const OTHER_OUTCOMES: Readonly<Record<string, object>> = {
  'C04 F3-M1/2': { kind: 'absence', justified: true, document: 'CERT-2019-0212' },
  'C07 F7-M1/1': { kind: 'absence', justified: false },
  'C09 F4-M1/1': { kind: 'exemption', authority: { code: 'pedagogical-council', document: 'DISPENSE-2019-01' } },
};

/** Marks that nobody recorded in the first session; the report of C13 comes late, the defence of C16 in September. */
export const NEVER_RECORDED: ReadonlySet<string> = new Set(['C12 F9-M2/1', 'C13 F6-M2/1', 'C16 F6-M3/1']);

/** Two copies that were taken for one another when their marks were keyed. */
export const SWAPPED = { modality: 'F4-M1', occurrence: 2, codes: ['C01', 'C13'] } as const;

/** Whose mark was written in a candidate's file: his own, but for the two that were swapped. */
export function markedAs(code: string, modality: string, occurrence: number): string {
  const { codes } = SWAPPED;
  if (modality !== SWAPPED.modality || occurrence !== SWAPPED.occurrence) return code;
  return code === codes[0] ? codes[1] : code === codes[1] ? codes[0] : code;
}

/** A weak day that a second attempt makes good, in quarters of a point. */
export const WEAK_DAYS: Readonly<Record<string, number>> = { 'C10 F8-M2/1': 19 };

export function placeKey(code: string, modality: string, occurrence: number): string {
  return `${code} ${modality}/${occurrence}`;
}
