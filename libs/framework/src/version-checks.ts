import { type Refusal, refuse } from '@minutier/ledger';

/** A version is named that was published, or adopted, before. */
export function refusedVersion(
  versions: readonly { readonly version: number }[],
  version: number,
  pointer = '/version',
): Refusal<'VERSION_UNKNOWN'> | undefined {
  if (versions.some((one) => one.version === version)) return undefined;
  return refuse('VERSION_UNKNOWN', pointer, `Il n’y a pas de version ${version}.`, `There is no version ${version}.`);
}
