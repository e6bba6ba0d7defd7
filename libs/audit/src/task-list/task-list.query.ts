import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';

import { IntakeClock, ListQuestion, type Page, readSlice } from '@minutier/intake';
import { asOfInstant, type LogMoment, parisDay, ProjectionRunner, Views } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { momentOf } from '../asked-moment.js';
import { auditKey } from '../audit-trail.projection.js';
import { memoryPage } from '../memory-page.js';
import { endingPeriods } from '../task-deadlines.js';
import { type Task, TaskBoard } from '../task-board.js';
import { TASK_KINDS, type TaskKind, type TaskRow } from '../task-rows.js';
import { taskList } from './task-list.projection.js';

/** Which tasks: all conditions together. */
export class TaskQuestion extends ListQuestion {
  @ApiPropertyOptional({ type: String, description: 'Of one cohort’s candidacies.' })
  @IsOptional()
  @IsUUID('all', { context: { code: 'NOT_A_UUID' } })
  readonly cohort?: string;

  @ApiPropertyOptional({ enum: TASK_KINDS, description: 'Of one kind.' })
  @IsOptional()
  @IsIn(TASK_KINDS, { context: { code: 'NOT_A_CHOICE' } })
  readonly kind?: TaskKind;
}

export const listTasksSlice = readSlice('ListTasks', {
  get: 'tasks',
  tag: 'tasks',
  summary: 'Tout ce qui attend quelqu’un : depuis quand, et ce qui est à faire',
  question: TaskQuestion,
  needs: [Views, Vault, IntakeClock, ProjectionRunner],
  async answer({ question, url }, views, vault, { clock }, runner): Promise<Page<Task>> {
    const { cohort, kind, asOf } = question;
    const moment = await momentOf(question, views);
    const today = asOf === undefined ? parisDay(clock.now()) : parisDay(asOfInstant(asOf));
    const rows = await waiting(views, kind, moment, today);
    const board = new TaskBoard(views, vault, moment, today);
    const tasks = await Promise.all(rows.map((row) => board.taskOf(row)));
    const aside = asOf === undefined && (kind ?? 'quarantine') === 'quarantine' ? quarantined(runner) : [];
    const shown = [...tasks, ...aside].filter((task) => cohort === undefined || task.cohortId === cohort.toLowerCase());
    const page = memoryPage(shown, orderOf, question, url, moment);
    return views.isIncomplete(taskList) ? { ...page, incomplete: true } : page;
  },
});

/** The oldest first. */
const orderOf = ({ ordinal, id }: Task) => `${auditKey(ordinal)} ${id}`;

/** Rows that wait at that moment and on that day, one for each thing to be done. */
async function waiting(
  views: Views,
  kind: TaskKind | undefined,
  moment: LogMoment,
  today: string,
): Promise<{ readonly key: string; readonly row: TaskRow }[]> {
  const open = await views.find(taskList, { where: { waits: 1 } }, moment);
  const rows = open.filter(({ row }) => (kind ?? row.kind) === row.kind);
  const each = await Promise.all(
    rows.map(async ({ key, row }) => {
      if (row.kind === 'fallen-award') return dependantsOf(views, row, moment);
      if (row.kind === 'suspension') return row.due !== null && row.due < today ? [{ key, row }] : [];
      if (row.kind !== 'habilitation') return [{ key, row }];
      return endingPeriods(row, today).map((period) => ({
        key: `${key} ${period.habilitationId}`,
        row: { ...row, due: period.until, periods: [period] },
      }));
    }),
  );
  return each.flat().sort((one, other) => one.row.ordinal - other.row.ordinal || (one.key < other.key ? -1 : 1));
}

/** The carry-overs that cite an award that fell and were not revoked. */
async function dependantsOf(views: Views, fallen: TaskRow, moment: LogMoment) {
  const named = await views.find(taskList, { where: { award: fallen.award } }, moment);
  const citations = named.filter(({ row }) => row.kind === 'citation');
  const standing = await Promise.all(
    citations.map(async ({ key, row }) => {
      const carryOver = await views.get(taskList, `carry-over ${row.carryOver}`, moment);
      const { candidacyId, block } = row;
      return carryOver ? [{ key, row: { ...fallen, candidacyId, block } }] : [];
    }),
  );
  return standing.flat();
}

/** Parts of read models that wait: known of this moment only. */
function quarantined(runner: ProjectionRunner): Task[] {
  const names = [...runner.checkpoints.keys()].filter((name) => runner.isAside(name));
  return names.map((name) => ({
    id: `quarantine ${name}`,
    kind: 'quarantine',
    ordinal: Number.MAX_SAFE_INTEGER - 1,
    since: null,
    due: null,
    overdue: false,
    candidate: null,
    cohortId: null,
    todo: `Une partie de la vue ${name} attend d’être relue : ses réponses sont incomplètes. À faire : lire la raison sur la page de santé, puis faire relire la vue.`,
    links: [{ rel: 'health', words: 'La santé du registre', href: '/health/ready' }],
  }));
}
