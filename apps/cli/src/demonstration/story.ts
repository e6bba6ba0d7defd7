import { accommodations } from './accommodations.js';
import { beginnings } from './beginnings.js';
import { blindMarking } from './blind-marking.js';
import { caseStudies } from './case-studies.js';
import { type Cast, castOf, commandIdOf } from './cast.js';
import { companies } from './companies.js';
import { corrections } from './corrections.js';
import { defences } from './defences.js';
import { Dice } from './dice.js';
import { discipline } from './discipline.js';
import { exercises } from './exercises.js';
import { freezes } from './freezes.js';
import { identities } from './identities.js';
import { lives } from './lives.js';
import { projects } from './projects.js';
import { reattributions } from './reattributions.js';
import { recognitions } from './recognitions.js';
import { resits } from './resits.js';
import { rolePlays } from './role-plays.js';
import type { Chapter, FicheTold, Step, Telling } from './telling.js';
import { vae } from './vae.js';

/** A step with its moment and the id of its command. */
export interface DatedStep extends Step {
  readonly at: string;
  readonly commandId: string;
}

export interface Story {
  readonly seed: number;
  readonly foundedAt: string;
  readonly cast: Cast;
  readonly chapters: readonly (Omit<Chapter, 'steps'> & { readonly steps: readonly DatedStep[] })[];
  /** The mark whose correction is worth looking at: whose, and the minute before it was corrected. */
  readonly corrected: { readonly candidacyId: string; readonly minuteBefore: string };
}

export const SEED_DEFAULT = 28_684;
const FOUNDED_AT = '2018-06-04T07:00:00.000Z';
const DAY_BEGINS = 'T07:30:00.000Z';
const BETWEEN_STEPS_MS = 3 * 60_000;

/** The story of a seed, from the fiche to the marks that are frozen after the re-sits: the same seed tells the same commands under the same ids. */
export function storyOf(seed: number, document: FicheTold): Story {
  const cast = castOf(seed);
  const telling: Telling = { seed, cast, dice: (purpose) => new Dice(seed, purpose) };
  const told = [
    ...beginnings(telling, document),
    recognitions(telling),
    accommodations(telling),
    blindMarking(telling),
    ...caseStudies(telling),
    ...exercises(telling),
    ...projects(telling),
    ...rolePlays(telling),
    ...lives(telling),
    identities(telling),
    ...vae(telling),
    ...discipline(telling),
    ...companies(telling),
    defences(telling),
    ...corrections(telling),
    reattributions(telling),
    ...freezes(telling),
    ...resits(telling),
  ];
  told.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const chapters = told.map((chapter) => ({ ...chapter, steps: dated(seed, chapter) }));
  const corrected = chapters.flatMap(({ steps }) => steps).find(({ path }) => path.endsWith('/corrections'))!;
  return {
    seed,
    foundedAt: FOUNDED_AT,
    cast,
    chapters,
    corrected: {
      candidacyId: corrected.path.split('/')[1]!,
      minuteBefore: new Date(Date.parse(corrected.at) - 60_000).toISOString(),
    },
  };
}

function dated(seed: number, { day, steps }: Chapter): DatedStep[] {
  return steps.map((step, index) => ({
    ...step,
    at: new Date(Date.parse(`${day}${DAY_BEGINS}`) + index * BETWEEN_STEPS_MS).toISOString(),
    commandId: commandIdOf(seed, step.name),
  }));
}
