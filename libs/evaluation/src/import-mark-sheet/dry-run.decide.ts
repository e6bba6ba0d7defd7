import { type Candidacy, evaluationsOf } from '@minutier/candidacy';

import type { Frame } from '../frame.js';
import type { MarkSheet } from '../marksheet.state.js';
import { sheetLineEvent } from '../sheet-line-event.js';
import type { PreparedSheet } from '../sheet-lines.js';
import type { DryRun } from './import-mark-sheet.command.js';
import { acceptedLines, sheetHeader } from './import-mark-sheet.decide.js';

/** What would become of each line: what keeps the sheet from being accepted, and what each file would answer. */
export function dryRun(command: PreparedSheet, state: MarkSheet, frame: Frame, blank: number): DryRun {
  const { problems, lines } = acceptedLines(command, state, frame);
  const header = sheetHeader(command, frame, lines.length);
  const files = new Map(command.lines.map(({ candidacyId, candidacy }) => [candidacyId, candidacy]));
  return {
    dryRun: true,
    seen: command.seenNow,
    problems: problems.map(({ refused, because, pointer }) => ({ code: refused, pointer: pointer ?? null, because })),
    lines: lines.map((line) => {
      const { candidacyId, outcome, attempt } = line;
      const candidacy = files.get(candidacyId)!;
      const answer = sheetLineEvent(header, line, candidacy, frame, command.context);
      return {
        line: line.line,
        candidacyId,
        candidateNumber: candidacy.status === 'enrolled' ? candidacy.candidateNumber : null,
        standing: standingAt(candidacy, { ...command, attempt }),
        outcome,
        refused: 'refused' in answer ? answer.refused : null,
      };
    }),
    blank,
  };
}

function standingAt(
  candidacy: Candidacy,
  { modality, occurrence, attempt }: Pick<PreparedSheet, 'modality' | 'occurrence' | 'attempt'>,
) {
  const standing = [...evaluationsOf(candidacy).values()].find(
    (one) => one.modality === modality && one.occurrence === occurrence && one.attempt === attempt,
  );
  return standing?.outcome ?? null;
}
