import { onTwenty } from '../classroom.js';
import { authority, NOBODY, type Refused, type Scene } from './refusal.js';

const member = (candidacyId: string, changes: object = {}) => ({ candidacyId, ...changes });
const group =
  (members: (scene: Scene) => readonly object[], changes: object = {}) =>
  (scene: Scene) =>
    [
      `cohorts/${scene.cohortId}/group-role-plays`,
      scene.groupRolePlay('13', members(scene), { modality: 'F3-M2', ...changes }),
    ] as const;
const half = { result: onTwenty('10').result, coefficient: '1' };
const pair = ({ martin, morel }: Scene) => [member(martin.id), member(morel.id)];
const settling =
  (body: object) =>
  ({ groupWork }: Scene) =>
    [
      `group-works/${groupWork}/settlements`,
      { authority, settlement: 'dropped', reason: 'cause-removed', ...body },
    ] as const;

type Move = {
  readonly from: (scene: Scene) => string;
  readonly to: (scene: Scene) => string;
  readonly changes?: object;
};
const moved =
  (moves: readonly Move[], changes: object = {}) =>
  (scene: Scene) =>
    [
      'reattributions',
      {
        ...{ decidedOn: '2019-03-12', reason: 'swapped', authority },
        moves: moves.map(({ from, to, changes: place = {} }) => ({
          ...{ fromCandidacyId: scene.martin.id, fromEvaluationId: from(scene), toCandidacyId: to(scene) },
          ...place,
        })),
        ...changes,
      },
    ] as const;
const [own, roux, morel] = [
  ({ martin }: Scene) => martin.study,
  (scene: Scene) => scene.roux.id,
  (scene: Scene) => scene.morel.id,
];

/** Works of groups, and marks that are moved to other files. */
export const refusedGroups: readonly Refused[] = [
  [
    'a group with a stranger',
    409,
    'MEMBER_UNKNOWN',
    '/members/1/candidacyId',
    group(({ martin }) => [member(martin.id), member(NOBODY)]),
  ],
  [
    'a group that names one twice',
    409,
    'MEMBER_REPEATED',
    '/members/1/candidacyId',
    group(({ martin }) => [member(martin.id), member(martin.id)]),
  ],
  [
    'a result of one’s own without a reason',
    409,
    'DEVIATION_MISSING',
    '/members/0/deviation',
    group(({ martin, morel: { id } }) => [member(martin.id, { outcome: onTwenty('16') }), member(id)]),
  ],
  [
    'a reason without a result of one’s own',
    409,
    'DEVIATION_UNEXPECTED',
    '/members/1/deviation',
    group(({ martin, morel: { id } }) => [
      member(martin.id),
      member(id, { deviation: { code: 'leading-part', text: 'A conduit le projet.' } }),
    ]),
  ],
  [
    'a group on a line of individual work',
    409,
    'GROUP_WORK_EXCLUDED',
    '/modality',
    (scene) => [
      `cohorts/${scene.cohortId}/group-exercises`,
      {
        ...{ modality: 'F7-M2', occurrence: 1, attempt: 1, session: 1, heldOn: '2019-02-12', members: pair(scene) },
        conduct: { assessors: [{ assessorId: scene.cast.assessor }], agreedBy: 'single', written: true, oral: false },
        facts: { theme: 'BUDGET', exercises: [{ code: 'EX-1', heldOn: '2019-02-05', ...half }] },
        result: half.result,
      },
    ],
  ],
  [
    'a group’s mark off the step',
    409,
    'MARK_OFF_STEP',
    '/result/value',
    group(pair, { result: onTwenty('13.1').result }),
  ],
  ['the settlement of a line that was taken', 409, 'LINE_NOT_REFUSED', '/line', settling({ line: 1 })],
  ['the settlement of a line that is not there', 409, 'LINE_UNKNOWN', '/line', settling({ line: 9 })],
  [
    'the voiding of a group that never worked',
    409,
    'GROUP_WORK_UNKNOWN',
    null,
    () => [`group-works/${NOBODY}/voidings`, { authority, reason: 'recorded-in-error' }],
  ],
  [
    'a reattribution of tomorrow',
    409,
    'DATE_IN_FUTURE',
    '/decidedOn',
    moved([{ from: own, to: morel }], { decidedOn: '2999-01-01' }),
  ],
  [
    'a mark that moves twice',
    409,
    'MOVE_REPEATED',
    '/moves/1/fromEvaluationId',
    moved([
      { from: own, to: morel },
      { from: own, to: morel, changes: { toOccurrence: 2 } },
    ]),
  ],
  [
    'a mark that moves to where it is',
    409,
    'MOVE_TO_ITSELF',
    '/moves/0/toCandidacyId',
    moved([{ from: own, to: ({ martin }) => martin.id }]),
  ],
  [
    'a mark moved to a place that is taken',
    409,
    'PLACE_TAKEN',
    '/moves/0/toCandidacyId',
    moved([{ from: own, to: roux }]),
  ],
  [
    'a mark moved to a line of another kind',
    409,
    'KIND_MISMATCH',
    '/moves/0/toModality',
    moved([{ from: own, to: morel, changes: { toModality: 'F5-M2' } }]),
  ],
  [
    'a mark moved to a frozen session',
    409,
    'MARKS_FROZEN',
    '/moves/0/toSession',
    moved([{ from: own, to: ({ durand }) => durand.id, changes: { toModality: 'F8-M1' } }]),
  ],
  [
    'a mark moved from where it is not',
    409,
    'EVALUATION_NOT_FOUND',
    '/moves/0/fromEvaluationId',
    moved([{ from: () => NOBODY, to: morel }]),
  ],
  [
    'the settlement of a reattribution that nobody decided',
    404,
    'REATTRIBUTION_NOT_FOUND',
    null,
    ({ martin }) => [
      `reattributions/${NOBODY}/settlements`,
      { authority, candidacyId: martin.id, settlement: 'tried-again', reason: 'cause-removed' },
    ],
  ],
];
