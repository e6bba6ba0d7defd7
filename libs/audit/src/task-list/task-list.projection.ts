import { defineProjection } from '@minutier/ledger';

import type { TaskRow } from '../task-rows.js';
import { TASK_RULES } from '../task-rules.js';

/** Everything that waits for a person, one row each; it goes when it is settled. */
export const taskList = defineProjection<TaskRow>({
  name: 'task_list',
  version: 1,
  reads: Object.keys(TASK_RULES),
  columns: { waits: 'integer', award: 'text' },
  indexed: ({ waits, award }) => ({ waits: waits ? 1 : null, award }),
  keysOf: (event) => TASK_RULES[event.type]!.flatMap(({ keys }) => keys(event.data as never, event)),
  partitionOf: ({ stream }) => stream,
  project(row, event, key) {
    const rule = TASK_RULES[event.type]!.find(({ keys }) => keys(event.data as never, event).includes(key));
    return rule ? rule.change(row, event.data as never, event, key) : row;
  },
});
