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
    const comparison = sql.raw(descending ? '<' : '>');
    query = query.where(sql<boolean>`(${sql.ref(orderBy)}, key) ${comparison} (${after.value}, ${after.key})`);
  }
  query = query.orderBy(orderBy, direction);
  if (orderBy !== 'key') query = query.orderBy('key', direction);
  return (limit === undefined ? query : query.limit(limit)).compile();
}
