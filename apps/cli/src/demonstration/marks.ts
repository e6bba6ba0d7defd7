import type { Colleague, StoryCandidate } from './cast.js';
import type { Dice } from './dice.js';

const HIGHEST = 80;

/** A mark, counted in quarters of a point so that arithmetic on it is exact. */
export type Quarters = number;

/** What a candidate obtains on a day: his talent, and luck. */
export function obtained({ talent }: StoryCandidate, dice: Dice): Quarters {
  const luck = (dice.next() + dice.next() + dice.next() - 1.5) * 12;
  return within(Math.round(talent + luck));
}

export function within(quarters: number): Quarters {
  return Math.min(HIGHEST, Math.max(0, quarters));
}

export function resultOf(quarters: Quarters) {
  return { scale: 'twenty', value: (quarters / 4).toFixed(2) };
}

export function outcomeOf(quarters: Quarters) {
  return { kind: 'result', result: resultOf(quarters) };
}

/** The mean of two marks to the nearest quarter, halves up. */
export function meanOf(one: Quarters, other: Quarters): Quarters {
  return Math.floor((one + other + 1) / 2);
}

export interface Form {
  readonly written: boolean;
  readonly oral: boolean;
}

export function bySingle({ id }: Colleague, quarters: Quarters, form: Form, grid?: object) {
  const assessor = { assessorId: id, result: resultOf(quarters), ...(grid ? { grid } : {}) };
  return { assessors: [assessor], agreedBy: 'single', ...form };
}

export function bySeveral(
  parts: readonly { readonly assessor: Colleague; readonly quarters: Quarters; readonly grid?: object | undefined }[],
  agreedBy: 'agreement' | 'mean',
  form: Form,
) {
  const assessors = parts.map(({ assessor, quarters, grid }) => ({
    assessorId: assessor.id,
    result: resultOf(quarters),
    ...(grid ? { grid } : {}),
  }));
  return { assessors, agreedBy, ...form };
}

/** The rules' grid of written studies, whose criteria inform: here their mean is exactly the mark. */
export function studyGrid(quarters: Quarters) {
  const spread = Math.min(4, quarters, HIGHEST - quarters);
  const shifts = { DIAGNOSTIC: -spread, STRATEGIE: spread, ARGUMENTATION: -(spread >> 1), REDACTION: spread >> 1 };
  const criteria = Object.entries(shifts).map(([code, shift]) => ({ code, result: resultOf(quarters + shift) }));
  return { id: 'ETUDE-DE-CAS', version: 1, criteria };
}

/** What each level of the rules is worth, in quarters of a point. */
const LEVELS = { NA: 16, PA: 40, A: 64 } as const;

/** The level that is nearest to a mark. */
function levelOf(quarters: Quarters): keyof typeof LEVELS {
  return quarters < 28 ? 'NA' : quarters < 52 ? 'PA' : 'A';
}

export function onLevels(quarters: Quarters) {
  return { scale: 'apna', value: levelOf(quarters) };
}

/** The rules' grid of role plays: levels only, beside the mark. */
export function rolePlayGrid(quarters: Quarters) {
  const shifts = { ECOUTE: 10, POSTURE: 0, PROPOSITION: -10 };
  const criteria = Object.entries(shifts).map(([code, shift]) => ({ code, result: onLevels(quarters + shift) }));
  return { id: 'JEU-DE-ROLE', version: 1, criteria };
}

/** The rules' grid of the defence, two criteria in marks and one in levels, which gives exactly the mark; none where no such marks are. */
export function defenceGrid(quarters: Quarters) {
  const left = 4 * quarters - LEVELS[levelOf(quarters)];
  const steering = Math.floor(left / 3);
  const budget = left - 2 * steering;
  if (steering < 0 || budget > HIGHEST) return undefined;
  const criteria = [
    { code: 'PILOTAGE', result: resultOf(steering) },
    { code: 'BUDGET', result: resultOf(budget) },
    { code: 'ORAL', result: onLevels(quarters) },
  ];
  return { id: 'SOUTENANCE', version: 1, criteria };
}

const WORDS = {
  high: [
    'Travail remarquable, argumenté de bout en bout.',
    'Très bonne maîtrise de la démarche ; recommandations directement utilisables.',
    'Analyse fine de la demande du client, présentation soignée.',
  ],
  middle: [
    'Ensemble solide ; le budget mériterait d’être détaillé.',
    'Bonne compréhension du sujet, des choix de supports à justifier davantage.',
    'Démarche claire, conclusion un peu rapide.',
    'Travail sérieux et structuré.',
  ],
  low: [
    'Le diagnostic reste en surface, les priorités ne sont pas hiérarchisées.',
    'Des connaissances, mais la réponse ne traite pas toute la demande.',
    'Travail inachevé : la mesure de l’efficacité manque.',
  ],
} as const;

/** What an assessor writes under such a mark. */
export function appreciationOf(quarters: Quarters, dice: Dice): string {
  return dice.pick(quarters >= 58 ? WORDS.high : quarters >= 42 ? WORDS.middle : WORDS.low);
}
