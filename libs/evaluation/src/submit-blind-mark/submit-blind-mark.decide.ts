import {
  type AssessorPart,
  type BlindMarks,
  type Candidacy,
  type CandidacyEvent,
  type EnrolledCandidacy,
  evaluationIdOf,
  nextEntry,
  refusedAbsent,
} from '@minutier/candidacy';
import { findLine } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse, type Sealed, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import { BLIND_KINDS, type BlindKind, isTooFarApart, marksAsked, meanOf, numericScaleOf } from '../blind.js';
import { type BlindFacts, blindFacts, type BlindFactsRefusal } from '../blind-facts.js';
import type { Frame } from '../frame.js';
import type { OwnMark } from '../padded-mark.js';
import { blindMarksAt } from '../place.js';
import type { SubmitBlindMark } from './submit-blind-mark.command.js';

export type SubmitBlindMarkRefusal =
  | 'BLIND_MARK_ALREADY_SUBMITTED'
  | 'BLIND_MARKS_COMPLETE'
  | 'BLIND_MARKS_EXPECTED_FEWER'
  | 'BLIND_MARK_DIFFERS'
  | BlindFactsRefusal
  | AssessmentRefusal;

/** What only this decision sees in clear: the mark submitted, those submitted before, by assessor, and all comments in one seal. */
export interface OpenedMarks {
  readonly own: OwnMark;
  readonly others: ReadonlyMap<string, OwnMark>;
  /** Null where nobody before has left a comment. */
  readonly appreciation: Sealed | null;
}

type Command = SealedCommand<SubmitBlindMark>;

/**
 * Each mark stays sealed until the last is in. The last one records the evaluation in the same append: the mean of all,
 * on the nearest mark of the scale. Where those that the rules ask are too far apart, one further mark is awaited first.
 */
export function submitBlindMark(
  command: Command,
  candidacy: Candidacy,
  frame: Frame,
  opened: OpenedMarks,
): Decision<CandidacyEvent, SubmitBlindMarkRefusal> {
  const { modality, assessorId } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const standing = blindMarksAt(candidacy, command);
  const refusal = refusedStanding(command, candidacy, standing) ?? refusedLine(modality, frame);
  if (refusal) return refusal;
  const own = { assessorId, ...opened.own };
  // How many assess, and that all are in, is not asked of one mark alone.
  const alone = { ...frame, rules: { ...frame.rules, markingRules: [] } };
  const stated = evaluationFrom(command, candidacy, alone, [own]);
  if (isRefusal(stated)) return stated;
  const least = Math.max(marksAsked(modality, frame.rules), standing?.marksExpected ?? 0);
  const { marksExpected = least } = command;
  if (marksExpected < least) return fewer(least);
  const submitted = (expected: number) => submission(command, candidacy, { expected, frame });
  const parts = [...[...opened.others].map(([id, mark]) => ({ assessorId: id, ...mark })), own];
  if (parts.length < marksExpected) return [submitted(marksExpected)];
  const results = parts.map(({ result }) => result);
  if (parts.length === marksAsked(modality, frame.rules) && isTooFarApart(results, modality, frame.rules))
    return [submitted(marksExpected + 1)];
  const whole = { ...command, appreciation: opened.appreciation ?? command.appreciation };
  const recorded = evaluationFrom(whole, candidacy, frame, parts);
  return isRefusal(recorded) ? recorded : [submitted(marksExpected), recorded];
}

function refusedStanding(
  { modality, occurrence, attempt, assessorId, session, heldOn }: Command,
  candidacy: EnrolledCandidacy,
  standing: BlindMarks | undefined,
): Refusal<SubmitBlindMarkRefusal> | undefined {
  const complete = [...candidacy.evaluations.values()].some(
    (one) =>
      one.origin?.kind === 'blind-marks' &&
      one.modality === modality &&
      one.occurrence === occurrence &&
      one.attempt === attempt,
  );
  if (complete)
    return refuse(
      'BLIND_MARKS_COMPLETE',
      '/attempt',
      'Toutes les notes sont là : la note est établie.',
      'All the marks are in: the result is established.',
    );
  if (!standing) return undefined;
  if (standing.marks.has(assessorId))
    return refuse(
      'BLIND_MARK_ALREADY_SUBMITTED',
      '/assessorId',
      'Cet évaluateur a déjà déposé sa note : il la retire, ou un autre note.',
      'This assessor has submitted a mark already: it is taken back, or another assessor marks.',
    );
  if (standing.session === session && standing.heldOn === heldOn) return undefined;
  return refuse(
    'BLIND_MARK_DIFFERS',
    standing.session === session ? '/heldOn' : '/session',
    `Les notes déjà déposées portent sur la session ${standing.session} et le ${standing.heldOn}.`,
    `The marks submitted before are of session ${standing.session} and of ${standing.heldOn}.`,
  );
}

/** A line is marked blind where several can read the same work and a mean can be taken of their marks. */
function refusedLine(modality: string, { framework, rules }: Frame): Refusal<SubmitBlindMarkRefusal> | undefined {
  const line = findLine(framework, rules, modality);
  // What is no line is refused as for any evaluation.
  if (!line) return undefined;
  if (!BLIND_KINDS.some((kind) => kind === line.kind))
    return refuse(
      'KIND_MISMATCH',
      '/modality',
      `La ligne ${modality} ne se corrige pas en double aveugle : « ${line.exact} ».`,
      `Line ${modality} is not marked blind: “${line.exact}”.`,
    );
  if (numericScaleOf(modality, rules)) return undefined;
  return refuse(
    'AGREEMENT_MISMATCH',
    '/modality',
    'Une moyenne demande un barème chiffré.',
    'A mean needs a numeric scale.',
  );
}

/** The evaluation that these assessors' marks give. */
function evaluationFrom(
  command: Command,
  candidacy: EnrolledCandidacy,
  frame: Frame,
  parts: readonly (AssessorPart & OwnMark)[],
): CandidacyEvent | Refusal<SubmitBlindMarkRefusal> {
  const { written, oral, language = 'fr', sittingId = null, modality } = command;
  const kind = (findLine(frame.framework, frame.rules, modality)?.kind ?? 'case-study') as BlindKind;
  const facts = blindFacts(kind, command, candidacy);
  const scale = numericScaleOf(modality, frame.rules);
  const single = parts.length === 1 || !scale;
  const value = single
    ? parts[0]!.result.value
    : meanOf(
        parts.map(({ result }) => result),
        scale,
      ).toString();
  const result = { scale: parts[0]!.result.scale, value };
  const agreedBy = single ? ('single' as const) : ('mean' as const);
  const conduct = { assessors: parts, agreedBy, written, oral, language, sittingId };
  const origin = { kind: 'blind-marks' as const, id: idOf(command, candidacy), line: parts.length };
  const given = { ...command, outcome: { kind: 'result' as const, result }, conduct };
  const assessed = assess<BlindFacts, BlindFactsRefusal>(given, candidacy, frame, { kind, facts, origin });
  if (isRefusal(assessed)) return atField(assessed, parts.length - 1);
  return { type: TYPES[kind], data: assessed } as CandidacyEvent;
}

const TYPES = { 'case-study': 'CaseStudyAssessed', 'professional-report': 'ProfessionalReportAssessed' } as const;

function idOf(place: Command, candidacy: EnrolledCandidacy): string {
  return evaluationIdOf(candidacy.candidacyId, { ...place, entry: nextEntry(candidacy, place) });
}

/** Awaited is what the rules ask, or what was awaited already, or more. */
function fewer(least: number): Refusal<'BLIND_MARKS_EXPECTED_FEWER'> {
  return refuse(
    'BLIND_MARKS_EXPECTED_FEWER',
    '/marksExpected',
    `Il en faut au moins ${least}.`,
    `At least ${least} are needed.`,
  );
}

function submission(
  command: Command,
  candidacy: EnrolledCandidacy,
  { expected, frame: { rules } }: { expected: number; frame: Frame },
): CandidacyEvent {
  const { modality, occurrence, attempt, session, heldOn, assessorId, mark, appreciation } = command;
  return {
    type: 'BlindMarkSubmitted',
    data: {
      evaluationId: idOf(command, candidacy),
      modality,
      occurrence,
      attempt,
      entry: nextEntry(candidacy, command),
      session,
      heldOn,
      assessorId,
      mark: mark!,
      appreciation,
      marksExpected: expected,
      rules: { id: rules.rulesId, version: rules.version },
    },
  };
}

/** A refusal of the whole evaluation, at the field of this command that it is about; at none where it is of another's mark. */
function atField<Code extends string>({ pointer, ...refusal }: Refusal<Code>, own: number): Refusal<Code> {
  const ours = pointer
    ?.replace(/^\/outcome\/result/, '/mark/result')
    .replace(new RegExp(`^/conduct/assessors/${own}/assessorId`), '/assessorId')
    .replace(new RegExp(`^/conduct/assessors/${own}/result`), '/mark/result')
    .replace(/^\/conduct\/(written|oral)$/, '/$1');
  return ours === undefined || ours.startsWith('/conduct') ? refusal : { ...refusal, pointer: ours };
}
