import type { OpenCohortState } from '@minutier/cohort';
import type { Framework } from '@minutier/framework';
import { type Refusal, refuse } from '@minutier/ledger';

/** Nobody begins, or begins again, in a cohort that is closed. */
export function refusedClosed({ closedOn }: OpenCohortState): Refusal<'COHORT_CLOSED'> | undefined {
  if (closedOn === null) return undefined;
  return refuse(
    'COHORT_CLOSED',
    undefined,
    `Cette promotion est close depuis le ${closedOn}.`,
    `This cohort was closed on ${closedOn}.`,
  );
}

/** The fiche opens a route, closes it, or does not name it. */
export function refusedRoute(
  { number, routes }: Framework,
  route: string,
  pointer: string,
): Refusal<'ACCESS_ROUTE_UNKNOWN' | 'ROUTE_CLOSED'> | undefined {
  const access = routes.find(({ code }) => code === route);
  if (!access)
    return refuse(
      'ACCESS_ROUTE_UNKNOWN',
      pointer,
      `La fiche ${number} ne nomme pas cette voie d’accès (${route}).`,
      `Fiche ${number} does not name this access route (${route}).`,
    );
  if (!access.open)
    return refuse(
      'ROUTE_CLOSED',
      pointer,
      `La fiche ${number} n’ouvre pas cette voie : « ${access.exact} ».`,
      `Fiche ${number} does not open this route: “${access.exact}”.`,
    );
  return undefined;
}

/** Who enters after the end of the registration cannot be given the title (L6113-9). */
export function refusedExpired(
  { registration }: Framework,
  enteredOn: string,
  pointer: string,
): Refusal<'ENTERED_AFTER_EXPIRY'> | undefined {
  if (enteredOn <= registration.validUntil) return undefined;
  return refuse(
    'ENTERED_AFTER_EXPIRY',
    pointer,
    `L’enregistrement a pris fin le ${registration.validUntil}.`,
    `The registration ended on ${registration.validUntil}.`,
  );
}

/** Why blocks asked for in VAE cannot be: the title is asked for whole, blocks one by one, and the fiche has them. */
export function refusedScope(
  { scope, blocks }: { readonly scope: 'title' | 'blocks'; readonly blocks: readonly string[] },
  { blocks: published }: Framework,
): Refusal<'SCOPE_MISMATCH' | 'BLOCK_UNKNOWN'> | undefined {
  if ((scope === 'blocks') !== blocks.length > 0)
    return refuse(
      'SCOPE_MISMATCH',
      '/blocks',
      'Le titre se demande entier, sans bloc ; une demande par blocs en nomme au moins un.',
      'The title is asked for whole, without blocks; a request by blocks names one at least.',
    );
  const unknown = blocks.findIndex((block) => !published.some(({ code }) => code === block));
  if (unknown === -1) return undefined;
  return refuse(
    'BLOCK_UNKNOWN',
    `/blocks/${unknown}`,
    `La fiche n’a pas de bloc ${blocks[unknown]}.`,
    `The fiche has no block ${blocks[unknown]}.`,
  );
}
