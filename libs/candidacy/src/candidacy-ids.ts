import { type CommandContext, derivedId } from '@minutier/ledger';

/** A person has one candidacy in a cohort: its id is their pair's, so that no double enrolment can be written. */
export function candidacyIdOf(cohortId: string, personId: string): string {
  return derivedId('candidacy', cohortId, personId);
}

/** Id of what is recorded at one place of a candidacy: modality, occurrence, attempt, and entry after a voiding. */
export function evaluationIdOf(
  candidacyId: string,
  { modality, occurrence, attempt, entry }: { modality: string; occurrence: number; attempt: number; entry: number },
): string {
  return derivedId('evaluation', candidacyId, modality, occurrence, attempt, entry);
}

/** What a command brings into a candidacy is named by the command: a repeat names the same. */
export function actIdOf(
  kind: 'equivalence' | 'carry-over' | 'summons' | 'incident' | 'sanction',
  { commandId }: Pick<CommandContext, 'commandId'>,
): string {
  return derivedId(kind, commandId);
}

/** A tie is one of its kind between two persons, however often it is declared. */
export function assessorLinkIdOf(candidacyId: string, assessorId: string, kind: string): string {
  return derivedId('assessor-link', candidacyId, assessorId, kind);
}
