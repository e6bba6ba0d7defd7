import { derivedId } from '@minutier/ledger';

import { accommodationsOf } from './accommodations.js';
import { candidate, candidatesWhoSit } from './attendance.js';
import { trueMark } from './case-studies.js';
import { commandIdOf, type StoryCandidate } from './cast.js';
import { placed } from './centres.js';
import { placeKey } from './exceptions.js';
import { deviationsOf, groupsOf, membersOf, panel, sizesOf } from './groups.js';
import { appreciationOf, bySingle, outcomeOf, resultOf, rolePlayGrid } from './marks.js';
import type { Chapter, Step, Telling } from './telling.js';

const SPOKEN = { written: false, oral: true };

interface GroupRound {
  readonly modality: string;
  readonly occurrence: number;
  readonly heldOn: string;
  readonly recordedOn: string;
  readonly groups: number;
  readonly scenarioCode: string;
  readonly partners: readonly string[];
}

/** The two lines that the fiche gives to groups. */
const GROUP_ROUNDS: readonly GroupRound[] = [
  {
    modality: 'F1-M2',
    occurrence: 1,
    heldOn: '2018-12-11',
    recordedOn: '2018-12-18',
    groups: 5,
    scenarioCode: 'MSP-2018-12',
    partners: ['client'],
  },
  {
    modality: 'F3-M2',
    occurrence: 1,
    heldOn: '2019-02-26',
    recordedOn: '2019-03-01',
    groups: 4,
    scenarioCode: 'MSP-2019-02',
    partners: ['client', 'media-agency'],
  },
];

/** Those who play the second role play of F5-M2 together; the last of them has it recorded already. */
const LATE_GROUP = { step: 'group F5-M2/late', codes: ['C05', 'C08', 'C03'], heldOn: '2019-04-10' } as const;

/** Role plays: of groups (F1-M2, F3-M2), and of single candidates (F5-M2), once of a few together. */
export function rolePlays(telling: Telling): Chapter[] {
  return [
    ...GROUP_ROUNDS.map((round) => groupRound(telling, round)),
    singleRound(telling, 1, '2019-03-27', '2019-04-02', []),
    singleRound(telling, 2, '2019-04-09', '2019-04-11', LATE_GROUP.codes.slice(0, 2)),
    lateGroup(telling),
    lateLineSettled(telling),
  ];
}

function groupRound(telling: Telling, round: GroupRound): Chapter {
  const { modality, heldOn, recordedOn, scenarioCode, partners } = round;
  const groups = groupsOf(telling, modality, heldOn, round.groups);
  return {
    day: recordedOn,
    title: `Mise en situation ${modality} : ${groups.length} groupes de ${sizesOf(groups)}${deviationsOf(modality)}.`,
    by: 'registrar',
    steps: groups.map((group): Step => ({
      name: `group ${modality}/${group.number}`,
      path: `cohorts/${telling.cast.cohortId}/group-role-plays`,
      reacts: true,
      body: {
        ...placed(round),
        result: resultOf(group.quarters),
        conduct: panel(telling, group.quarters, SPOKEN),
        facts: { scenarioCode, partners },
        members: membersOf(telling, round, group),
      },
    })),
  };
}

function singleRound(
  telling: Telling,
  occurrence: number,
  heldOn: string,
  recordedOn: string,
  left: readonly string[],
): Chapter {
  const sitting = candidatesWhoSit(telling, 'F5-M2', heldOn).filter(({ code }) => !left.includes(code));
  return {
    day: recordedOn,
    title: `Jeu de rôle F5-M2, épreuve ${occurrence} : ${sitting.length} candidats, un par un, sur une grille à niveaux.`,
    by: 'registrar',
    steps: sitting.map((one) => rolePlay(telling, one, { occurrence, heldOn })),
  };
}

/** A role play that one candidate plays alone. */
export function rolePlay(
  telling: Telling,
  one: StoryCandidate,
  place: { readonly occurrence: number; readonly heldOn: string; readonly session?: number },
): Step {
  const { occurrence, heldOn } = place;
  const quarters = trueMark(telling, one, 'F5-M2', occurrence);
  const key = placeKey(one.code, 'F5-M2', occurrence);
  return {
    name: key,
    path: `candidacies/${one.candidacyId}/role-plays`,
    body: {
      ...placed({ modality: 'F5-M2', ...place }),
      ...accommodationsOf(telling, one, heldOn),
      outcome: outcomeOf(quarters),
      conduct: bySingle(telling.cast.assessors[occurrence]!, quarters, SPOKEN, rolePlayGrid(quarters)),
      facts: { scenarioCode: `JR-2019-0${occurrence}`, partners: ['client', 'print-supplier'] },
      appreciation: appreciationOf(quarters, telling.dice(`words ${key}`)),
    },
  };
}

/** The group is accepted whole; the line of the member who has this place already is refused in his file and reported. */
function lateGroup(telling: Telling): Chapter {
  const { step, codes, heldOn } = LATE_GROUP;
  const members = codes.map((code) => candidate(telling, code));
  const quarters = trueMark(telling, members[0]!, 'F5-M2', 2);
  return {
    day: '2019-04-12',
    title:
      'Jeu de rôle F5-M2 joué à trois : deux lignes inscrites, la troisième refusée (déjà notée la veille) et signalée.',
    by: 'registrar',
    steps: [
      {
        name: step,
        path: `cohorts/${telling.cast.cohortId}/group-role-plays`,
        reacts: true,
        body: {
          ...placed({ modality: 'F5-M2', occurrence: 2, heldOn }),
          result: resultOf(quarters),
          conduct: panel(telling, quarters, SPOKEN),
          facts: { scenarioCode: 'JR-2019-02', partners: ['client', 'print-supplier'] },
          members: members.map((one) => ({
            candidacyId: one.candidacyId,
            ...accommodationsOf(telling, one, heldOn),
          })),
        },
      },
    ],
  };
}

function lateLineSettled({ seed, cast }: Telling): Chapter {
  return {
    day: '2019-04-15',
    title: 'La ligne refusée est réglée : abandonnée, la note de la veille est la bonne.',
    by: 'registrar',
    steps: [
      {
        name: 'line of C03 settled',
        path: `group-works/${derivedId('groupwork', cast.cohortId, commandIdOf(seed, LATE_GROUP.step))}/settlements`,
        reacts: true,
        body: {
          line: LATE_GROUP.codes.length,
          settlement: 'dropped',
          reason: 'already-recorded',
          authority: { code: 'examination-office', document: 'NOTE-2019-19' },
        },
      },
    ],
  };
}
