import { join } from 'node:path';

import Database from 'better-sqlite3';

import { Story } from './campaign.js';

/** Harm that a fault of the core would do; each must be seen, or the verification sees nothing. */
const HARMS: Readonly<Record<string, { file: string; statements: string }>> = {
  'the last event is lost': {
    file: 'ledger.sqlite',
    statements: 'DELETE FROM events WHERE ordinal = (SELECT max(ordinal) FROM events)',
  },
  'an event in the middle is lost': {
    file: 'ledger.sqlite',
    statements: 'DELETE FROM events WHERE ordinal = (SELECT max(ordinal) / 2 FROM events)',
  },
  'an append is half': {
    file: 'ledger.sqlite',
    statements: `DELETE FROM events WHERE ordinal >=
      (SELECT max(ordinal) FROM events WHERE type = 'GroupWorkLineAssessed' OR type = 'BlockPublished')`,
  },
  'an event stands twice': {
    file: 'ledger.sqlite',
    statements: `INSERT INTO events SELECT last.ordinal + 1, stream, revision + 1, id, type, version, data, meta
      FROM events AS last WHERE ordinal = (SELECT max(ordinal) FROM events)`,
  },
  'a line is recorded twice': {
    file: 'ledger.sqlite',
    statements: `INSERT INTO events SELECT (SELECT max(ordinal) + 1 FROM events), stream,
      (SELECT max(revision) + 1 FROM events AS same WHERE same.stream = twice.stream), '0' || substr(id, 2), type,
      version, data, meta FROM events AS twice WHERE type = 'RolePlayAssessed' AND data LIKE '%"group-work"%' LIMIT 1`,
  },
  'a row of a view is missing': {
    file: 'views.sqlite',
    statements: 'DELETE FROM view_audit_trail WHERE from_ordinal = (SELECT max(from_ordinal) FROM view_audit_trail)',
  },
  'a row of a view is true for too long': {
    file: 'views.sqlite',
    statements: `UPDATE view_candidate_file SET to_ordinal = to_ordinal + 1
      WHERE to_ordinal = (SELECT min(to_ordinal) FROM view_candidate_file)`,
  },
  'a view is ahead of its rows': {
    file: 'views.sqlite',
    statements: 'DELETE FROM view_cohort_list',
  },
};

/** Tells a story to its end, does each harm to a copy, and returns the harms that were not seen. */
export async function harmsNotSeen(seed: number, say: (line: string) => void): Promise<string[]> {
  const story = new Story(seed);
  try {
    const faults = await story.tellUntil({ kind: 'never' });
    if (faults.length > 0) return ['the story itself is not whole', ...faults];
    const unseen: string[] = [];
    for (const [harm, { file, statements }] of Object.entries(HARMS)) {
      const seen = await story.faults((copy) => harmFile(join(copy, file), statements));
      say(`${harm}: ${seen[0] ?? 'NOT SEEN'}`);
      if (seen.length === 0) unseen.push(harm);
    }
    return unseen;
  } finally {
    story.forget();
  }
}

function harmFile(file: string, statements: string): void {
  const database = new Database(file);
  const before = database.prepare<[], number>('SELECT total_changes()').pluck().get()!;
  database.exec(statements);
  const changed = database.prepare<[], number>('SELECT total_changes()').pluck().get()! - before;
  database.close();
  if (changed === 0) throw new Error(`nothing was harmed by ${statements}`);
}
