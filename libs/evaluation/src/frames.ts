import { Injectable } from '@nestjs/common';

import { type Candidacy, candidacyStream } from '@minutier/candidacy';
import { cohortStream } from '@minutier/cohort';
import {
  type Centre,
  centreStream,
  type Framework,
  frameworkStream,
  NO_ITEMS,
  type Rules,
  rulesStream,
} from '@minutier/framework';
import { Ledger } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import type { Frame } from './frame.js';
import type { ConductInput } from './assessment-input.js';

const NOTHING = { versions: [] } as const;

/** Reads what a decision over marks stands on, from the streams themselves: no read model is asked. */
@Injectable()
export class Frames {
  constructor(
    private readonly ledger: Ledger,
    private readonly vault: Vault,
  ) {}

  /** The frame of a candidacy; `persons` are those of the institution whom the command names, `centreId` who held it. */
  async ofCandidacy(candidacyId: string, persons: readonly string[] = [], centreId?: string | null): Promise<Frame> {
    const { state } = await this.ledger.load(candidacyStream, candidacyId);
    return this.ofCohort(cohortIdOf(state), persons, centreId);
  }

  /** The frame of a cohort. An absent cohort has an empty one: the decision refuses before it is asked. */
  async ofCohort(
    cohortId: string | undefined,
    persons: readonly string[] = [],
    centreId?: string | null,
  ): Promise<Frame> {
    const unknown = await this.#unknown(persons);
    const centre = await this.#centre(centreId);
    const cohort =
      cohortId === undefined ? cohortStream.initial : (await this.ledger.load(cohortStream, cohortId)).state;
    if (cohort.status === 'absent') return { cohort, framework: NO_FRAMEWORK, rules: NO_RULES, unknown, centre };
    const { number, version } = cohort.framework;
    const { versions: frameworks } = (await this.ledger.load(frameworkStream, number)).state;
    const { versions: rules } = (await this.ledger.load(rulesStream, cohort.rules.id)).state;
    return { cohort, framework: frameworks[version - 1]!, rules: rules[cohort.rules.version - 1]!, unknown, centre };
  }

  async #centre(centreId: string | null | undefined): Promise<Centre | undefined> {
    return typeof centreId === 'string' ? (await this.ledger.load(centreStream, centreId)).state : undefined;
  }

  async #unknown(persons: readonly string[]): Promise<ReadonlySet<string>> {
    const known = await Promise.all(persons.map((id) => this.vault.actor(id)));
    return new Set(persons.filter((_, index) => known[index] === undefined));
  }
}

const NO_FRAMEWORK = { ...NOTHING, blocks: [] } as unknown as Framework;
const NO_RULES = { ...NOTHING, ...NO_ITEMS, modalityRules: [], scales: [] } as unknown as Rules;

function cohortIdOf(candidacy: Candidacy): string | undefined {
  return candidacy.status === 'enrolled' ? candidacy.cohortId : undefined;
}

/** The assessors whom a conduct names. */
export function assessorsOf(conduct: ConductInput | undefined): string[] {
  return conduct?.assessors.map(({ assessorId }) => assessorId) ?? [];
}
