import { cohortStream, type OpenCohortState } from '@minutier/cohort';
import { type Framework, frameworkStream, type Rules, rulesStream } from '@minutier/framework';
import type { Decision, Ledger, LedgerCommand, Receipt, SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from './candidacy.events.js';
import { candidacyStream } from './candidacy.state.js';
import type { Candidacy } from './enrolled-candidacy.js';

/** What an enrolment is judged by: its cohort, and the framework and rules that this is pinned to. */
export interface EnrolmentFrame {
  readonly cohort: OpenCohortState;
  readonly framework: Framework;
  readonly rules: Rules;
}

type Decide<Command> = (
  command: SealedCommand<Command>,
  candidacy: Candidacy,
  frame: EnrolmentFrame | undefined,
) => Decision<CandidacyEvent, string>;

/** Gives a command to a candidacy; it is decided on the frame of the candidate's cohort, which only an absent candidacy lacks. */
export async function decideInFrame<Command extends LedgerCommand & { readonly candidacyId: string }>(
  ledger: Ledger,
  command: Command,
  decide: Decide<Command>,
): Promise<Receipt> {
  const { state } = await ledger.load(candidacyStream, command.candidacyId);
  const frame = state.status === 'enrolled' ? await frameOf(ledger, state.cohortId) : undefined;
  return ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
    decide(sealed, candidacy, frame),
  );
}

async function frameOf(ledger: Ledger, cohortId: string): Promise<EnrolmentFrame | undefined> {
  const { state: cohort } = await ledger.load(cohortStream, cohortId);
  if (cohort.status === 'absent') return undefined;
  const { versions: frameworks } = (await ledger.load(frameworkStream, cohort.framework.number)).state;
  const { versions: adopted } = (await ledger.load(rulesStream, cohort.rules.id)).state;
  return { cohort, framework: frameworks[cohort.framework.version - 1]!, rules: adopted[cohort.rules.version - 1]! };
}
