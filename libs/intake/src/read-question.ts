import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

import type { LogMoment, Projection, Selection, ViewRow, Views } from '@minutier/ledger';

import { InputInvalid } from './input-codes.js';

/** What every read may be asked: as of when, and at least how far. */
export class ReadQuestion {
  @ApiPropertyOptional({
    description: 'As of this instant, or the end of this day in Paris.',
    example: '2019-03-12T09:30:00Z',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}(T.{1,30})?$/, { context: { code: 'NOT_AN_INSTANT' } })
  readonly asOf?: string;

  @ApiPropertyOptional({
    description: 'Wait until the answer holds this ordinal, or the facts of this receipt.',
    example: '42',
  })
  @IsOptional()
  @Matches(/^(\d{1,15}|[a-z]+-[A-Za-z0-9._-]{1,80}@\d{1,15})$/, { context: { code: 'CURSOR_MALFORMED' } })
  readonly atLeast?: string;
}

/** A question that is answered by a list, page by page. */
export class ListQuestion extends ReadQuestion {
  @ApiPropertyOptional({ description: 'Where the page before ended: taken from its `next`.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9_-]{1,600}$/, { context: { code: 'CURSOR_MALFORMED' } })
  readonly cursor?: string;

  @ApiPropertyOptional({ description: 'Items a page.', minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
  )
  // Asked from the last to the first: what is no number is in no bounds.
  @Max(500, { context: { code: 'OUT_OF_RANGE' } })
  @Min(1, { context: { code: 'OUT_OF_RANGE' } })
  @IsInt({ context: { code: 'NOT_AN_INTEGER' } })
  readonly limit?: number;
}

export const PAGE_SIZE = 100;

/** A page of a list; `next` is the path and query of the following one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly asOf: LogMoment;
  /** True where a part of the list waits in quarantine. */
  readonly incomplete?: boolean;
}

/** Where a page ended: the moment that all pages of one reading share, and the last row. */
export interface Cursor {
  readonly moment: LogMoment;
  readonly value: string | number | null;
  readonly key: string;
}

/** Reads a cursor back. Throws InputInvalid where it is not one of ours. */
export function readCursor(text: string): Cursor {
  try {
    const [ordinal, effectiveAt, value, key] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const isMoment = isWhole(ordinal) && ordinal >= -1 && (effectiveAt === null || typeof effectiveAt === 'string');
    const isPlace = (value === null || typeof value === 'string' || isWhole(value)) && typeof key === 'string';
    if (!isMoment || !isPlace) throw new TypeError();
    return { moment: { ordinal, effectiveAt }, value, key };
  } catch {
    throw new InputInvalid([{ code: 'CURSOR_MALFORMED', parameter: 'cursor' }]);
  }
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** Path and query of the page after a row, as of the same moment. */
export function nextPage(url: string, { moment, value, key }: Cursor): string {
  const [path, query] = url.split('?');
  const parameters = new URLSearchParams(query);
  parameters.delete('atLeast');
  const cursor = JSON.stringify([moment.ordinal, moment.effectiveAt, value, key]);
  parameters.set('cursor', Buffer.from(cursor).toString('base64url'));
  return `${path}?${parameters.toString()}`;
}

/** Throws the 404 of a thing that is not recorded (or was not yet, as of the moment asked). */
export function found<Row>(row: ViewRow<Row> | undefined): ViewRow<Row> {
  if (!row) throw new InputInvalid([{ code: 'NOT_FOUND' }], 404);
  return row;
}

/** One page of a projection's rows, as of the moment asked (or already resolved) or, from the second page on, of the first page's. */
export async function listPage<Row extends object, Item>(
  views: Views,
  projection: Projection<Row>,
  selection: Pick<Selection, 'where' | 'orderBy' | 'descending'>,
  question: ListQuestion,
  url: string,
  itemOf: (row: ViewRow<Row>) => Item | Promise<Item>,
  moment?: LogMoment,
): Promise<Page<Item>> {
  const cursor = question.cursor === undefined ? undefined : readCursor(question.cursor);
  const asOf = moment ?? cursor?.moment ?? (await views.at(question));
  if (asOf.ordinal > (await views.at({})).ordinal) {
    throw new InputInvalid([{ code: 'CURSOR_MALFORMED', parameter: 'cursor' }]);
  }
  const limit = question.limit ?? PAGE_SIZE;
  const rows = await views.find(
    projection,
    { ...selection, ...(cursor ? { after: cursor } : {}), limit: limit + 1 },
    asOf,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const value =
    last && (selection.orderBy === undefined ? last.key : (projection.indexed(last.row)[selection.orderBy] ?? null));
  const next = last ? nextPage(url, { moment: asOf, value: value!, key: last.key }) : null;
  const incomplete = views.isIncomplete(projection);
  return { items: await Promise.all(shown.map(itemOf)), next, asOf, ...(incomplete ? { incomplete } : {}) };
}
