import { CsvError, parse } from 'csv-parse/sync';

import { type Refusal, refuse } from '@minutier/ledger';

/** One line of a sheet as it was typed: cells by the name of their column. */
export interface TypedLine {
  /** Of the candidate: number, or candidacy id. */
  readonly candidate: string;
  /** A decimal or a level; absent where the candidate was absent. */
  readonly mark?: string;
  readonly absence?: 'justified' | 'unjustified';
  /** Each assessor's own mark, in the order in which the sheet names them. */
  readonly assessorMarks: readonly (string | undefined)[];
  readonly exercises: readonly { readonly code: string; readonly mark: string | undefined }[];
  readonly session?: number;
  readonly attempt?: number;
  readonly appreciation?: string;
  /** Named by id, so only in lines that a program sends. */
  readonly accommodationIds?: readonly string[];
}

export type SheetTableRefusal = 'CSV_MALFORMED' | 'CSV_COLUMN_MISSING' | 'CSV_COLUMN_UNKNOWN' | 'CSV_CELL_MALFORMED';

const COLUMNS = ['candidat', 'note', 'absence', 'session', 'tentative', 'appreciation'] as const;
/** Columns for the eye, which the sheet to fill in has: the candidate is found by the number alone. */
const NAMES = ['nom', 'prenoms'];
const ASSESSOR = /^note (\d{1,2})$/;
const EXERCISE = /^exercice (.{1,60})$/;
const ABSENCES: Readonly<Record<string, TypedLine['absence']>> = { justifiee: 'justified', injustifiee: 'unjustified' };

/**
 * Reads a sheet as French spreadsheets write it: `;` (or `,` or a tabulator) between cells, a decimal comma, a byte
 * order mark, accents and capitals in the titles as one likes. Columns: candidat; note; absence (justifiée or
 * injustifiée); session; tentative; appréciation; note 1, note 2… of each assessor; exercice <code>.
 */
export function sheetTable(csv: string): readonly TypedLine[] | Refusal<SheetTableRefusal> {
  const rows = rowsOf(csv);
  if (!Array.isArray(rows)) return rows;
  const [titles = [], ...lines] = rows;
  const names = titles.map(plainTitle);
  const unknown = names.findIndex((name) => !isColumn(name));
  if (unknown !== -1)
    return refuse(
      'CSV_COLUMN_UNKNOWN',
      '/csv',
      `La colonne « ${titles[unknown]} » n’est pas connue : ${COLUMNS.join(', ')}, note 1…, exercice <code>.`,
      `Column “${titles[unknown]}” is not known: ${COLUMNS.join(', ')}, note 1…, exercice <code>.`,
    );
  if (!names.includes('candidat'))
    return refuse('CSV_COLUMN_MISSING', '/csv', 'Il manque la colonne « candidat ».', 'Column “candidat” is missing.');
  const typed: TypedLine[] = [];
  for (const [index, cells] of lines.entries()) {
    const line = typedLine(
      names,
      cells.map((cell) => cell.trim()),
    );
    if (typeof line === 'string')
      return refuse(
        'CSV_CELL_MALFORMED',
        '/csv',
        `Ligne ${index + 2}, colonne « ${line} » : la valeur n’est pas lisible.`,
        `Line ${index + 2}, column “${line}”: the value cannot be read.`,
      );
    typed.push(line);
  }
  return typed;
}

function rowsOf(csv: string): string[][] | Refusal<SheetTableRefusal> {
  const first = csv.slice(0, csv.search(/[\r\n]|$/));
  const delimiter = [';', '\t', ','].find((one) => first.includes(one)) ?? ';';
  try {
    return parse(csv, { bom: true, delimiter, skip_empty_lines: true, relax_column_count_less: true });
  } catch (error) {
    const line = error instanceof CsvError ? (error as { lines?: number }).lines : undefined;
    return refuse(
      'CSV_MALFORMED',
      '/csv',
      `Ce tableau n’est pas lisible${line === undefined ? '' : ` à la ligne ${line}`}.`,
      `This table cannot be read${line === undefined ? '' : ` at line ${line}`}.`,
    );
  }
}

function plainTitle(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ');
}

function isColumn(name: string): boolean {
  return (
    (COLUMNS as readonly string[]).includes(name) || NAMES.includes(name) || ASSESSOR.test(name) || EXERCISE.test(name)
  );
}

/** The line, or the name of the column that cannot be read. */
function typedLine(names: readonly string[], cells: readonly string[]): TypedLine | string {
  const cell = (name: string): string | undefined => cells[names.indexOf(name)] || undefined;
  const candidate = cell('candidat');
  if (candidate === undefined) return 'candidat';
  const absence = cell('absence') === undefined ? undefined : ABSENCES[plainTitle(cell('absence')!)];
  if (cell('absence') !== undefined && absence === undefined) return 'absence';
  const numbers = { session: whole(cell('session')), attempt: whole(cell('tentative')) };
  if (numbers.session === null) return 'session';
  if (numbers.attempt === null) return 'tentative';
  const assessorMarks: (string | undefined)[] = [];
  const exercises: { code: string; mark: string | undefined }[] = [];
  for (const [index, name] of names.entries()) {
    const [, place] = ASSESSOR.exec(name) ?? [];
    if (place !== undefined) assessorMarks[Number(place) - 1] = mark(cells[index]);
    const [, code] = EXERCISE.exec(name) ?? [];
    if (code !== undefined) exercises.push({ code: code.toUpperCase(), mark: mark(cells[index]) });
  }
  const [given, appreciation] = [mark(cell('note')), cell('appreciation')];
  return {
    candidate,
    assessorMarks: Array.from(assessorMarks),
    exercises,
    ...(given === undefined ? {} : { mark: given }),
    ...(absence === undefined ? {} : { absence }),
    ...(numbers.session === undefined ? {} : { session: numbers.session }),
    ...(numbers.attempt === undefined ? {} : { attempt: numbers.attempt }),
    ...(appreciation === undefined ? {} : { appreciation }),
  };
}

/** A decimal comma is a point; anything else is left to the scale, which says what it knows. */
function mark(cell: string | undefined): string | undefined {
  return cell ? cell.replace(/^(\d+),(\d+)$/, '$1.$2') : undefined;
}

function whole(cell: string | undefined): number | null | undefined {
  if (cell === undefined) return undefined;
  return /^[1-9]\d?$/.test(cell) ? Number(cell) : null;
}
