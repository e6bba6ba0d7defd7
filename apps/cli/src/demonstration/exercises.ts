import { accommodationsOf } from './accommodations.js';
import { candidatesWhoSit } from './attendance.js';
import { trueMark } from './case-studies.js';
import { placed } from './centres.js';
import { placeKey } from './exceptions.js';
import { groupsOf, membersOf, sizesOf } from './groups.js';
import { appreciationOf, bySingle, outcomeOf, type Quarters, resultOf } from './marks.js';
import type { Chapter, Step, Telling } from './telling.js';

const WRITTEN = { written: true, oral: false };

interface ExerciseSet {
  readonly modality: string;
  readonly occurrence: number;
  readonly heldOn: string;
  readonly recordedOn: string;
  readonly theme: string;
  /** The exercises, each on its day. */
  readonly done: readonly (readonly [code: string, on: string])[];
  /** In so many groups, where the set is a group's work; else each candidate does his own. */
  readonly groups?: number;
}

/** The eight lines of exercises, for which the fiche prints no number (A07); the rules ask for two sets of F8-M3. */
const EXERCISE_SETS: readonly ExerciseSet[] = [
  {
    ...{ modality: 'F1-M3', occurrence: 1, heldOn: '2018-12-04', recordedOn: '2018-12-07', theme: 'DIAGNOSTIC' },
    done: [
      ['EX-PESTEL', '2018-11-13'],
      ['EX-CONCURRENCE', '2018-11-27'],
      ['EX-CIBLES', '2018-12-04'],
    ],
  },
  {
    ...{ modality: 'F2-M3', occurrence: 1, heldOn: '2018-12-20', recordedOn: '2018-12-21', theme: 'PLAN-MEDIA' },
    done: [
      ['EX-AXES', '2018-12-13'],
      ['EX-MEDIAPLAN', '2018-12-20'],
    ],
    groups: 5,
  },
  {
    ...{
      modality: 'F4-M2',
      occurrence: 1,
      heldOn: '2019-01-31',
      recordedOn: '2019-02-07',
      theme: 'CAHIER-DES-CHARGES',
    },
    done: [
      ['EX-BRIEF-DIGITAL', '2019-01-24'],
      ['EX-BRIEF-EVENEMENT', '2019-01-31'],
    ],
  },
  {
    ...{ modality: 'F5-M3', occurrence: 1, heldOn: '2019-04-03', recordedOn: '2019-04-05', theme: 'DEPLOIEMENT' },
    done: [
      ['EX-RETROPLANNING', '2019-03-20'],
      ['EX-BUDGET-POLES', '2019-04-03'],
    ],
    groups: 4,
  },
  {
    ...{ modality: 'F7-M2', occurrence: 1, heldOn: '2019-04-24', recordedOn: '2019-04-26', theme: 'BUDGET' },
    done: [
      ['EX-ECARTS', '2019-04-10'],
      ['EX-DEVIS', '2019-04-24'],
    ],
  },
  {
    ...{ modality: 'F8-M3', occurrence: 1, heldOn: '2019-05-02', recordedOn: '2019-05-06', theme: 'INDICATEURS' },
    done: [
      ['EX-NOTORIETE', '2019-04-18'],
      ['EX-TABLEAU-DE-BORD', '2019-05-02'],
    ],
  },
  {
    ...{ modality: 'F6-M4', occurrence: 1, heldOn: '2019-05-09', recordedOn: '2019-05-13', theme: 'PILOTAGE' },
    done: [
      ['EX-CONTROLE-LIVRABLES', '2019-04-30'],
      ['EX-REUNION', '2019-05-09'],
    ],
  },
  {
    ...{ modality: 'F8-M3', occurrence: 2, heldOn: '2019-05-23', recordedOn: '2019-05-27', theme: 'MESURE' },
    done: [
      ['EX-RETOUR-INVESTISSEMENT', '2019-05-16'],
      ['EX-VEILLE', '2019-05-23'],
    ],
  },
  {
    ...{ modality: 'F9-M3', occurrence: 1, heldOn: '2019-06-05', recordedOn: '2019-06-07', theme: 'BILAN' },
    done: [
      ['EX-BILAN-CAMPAGNE', '2019-05-29'],
      ['EX-RESTITUTION', '2019-06-05'],
    ],
    groups: 4,
  },
];

export function exercises(telling: Telling): Chapter[] {
  return EXERCISE_SETS.map((set) => (set.groups === undefined ? ofEach(telling, set) : ofGroups(telling, set)));
}

function ofEach(telling: Telling, set: ExerciseSet): Chapter {
  const { modality, occurrence, heldOn, recordedOn, theme, done } = set;
  const sitting = candidatesWhoSit(telling, modality, heldOn, occurrence);
  return {
    day: recordedOn,
    title: `Exercices ${modality}, série ${occurrence} : ${sitting.length} candidats, ${done.length} exercices chacun.`,
    by: 'registrar',
    steps: sitting.map((candidate): Step => {
      const key = placeKey(candidate.code, modality, occurrence);
      const quarters = trueMark(telling, candidate, modality, occurrence);
      return {
        name: key,
        path: `candidacies/${candidate.candidacyId}/exercises`,
        body: {
          ...placed(set),
          ...accommodationsOf(telling, candidate, heldOn),
          outcome: outcomeOf(quarters),
          conduct: conduct(telling, modality, quarters),
          facts: { theme, exercises: marked(done, quarters).map((one) => ({ ...one, work: 'individual' })) },
          appreciation: appreciationOf(quarters, telling.dice(`words ${key}`)),
        },
      };
    }),
  };
}

function ofGroups(telling: Telling, set: ExerciseSet): Chapter {
  const { modality, heldOn, recordedOn, theme, done, groups: count = 1 } = set;
  const groups = groupsOf(telling, modality, heldOn, count);
  return {
    day: recordedOn,
    title: `Exercices ${modality} : ${groups.length} groupes de ${sizesOf(groups)}, ${done.length} exercices chacun.`,
    by: 'registrar',
    steps: groups.map((group): Step => ({
      name: `group ${modality}/${group.number}`,
      path: `cohorts/${telling.cast.cohortId}/group-exercises`,
      reacts: true,
      body: {
        ...placed(set),
        result: resultOf(group.quarters),
        conduct: conduct(telling, modality, group.quarters),
        facts: { theme, exercises: marked(done, group.quarters) },
        members: membersOf(telling, set, group),
      },
    })),
  };
}

function conduct({ cast }: Telling, modality: string, quarters: Quarters) {
  return bySingle(cast.assessors[(Number(modality[1]) + 1) % 4]!, quarters, WRITTEN);
}

/** Two exercises, as far below the mark as above it; a third is as the mark. */
function marked(done: ExerciseSet['done'], quarters: Quarters) {
  const apart = Math.min(4, quarters, 80 - quarters);
  return done.map(([code, heldOn], index) => ({
    code,
    heldOn,
    result: resultOf(quarters + [-apart, apart, 0][index]!),
    coefficient: '1',
  }));
}
