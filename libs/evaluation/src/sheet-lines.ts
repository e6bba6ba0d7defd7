import { Injectable } from '@nestjs/common';

import { type Candidacy, candidacyStream, candidateFile } from '@minutier/candidacy';
import { derivedId, Ledger, type Refusal, type Sealed, sealId, streamName, Views } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import type { ImportMarkSheet } from './import-mark-sheet/import-mark-sheet.command.js';
import { sheetTable, type SheetTableRefusal, type TypedLine } from './sheet-table.js';

/** A line that says something, with the candidacy that it names and the words about the candidate sealed under his key. */
export type PreparedLine = Omit<TypedLine, 'appreciation'> & {
  /** Where it stands in what was sent, for the pointer. */
  readonly index: number;
  readonly candidacyId: string;
  readonly candidacy: Candidacy;
  readonly appreciation: Sealed | null;
};

/** The command with its lines, from a table or as they were sent. */
export type PreparedSheet = Omit<ImportMarkSheet, 'lines' | 'csv'> & {
  readonly markSheetId: string;
  readonly lines: readonly PreparedLine[];
  /** What the candidacies are at; compared with what the dry run saw. */
  readonly seenNow: string;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads what a sheet names: candidates by number or id, and the words about them sealed under their keys. */
@Injectable()
export class SheetLines {
  constructor(
    private readonly ledger: Ledger,
    private readonly views: Views,
    private readonly vault: Vault,
  ) {}

  /** The sheet as it is decided on, what its digest covers instead of words in clear, and how many lines say nothing. */
  async prepared(
    command: ImportMarkSheet,
    markSheetId: string,
  ): Promise<
    | Refusal<SheetTableRefusal>
    | { readonly sheet: PreparedSheet; readonly digested: Readonly<Record<string, unknown>>; readonly blank: number }
  > {
    const typed = command.csv === undefined ? typedLines(command) : sheetTable(command.csv);
    if (!Array.isArray(typed)) return typed as Refusal<SheetTableRefusal>;
    const ids = await this.#byNumber(command.cohortId);
    const stream = streamName('marksheet', markSheetId);
    const lines: PreparedLine[] = [];
    const keyed: unknown[] = [];
    const seen: string[] = [];
    for (const [index, { appreciation, ...line }] of (typed as readonly TypedLine[]).entries()) {
      if (line.mark === undefined && line.absence === undefined) continue;
      const candidacyId = UUID.test(line.candidate) ? line.candidate.toLowerCase() : (ids.get(line.candidate) ?? '');
      const { state: candidacy, revision } =
        candidacyId === ''
          ? { state: candidacyStream.initial, revision: -1 }
          : await this.ledger.load(candidacyStream, candidacyId);
      const personId = candidacy.status === 'enrolled' ? candidacy.personId : undefined;
      const said = appreciation !== undefined && personId !== undefined;
      const seal = sealId(stream, command.context.commandId, `lines/${index}/appreciation`);
      const sealed = said ? await this.vault.seal(personId, 'appraisal', seal, appreciation) : null;
      lines.push({ ...line, index, candidacyId, candidacy, appreciation: sealed });
      keyed.push({
        ...line,
        ...(said ? { appreciation: await this.vault.keyedDigest(personId, 'appraisal', appreciation) } : {}),
      });
      seen.push(`${candidacyId}@${revision}`);
    }
    const { csv: _csv, lines: _lines, ...rest } = command;
    return {
      sheet: { ...rest, markSheetId, lines, seenNow: derivedId('sheet-seen', ...seen) },
      digested: { lines: keyed, csv: undefined },
      blank: typed.length - lines.length,
    };
  }

  /** Candidacies of the cohort by the number printed on its lists. */
  async #byNumber(cohortId: string): Promise<ReadonlyMap<string, string>> {
    const at = await this.views.at({});
    const files = await this.views.find(candidateFile, { where: { cohortId } }, at);
    return new Map(files.map(({ row }) => [row.candidateNumber, row.candidacyId]));
  }
}

/** The lines of the body, in the form of a table's. */
function typedLines({ lines = [], assessorIds }: ImportMarkSheet): readonly TypedLine[] {
  return lines.map(({ candidate, assessorMarks = [], exercises = [], ...line }) => ({
    ...line,
    candidate,
    assessorMarks: assessorIds.map((id) => assessorMarks.find(({ assessorId }) => assessorId === id)?.mark),
    exercises: exercises.map(({ code, mark }) => ({ code, mark })),
  }));
}
