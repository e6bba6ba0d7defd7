import {
  DummyDriver,
  Kysely,
  type RawBuilder,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

import type { Projection, Selection } from '@minutier/ledger';

import { tableOf } from './view-tables.js';

type AnyTable = Record<string, Record<string, string | number | null>>;

/** Compiles only: the statements run on the driver's own prepared statements. */
const builder = new Kysely<AnyTable>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A compiled statement. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** «True at this ordinal»: the one predicate of every question as of a moment. */
function trueAt(at: number): RawBuilder<boolean> {
  return sql<boolean>`from_ordinal <= ${at} and to_ordinal > ${at}`;
}

/** «Later in the order»; rows without a value stand before all others, as SQLite orders them. */
function standsAfter(
  orderBy: string,
  descending: boolean,
  { value, key }: NonNullable<Selection['after']>,
): RawBuilder<boolean> {
  const column = sql.ref(orderBy);
  if (value !== null) {
    return descending
      ? sql<boolean>`((${column}, key) < (${value}, ${key}) or ${column} is null)`
      : sql<boolean>`(${column}, key) > (${value}, ${key})`;
  }
  return descending
    ? sql<boolean>`(${column} is null and key < ${key})`
    : sql<boolean>`(${column} is not null or key > ${key})`;
}

/** Rows of a projection that were true at an ordinal, filtered, ordered and cut. */
export function selectionSql(projection: Projection, selection: Selection, at: number): Statement {
  const { where = {}, orderBy = 'key', descending = false, after, limit } = selection;
  const direction = descending ? 'desc' : 'asc';
  let query = builder.selectFrom(tableOf(projection)).select(['key', 'from_ordinal', 'body']).where(trueAt(at));
  for (const [column, value] of Object.entries(where)) {
    if (value === undefined) continue;
    query = value === null ? query.where(column, 'is', null) : query.where(column, '=', value);
  }
  if (after) {
    query = query.where(standsAfter(orderBy, descending, after));
  }
  query = query.orderBy(orderBy, direction);
  if (orderBy !== 'key') query = query.orderBy('key', direction);
  return (limit === undefined ? query : query.limit(limit)).compile();
}
