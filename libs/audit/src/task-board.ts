import { candidateFile, type CandidateFileRow } from '@minutier/candidacy';
import { cohortList } from '@minutier/cohort';
import { frameworkCatalogue } from '@minutier/framework';
import { type LogMoment, splitStreamName, type Views } from '@minutier/ledger';
import type { Vault } from '@minutier/vault';

import { auditTrail } from './audit-trail.projection.js';
import { fieldOf, textOf, Trail } from './trail.js';
import { nameOf } from './story-telling.js';
import type { TaskKind, TaskRow } from './task-rows.js';
import { incidentInWords, taskInWords } from './task-words.js';

/** What waits for a person: since when, until when, what is to be done, and where to look. */
export interface Task {
  readonly id: string;
  readonly kind: TaskKind;
  /** Place in the log of the event since which it waits. */
  readonly ordinal: number;
  readonly since: string | null;
  /** Last day to do it, where there is one. */
  readonly due: string | null;
  readonly overdue: boolean;
  readonly candidate: {
    readonly candidacyId: string;
    readonly number: string | null;
    readonly name: string | null;
  } | null;
  readonly cohortId: string | null;
  /** What is to be done, in French. */
  readonly todo: string;
  readonly links: readonly { readonly rel: string; readonly words: string; readonly href: string }[];
}

/** Joins to each task the names and labels that its words need, as of one moment. */
export class TaskBoard {
  readonly #trail: Trail;

  constructor(
    private readonly views: Pick<Views, 'get' | 'find'>,
    private readonly vault: Pick<Vault, 'identity' | 'actor'>,
    private readonly moment: LogMoment,
    private readonly today: string,
  ) {
    this.#trail = new Trail(views, moment);
  }

  async taskOf({ key, row }: { readonly key: string; readonly row: TaskRow }): Promise<Task> {
    const { ordinal, since, due, candidacyId } = row;
    const kind = row.kind as TaskKind;
    const file =
      candidacyId === null ? undefined : (await this.views.get(candidateFile, candidacyId, this.moment))?.row;
    const name = await this.#nameIn(row, file);
    const number = file?.candidateNumber ?? null;
    return {
      id: key,
      kind,
      ordinal,
      since,
      due,
      overdue: due !== null && due < this.today,
      candidate: candidacyId === null ? null : { candidacyId, number, name },
      cohortId: file?.cohortId ?? (await this.#cohortOf(row)),
      todo: taskInWords(
        { ...row, kind },
        {
          candidate: `${name ?? 'un candidat'}${number === null ? '' : ` (n° ${number})`}`,
          assessors: await this.#names(row.assessors),
          block: await this.#block(row, file),
          incident: kind === 'incident' ? await this.#incident(row) : '',
          number: row.periods[0]?.number ?? '',
        },
      ),
      links: linksOf(row),
    };
  }

  async #nameIn({ stream }: TaskRow, file: CandidateFileRow | undefined): Promise<string | null> {
    const { category, id } = splitStreamName(stream);
    const personId = file?.personId ?? (category === 'person' ? id : undefined);
    return (personId === undefined ? undefined : nameOf(await this.vault.identity(personId))) ?? null;
  }

  async #names(ids: readonly string[]): Promise<string[]> {
    const actors = await Promise.all(ids.map((id) => this.vault.actor(id)));
    return actors.flatMap((actor) => actor?.name ?? []);
  }

  /** A refusal may come from a file that does not exist: then the cohort is that of the group work or sheet. */
  async #cohortOf({ stream }: TaskRow): Promise<string | null> {
    const [header] = await this.views.find(auditTrail, { where: { stream }, limit: 1 }, this.moment);
    return (header && textOf(header.row, 'cohortId')) ?? null;
  }

  async #block({ block }: TaskRow, file: CandidateFileRow | undefined): Promise<string> {
    if (block === null) return '';
    const pinned = file && (await this.views.get(cohortList, file.cohortId, this.moment))?.row.framework;
    const published = pinned && (await this.views.get(frameworkCatalogue, pinned.number, this.moment))?.row;
    const label = published?.versions[pinned!.version - 1]?.blocks.find(({ code }) => code === block)?.label;
    return `bloc ${block}${label === undefined ? '' : ` « ${label} »`}`;
  }

  async #incident({ eventId }: TaskRow): Promise<string> {
    const event = await this.#trail.event(eventId);
    return incidentInWords(String(event && fieldOf(event, 'kind')));
  }
}

const API = '/api/v1';
const ORIGINS: Readonly<Record<string, { readonly path: string; readonly words: string }>> = {
  groupwork: { path: 'group-works', words: 'Le travail de groupe' },
  marksheet: { path: 'mark-sheets', words: 'La feuille de notes' },
  reattribution: { path: 'reattributions', words: 'La réattribution' },
  centre: { path: 'centres', words: 'Le centre' },
  person: { path: 'persons', words: 'La personne' },
};

function linksOf({ eventId, stream, candidacyId }: TaskRow): Task['links'] {
  const { category, id } = splitStreamName(stream);
  const origin = ORIGINS[category];
  return [
    {
      rel: 'event',
      words: 'Le fait qui l’a fait naître, et ce qui l’entoure',
      href: `${API}/audit/story?of=event:${eventId}`,
    },
    ...(candidacyId === null
      ? []
      : [{ rel: 'candidacy', words: 'Le dossier du candidat', href: `${API}/candidacies/${candidacyId}` }]),
    ...(origin ? [{ rel: category, words: origin.words, href: `${API}/${origin.path}/${id}` }] : []),
  ];
}
