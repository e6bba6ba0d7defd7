import { Injectable } from '@nestjs/common';

import { type Candidacy, type CandidacyEvent, candidacyStream } from '@minutier/candidacy';
import type { RecordedCommand } from '@minutier/intake';
import {
  type Decision,
  type ExecutionOptions,
  isRefusal,
  Ledger,
  type Receipt,
  type SealedCommand,
} from '@minutier/ledger';

import type { AssessmentInput, AssessmentReceipt, ConductInput } from './assessment-input.js';
import type { Frame } from './frame.js';
import { assessorsOf, Frames } from './frames.js';

/** A command about the marks of one candidacy. */
type OnCandidacy = RecordedCommand<unknown> & {
  readonly candidacyId: string;
  readonly conduct?: ConductInput;
  readonly centreId?: string;
};
type Decide<Given extends OnCandidacy> = (
  command: SealedCommand<Given>,
  candidacy: Candidacy,
  frame: Frame,
) => Decision<CandidacyEvent, string>;
type Options = Pick<ExecutionOptions, 'occurredAt'> & {
  /** Persons of the institution whom the command names beside its assessors. */
  readonly persons?: readonly string[];
};

/** Executes commands about a candidacy's marks: they are decided on the cohort, framework and rules that it belongs to. */
@Injectable()
export class Marks {
  constructor(
    private readonly ledger: Ledger,
    private readonly frames: Frames,
  ) {}

  /** Gives a command to a candidacy. */
  async decide<Given extends OnCandidacy>(
    command: Given,
    decide: Decide<Given>,
    { persons = [], ...options }: Options = {},
  ): Promise<Receipt> {
    const { candidacyId, conduct, centreId } = command;
    const frame = await this.frames.ofCandidacy(candidacyId, [...assessorsOf(conduct), ...persons], centreId);
    return this.ledger.execute(
      candidacyStream,
      command.candidacyId,
      command,
      (sealed, candidacy) => decide(sealed, candidacy, frame),
      options,
    );
  }

  /**
   * Records an evaluation; the answer says its id, by which it is corrected. A repeat, which decides nothing, is answered
   * from what was recorded then: the evaluation may have been voided since, or given to another file.
   */
  async assess<Given extends AssessmentInput>(
    command: Given,
    decide: Decide<Given>,
    options: Options = {},
  ): Promise<AssessmentReceipt> {
    let recorded: CandidacyEvent | undefined;
    const remembering: Decide<Given> = (...given) => {
      const decision = decide(...given);
      recorded = isRefusal(decision) ? undefined : decision[0];
      return decision;
    };
    const receipt = await this.decide(command, remembering, options);
    recorded ??= await this.#firstOf(receipt, command.candidacyId);
    return { ...receipt, evaluationId: (recorded!.data as { evaluationId: string }).evaluationId };
  }

  async #firstOf({ eventIds }: Receipt, candidacyId: string): Promise<CandidacyEvent | undefined> {
    const history = await this.ledger.history(candidacyStream, candidacyId);
    return history.find(({ id }) => id === eventIds[0]) as CandidacyEvent | undefined;
  }
}
