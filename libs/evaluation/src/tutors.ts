import { type Refusal, refuse } from '@minutier/ledger';

/** A project is tutored by persons whom the vault knows. */
export function refusedTutors(
  tutors: readonly string[],
  unknown: ReadonlySet<string>,
): Refusal<'TUTOR_UNKNOWN'> | undefined {
  const index = tutors.findIndex((tutor) => unknown.has(tutor));
  if (index === -1) return undefined;
  return refuse(
    'TUTOR_UNKNOWN',
    `/facts/tutors/${index}`,
    'Ce tuteur n’est pas connu du coffre.',
    'The vault does not know this tutor.',
  );
}
