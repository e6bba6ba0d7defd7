import { candidatesWhoSit, trueMark } from './case-studies.js';
import type { StoryCandidate } from './cast.js';
import { placeKey } from './exceptions.js';
import { appreciationOf, bySeveral, bySingle, outcomeOf, type Quarters, resultOf, within } from './marks.js';
import type { Chapter, Step, Telling } from './telling.js';

const SPOKEN = { written: false, oral: true };

interface GroupRound {
  readonly modality: string;
  readonly heldOn: string;
  readonly recordedOn: string;
  readonly sizes: readonly number[];
  readonly scenarioCode: string;
  readonly partners: readonly string[];
}

/** The two lines that the fiche gives to groups. */
const GROUP_ROUNDS: readonly GroupRound[] = [
  {
    modality: 'F1-M2',
    heldOn: '2018-12-11',
    recordedOn: '2018-12-18',
    sizes: [4, 4, 3, 3, 3],
    scenarioCode: 'MSP-2018-12',
    partners: ['client'],
  },
  {
    modality: 'F3-M2',
    heldOn: '2019-02-26',
    recordedOn: '2019-03-01',
    sizes: [5, 4, 4, 4],
    scenarioCode: 'MSP-2019-02',
    partners: ['client', 'media-agency'],
  },
];

/** A member whose result is not the group's: which group, which of its members, how far, why. */
const DEVIATIONS = [
  { modality: 'F1-M2', group: 1, member: 1, by: 10, code: 'leading-part', text: 'A conduit la négociation seule.' },
  { modality: 'F1-M2', group: 3, member: 0, by: -10, code: 'individual-part', text: 'Partie budgétaire non traitée.' },
  { modality: 'F3-M2', group: 0, member: 2, by: -8, code: 'absence-from-part', text: 'Absent à la restitution.' },
] as const;

/** Those who play the second role play of F5-M2 together; the last of them has it recorded already. */
const LATE_GROUP = ['C05', 'C08', 'C03'];

/** Role plays: of groups (F1-M2, F3-M2), and of single candidates (F5-M2), once of a few together. */
export function rolePlays(telling: Telling): Chapter[] {
  return [
    ...GROUP_ROUNDS.map((round) => groupRound(telling, round)),
    singleRound(telling, 1, '2019-03-27', '2019-04-02', []),
    singleRound(telling, 2, '2019-04-09', '2019-04-11', LATE_GROUP.slice(0, 2)),
    lateGroup(telling),
  ];
}

function groupRound(telling: Telling, round: GroupRound): Chapter {
  const { modality, heldOn, recordedOn, sizes, scenarioCode, partners } = round;
  const members = telling.dice(`groups ${modality}`).shuffled(candidatesWhoSit(telling));
  const steps = sizes.map((size, group): Step => {
    const own = members.splice(0, size);
    const mean = Math.round(own.reduce((sum, one) => sum + trueMark(telling, one, modality, 1), 0) / size);
    return {
      name: `group ${modality}/${group}`,
      path: `cohorts/${telling.cast.cohortId}/group-role-plays`,
      reacts: true,
      body: {
        ...{ modality, occurrence: 1, attempt: 1, session: 1, heldOn },
        result: resultOf(mean),
        conduct: panel(telling, mean),
        facts: { scenarioCode, partners },
        members: own.map((candidate, member) => memberOf(telling, modality, candidate, { group, member, mean })),
      },
    };
  });
  const deviations = DEVIATIONS.filter((one) => one.modality === modality).length;
  return {
    day: recordedOn,
    title: `Mise en situation ${modality} : ${sizes.length} groupes de ${Math.min(...sizes)} à ${Math.max(...sizes)}, ${deviations} écart${deviations > 1 ? 's' : ''} individuel${deviations > 1 ? 's' : ''} motivé${deviations > 1 ? 's' : ''}.`,
    by: 'registrar',
    steps,
  };
}

function panel({ cast }: Telling, quarters: Quarters) {
  const [first, second] = [cast.assessors[1]!, cast.assessors[2]!];
  const apart = Math.min(3, quarters, 80 - quarters);
  const parts = [
    { assessor: first, quarters: quarters - apart },
    { assessor: second, quarters: quarters + apart },
  ];
  return bySeveral(parts, 'agreement', SPOKEN);
}

function memberOf(
  telling: Telling,
  modality: string,
  { candidacyId, code }: StoryCandidate,
  { group, member, mean }: { group: number; member: number; mean: Quarters },
) {
  const appreciation = appreciationOf(mean, telling.dice(`words ${code} ${modality}`));
  const deviation = DEVIATIONS.find((one) => one.modality === modality && one.group === group && one.member === member);
  if (!deviation) return { candidacyId, appreciation };
  const { by, code: reason, text } = deviation;
  return { candidacyId, appreciation, outcome: outcomeOf(within(mean + by)), deviation: { code: reason, text } };
}

function singleRound(
  telling: Telling,
  occurrence: number,
  heldOn: string,
  recordedOn: string,
  left: readonly string[],
): Chapter {
  const sitting = candidatesWhoSit(telling).filter(({ code }) => !left.includes(code));
  return {
    day: recordedOn,
    title: `Jeu de rôle F5-M2, épreuve ${occurrence} : ${sitting.length} candidats, un par un.`,
    by: 'registrar',
    steps: sitting.map((candidate): Step => {
      const quarters = trueMark(telling, candidate, 'F5-M2', occurrence);
      const key = placeKey(candidate.code, 'F5-M2', occurrence);
      return {
        name: key,
        path: `candidacies/${candidate.candidacyId}/role-plays`,
        body: {
          ...{ modality: 'F5-M2', occurrence, attempt: 1, session: 1, heldOn },
          outcome: outcomeOf(quarters),
          conduct: bySingle(telling.cast.assessors[occurrence]!, quarters, SPOKEN),
          facts: { scenarioCode: `JR-2019-0${occurrence}`, partners: ['client', 'print-supplier'] },
          appreciation: appreciationOf(quarters, telling.dice(`words ${key}`)),
        },
      };
    }),
  };
}

/** The group is accepted whole; the line of the member who has this place already is refused in his file and reported. */
function lateGroup(telling: Telling): Chapter {
  const members = LATE_GROUP.map((code) => telling.cast.candidates.find((one) => one.code === code)!);
  const quarters = trueMark(telling, members[0]!, 'F5-M2', 2);
  return {
    day: '2019-04-12',
    title:
      'Jeu de rôle F5-M2 joué à trois : deux lignes inscrites, la troisième refusée (déjà notée la veille) et signalée.',
    by: 'registrar',
    steps: [
      {
        name: 'group F5-M2/late',
        path: `cohorts/${telling.cast.cohortId}/group-role-plays`,
        reacts: true,
        body: {
          ...{ modality: 'F5-M2', occurrence: 2, attempt: 1, session: 1, heldOn: '2019-04-10' },
          result: resultOf(quarters),
          conduct: panel(telling, quarters),
          facts: { scenarioCode: 'JR-2019-02', partners: ['client', 'print-supplier'] },
          members: members.map(({ candidacyId }) => ({ candidacyId })),
        },
      },
    ],
  };
}
