import type { Exercise, Outcome } from '@minutier/candidacy';
import { findLine, refusedCentre, ruleOf } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse } from '@minutier/ledger';

import { type AssessmentRefusal, refusedDay, refusedOccurrence } from '../assessment.js';
import type { ConductInput } from '../assessment-input.js';
import { conductFrom } from '../conduct.js';
import { type ExercisesRefusal, refusedExercises } from '../exercise-set.js';
import type { Frame } from '../frame.js';
import type { MarkSheetAccepted, MarkSheetEvent, SheetLineAccepted } from '../marksheet.events.js';
import type { MarkSheet } from '../marksheet.state.js';
import { outcomeFrom } from '../outcome.js';
import type { PreparedLine, PreparedSheet } from '../sheet-lines.js';

export type ImportMarkSheetRefusal =
  | AssessmentRefusal
  | ExercisesRefusal
  | 'COHORT_NOT_FOUND'
  | 'MARK_SHEET_ALREADY_ACCEPTED'
  | 'LINE_REPEATED'
  | 'SHEET_EMPTY'
  | 'DRY_RUN_STALE';

/** A sheet is accepted whole: every line names a candidate of this certification, once, with an outcome that the rules know. */
export function importMarkSheet(
  command: PreparedSheet,
  sheet: MarkSheet,
  frame: Frame,
): Decision<MarkSheetEvent, ImportMarkSheetRefusal> {
  const { problems, lines } = acceptedLines(command, sheet, frame);
  const [problem] = problems;
  if (problem) return problem;
  const header = sheetHeader(command, frame, lines.length);
  return [
    { type: 'MarkSheetAccepted', data: header },
    ...lines.map((data) => ({ type: 'SheetLineAccepted' as const, data })),
  ];
}

/** What is the sheet's, whatever its lines. */
export function sheetHeader(command: PreparedSheet, { rules }: Frame, lineCount: number): MarkSheetAccepted['data'] {
  const { markSheetId, cohortId, kind, modality, occurrence, centreId, heldOn, sittingId, written, oral } = command;
  const { language = 'fr', taskCode, partners = [] } = command;
  return {
    markSheetId,
    cohortId,
    kind,
    modality,
    occurrence,
    centreId: centreId ?? null,
    heldOn,
    sittingId: sittingId ?? null,
    written,
    oral,
    language,
    taskCode,
    partners: kind === 'role-play' ? [...partners] : [],
    byAnonymityNumber: false,
    file: null,
    lineCount,
    rules: { id: rules.rulesId, version: rules.version },
  };
}

/** The lines as events would state them, and everything that keeps the sheet from being accepted. */
export function acceptedLines(
  command: PreparedSheet,
  sheet: MarkSheet,
  frame: Frame,
): {
  readonly problems: readonly Refusal<ImportMarkSheetRefusal>[];
  readonly lines: readonly SheetLineAccepted['data'][];
} {
  const header = refusedHeader(command, sheet, frame);
  if (header) return { problems: [header], lines: [] };
  const problems: Refusal<ImportMarkSheetRefusal>[] = [];
  const lines: SheetLineAccepted['data'][] = [];
  for (const [place, line] of command.lines.entries()) {
    const accepted = acceptedLine(command, line, place, frame);
    if ('refused' in accepted) problems.push(accepted);
    else lines.push(accepted);
  }
  return { problems, lines };
}

function refusedHeader(
  command: PreparedSheet,
  sheet: MarkSheet,
  { cohort, framework, rules, centre }: Frame,
): Refusal<ImportMarkSheetRefusal> | undefined {
  const { kind, modality, occurrence, lines, seen, seenNow, heldOn } = command;
  if (sheet.status !== 'absent')
    return refuse(
      'MARK_SHEET_ALREADY_ACCEPTED',
      undefined,
      'Cette feuille est déjà acceptée.',
      'This sheet is accepted already.',
    );
  if (cohort.status === 'absent')
    return refuse('COHORT_NOT_FOUND', undefined, 'Cette promotion n’existe pas.', 'There is no such cohort.');
  const line = findLine(framework, rules, modality);
  if (!line)
    return refuse(
      'MODALITY_UNKNOWN',
      '/modality',
      `La fiche n’a pas de ligne ${modality}.`,
      `The fiche has no line ${modality}.`,
    );
  if (line.kind !== kind)
    return refuse(
      'KIND_MISMATCH',
      '/modality',
      `La ligne ${modality} n’est pas de ce genre : « ${line.exact} ».`,
      `Line ${modality} is not of this kind: “${line.exact}”.`,
    );
  if (line.work === 'group')
    return refuse(
      'GROUP_WORK_REQUIRED',
      '/modality',
      `La ligne ${modality} est un travail en groupe : enregistrez le groupe entier.`,
      `Line ${modality} is group work: record the whole group.`,
    );
  if (lines.length === 0)
    return refuse(
      'SHEET_EMPTY',
      '/lines',
      'Aucune ligne ne porte de note ni d’absence.',
      'No line has a mark or an absence.',
    );
  if (seen !== undefined && seen !== seenNow)
    return refuse(
      'DRY_RUN_STALE',
      '/seen',
      'Un dossier a changé depuis l’essai à blanc : regardez-le de nouveau.',
      'A candidacy changed since the dry run: look at it again.',
    );
  return (
    refusedOccurrence(occurrence, line, rules) ??
    refusedDay(command, cohort) ??
    refusedCentre(centre, { number: framework.number, scope: 'evaluate', day: heldOn })
  );
}

function acceptedLine(
  command: PreparedSheet,
  line: PreparedLine,
  place: number,
  frame: Frame,
): SheetLineAccepted['data'] | Refusal<ImportMarkSheetRefusal> {
  const at = `/lines/${line.index}`;
  const { candidacyId, candidacy, appreciation, accommodationIds = [] } = line;
  if (candidacy.status === 'absent' || candidacy.framework.number !== frame.framework.number)
    return refuse(
      'CANDIDACY_NOT_FOUND',
      `${at}/candidate`,
      `Aucun candidat de cette certification ne porte ce numéro : ${line.candidate}.`,
      `No candidate for this certification has this number: ${line.candidate}.`,
    );
  if (command.lines.findIndex((one) => one.candidacyId === candidacyId) !== place)
    return refuse(
      'LINE_REPEATED',
      `${at}/candidate`,
      `Ce candidat est nommé deux fois : ${line.candidate}.`,
      `This candidate is named twice: ${line.candidate}.`,
    );
  const outcome = outcomeOf(command, line, at, frame);
  if (isRefusal(outcome)) return outcome;
  const conduct = conductOf(command, line, outcome, frame, at);
  if (conduct !== null && isRefusal(conduct)) return conduct;
  const exercises = exercisesOf(command, line, frame);
  const { modality, context } = command;
  const refused =
    command.kind === 'exercises' && outcome.kind === 'result'
      ? refusedExercises(exercises, outcome, `${at}/mark`, { ...frame, modality, today: context.today })
      : undefined;
  if (refused) return refused;
  return {
    markSheetId: command.markSheetId,
    line: place + 1,
    candidacyId,
    anonymityNumber: null,
    session: line.session ?? command.session,
    attempt: line.attempt ?? command.attempt,
    outcome,
    assessors: conduct?.assessors.map(({ assessorId, result }) => ({ assessorId, result })) ?? [],
    agreedBy: conduct?.agreedBy ?? null,
    exercises: command.kind === 'exercises' && outcome.kind === 'result' ? exercises : [],
    accommodationIds,
    appreciation,
  };
}

function outcomeOf(
  { modality }: PreparedSheet,
  { mark, absence }: PreparedLine,
  at: string,
  { rules }: Frame,
): Outcome | Refusal<ImportMarkSheetRefusal> {
  if ((mark === undefined) === (absence === undefined))
    return refuse(
      'OUTCOME_INCOMPLETE',
      `${at}/mark`,
      'Une ligne porte une note ou une absence, l’une des deux.',
      'A line has a mark or an absence, one of the two.',
    );
  if (mark === undefined) return { kind: 'absence', justified: absence === 'justified', document: null };
  const result = { scale: ruleOf(rules, modality)?.scale ?? '', value: mark };
  const outcome = outcomeFrom({ kind: 'result', result }, modality, rules, at);
  return isRefusal(outcome) ? { ...outcome, pointer: `${at}/mark` } : outcome;
}

function conductOf(
  command: PreparedSheet,
  { assessorMarks }: PreparedLine,
  outcome: Outcome,
  frame: Frame,
  at: string,
) {
  if (outcome.kind !== 'result') return null;
  const { assessorIds, modality, written, oral, language, sittingId, agreedBy = 'agreement' } = command;
  const scale = ruleOf(frame.rules, modality)?.scale ?? '';
  const given: ConductInput = {
    assessors: assessorIds.map((assessorId, index) => {
      const value = assessorMarks[index];
      return { assessorId, ...(value === undefined ? {} : { result: { scale, value } }) };
    }),
    agreedBy: assessorIds.length === 1 ? 'single' : agreedBy,
    written,
    oral,
    ...(language === undefined ? {} : { language }),
    ...(sittingId === undefined ? {} : { sittingId }),
  };
  return conductFrom(given, outcome, findLine(frame.framework, frame.rules, modality)!, frame, `${at}/mark`);
}

/** The exercises of a line: their day and weight are the sheet's, their marks the candidate's. */
function exercisesOf(
  { exercises = [], heldOn, modality }: PreparedSheet,
  line: PreparedLine,
  { rules }: Frame,
): Exercise[] {
  const scale = ruleOf(rules, modality)?.scale ?? '';
  return line.exercises.map(({ code, mark }) => {
    const said = exercises.find((one) => one.code === code);
    return {
      code,
      heldOn: said?.heldOn ?? heldOn,
      result: mark === undefined ? null : { scale, value: mark },
      coefficient: said?.coefficient ?? '1',
      work: 'individual',
    };
  });
}
