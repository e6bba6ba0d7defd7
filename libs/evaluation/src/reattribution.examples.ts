import {
  type Candidacy,
  type CandidacyEvent,
  candidacyStream,
  type CaseStudyAssessed,
  type Enrolled,
  evaluationIdOf,
  evaluationsOf,
} from '@minutier/candidacy';
import { isRefusal, type LoggedEvent, type SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, logged } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, enrolled } from '../../candidacy/src/candidacy.examples.js';
import { frame } from './assessment.examples.js';
import type { DecideReattribution } from './decide-reattribution/decide-reattribution.command.js';
import { type ConcernedFiles, decideReattribution } from './decide-reattribution/decide-reattribution.decide.js';
import type { MoveEvaluations } from './move-evaluations-when-reattribution-decided/move-evaluations.command.js';
import { moveEvaluations, type Moving } from './move-evaluations-when-reattribution-decided/move-evaluations.decide.js';
import { type DecidedReattribution, reattributionStream } from './reattribution.state.js';
import { standingEvaluation } from './standing-evaluation.js';

export const REATTRIBUTION_ID = '5f0f3c1e-0000-5000-8000-0000000000e1';
/** The candidate of the story, and two others of the same cohort. */
export const FILES = [
  CANDIDACY_ID,
  '5f0f3c1e-0000-5000-8000-0000000000d2',
  '5f0f3c1e-0000-5000-8000-0000000000d3',
] as const;

/** What happened in several files, by candidacy. */
export type Histories = ReadonlyMap<string, readonly LoggedEvent[]>;
export type MoveGiven = DecideReattribution['moves'][number];
type Changes = Parameters<typeof caseStudyAssessed>[0];

/** The case study of one of the files, unless `changes` name another place. */
export function caseStudyOf(candidacyId: string, changes: Changes = {}): CaseStudyAssessed {
  const { type, data } = caseStudyAssessed(changes);
  return { type, data: { ...data, evaluationId: evaluationIdOf(candidacyId, data) } };
}

export function enrolledIn(candidacyId: string, changes: Partial<Enrolled['data']> = {}): Enrolled {
  return enrolled({ candidacyId, personId: candidacyId.replace(/^5f0f3c1e-0000/, '5f0f3c1e-0001'), ...changes });
}

/** The files with these facts added to one of them. */
export function happening(histories: Histories, candidacyId: string, ...facts: readonly CandidacyEvent[]): Histories {
  const before = histories.get(candidacyId) ?? [];
  const news = facts.map((fact, index) => {
    const revision = before.length + index;
    return logged(`candidacy-${candidacyId}`, fact, { id: `${candidacyId}@${revision}`, revision });
  });
  return new Map(histories).set(candidacyId, [...before, ...news]);
}

/** The files of these candidates, each with its facts. */
export function histories(files: Readonly<Record<string, readonly CandidacyEvent[]>>): Histories {
  const nothing: Histories = new Map();
  return Object.entries(files).reduce((all, [id, facts]) => happening(all, id, ...facts), nothing);
}

export function fileAt(all: Histories, candidacyId: string): Candidacy {
  return (all.get(candidacyId) ?? []).reduce(
    (state, { type, data }) => candidacyStream.evolve(state, { type, data } as CandidacyEvent),
    candidacyStream.initial,
  );
}

/** The files as a reattribution is decided on them. */
export function concerned(all: Histories, under = frame()): ConcernedFiles {
  return new Map(
    FILES.map((id) => {
      const candidacy = fileAt(all, id);
      const statedBy = [...evaluationsOf(candidacy).keys()].map(
        (one) => [one, standingEvaluation(all.get(id)!, one)?.eventId ?? ''] as const,
      );
      return [id, { candidacy, frame: under, statedBy: new Map(statedBy) }];
    }),
  );
}

type Command = SealedCommand<DecideReattribution> & { readonly reattributionId: string };

/** The command that decides these moves. */
export function deciding(moves: readonly MoveGiven[], changes: Partial<Command> = {}): Command {
  return commandWith<Command>({
    context: commandContext(),
    reattributionId: REATTRIBUTION_ID,
    decidedOn: '2019-03-12',
    reason: 'swapped',
    authority: { code: 'examination-office', document: 'NOTE-2019-12' },
    moves: [...moves],
    ...changes,
  });
}

/** The reattribution of these moves, or undefined where it is refused. */
export function decided(
  all: Histories,
  moves: readonly MoveGiven[],
  changes: Partial<Command> = {},
  under = frame(),
): DecidedReattribution | undefined {
  const decision = decideReattribution(deciding(moves, changes), reattributionStream.initial, concerned(all, under));
  if (isRefusal(decision)) return undefined;
  return decision.reduce(reattributionStream.evolve, reattributionStream.initial) as DecidedReattribution;
}

/** The files as the moves are made in them: every evaluation as it stands in the file that gives it. */
export function movingIn(
  all: Histories,
  { reattributionId, candidacyIds, moves }: DecidedReattribution,
  under = frame(),
): Moving {
  const made = (id: string) =>
    all.get(id)!.some(({ type, data }) => {
      const moved = data as { reattributionId?: string };
      return type !== 'ReattributionRefused' && moved.reattributionId === reattributionId;
    });
  return {
    files: new Map(candidacyIds.map((id) => [id, { candidacy: fileAt(all, id), frame: under, made: made(id) }])),
    evaluations: new Map(
      moves.map((move) => [move.move, standingEvaluation(all.get(move.fromCandidacyId)!, move.fromEvaluationId)]),
    ),
  };
}

export function moving(candidacyId: string, reattributionId = REATTRIBUTION_ID): MoveEvaluations {
  return commandWith<MoveEvaluations>({ context: commandContext(), candidacyId, reattributionId });
}

/** The files once the reaction has reached these of them, in this order. */
export function movedIn(
  all: Histories,
  reattribution: DecidedReattribution,
  candidacyIds: readonly string[] = reattribution.candidacyIds,
  under = frame(),
): Histories {
  return candidacyIds.reduce((before, id) => {
    const command = moving(id, reattribution.reattributionId);
    const facts = moveEvaluations(command, fileAt(before, id), reattribution, movingIn(before, reattribution, under));
    return happening(before, id, ...facts);
  }, all);
}
