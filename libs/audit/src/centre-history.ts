import type { AuditItem } from './audit-trail.projection.js';

/** What a centre was entitled to over a period, whatever became of it since. */
interface Habilitation {
  readonly habilitationId: string;
  readonly scope: readonly string[];
  readonly number: string;
  readonly from: string;
  readonly until: string | null;
  readonly document: string | null;
  /** First day without it. */
  readonly withdrawnOn: string | null;
  readonly suspensions: readonly { readonly from: string; readonly until: string | null }[];
}

/** A centre as its events tell it. */
export interface CentreHistory {
  readonly code: string | null;
  readonly siret: string | null;
  readonly habilitations: readonly Habilitation[];
}

/** How a centre stood to what it did on a day. */
export type Entitlement =
  | {
      readonly standing: 'entitled';
      readonly from: string;
      readonly until: string | null;
      readonly document: string | null;
    }
  | { readonly standing: 'suspended' | 'not-entitled' | 'unknown' };

const DAY_MS = 86_400_000;
const UNKNOWN: CentreHistory = { code: null, siret: null, habilitations: [] };

/** The centre that a stream's events tell of; a type that is not known changes nothing. */
export function centreHistory(events: readonly Pick<AuditItem, 'type' | 'data'>[]): CentreHistory {
  return events.reduce(
    (centre, { type, data }) => afterOne(centre, type, data as Partial<Record<string, unknown>>),
    UNKNOWN,
  );
}

function afterOne(centre: CentreHistory, type: string, data: Partial<Record<string, unknown>>): CentreHistory {
  const { habilitationId, from, effectiveOn } = data as { habilitationId: string; from: string; effectiveOn: string };
  const until = (data.until ?? null) as string | null;
  switch (type) {
    case 'CentreRegistered':
      return { ...centre, code: data.code as string, siret: data.siret as string };
    case 'HabilitationGranted': {
      const { scope, number, document = null } = data as unknown as Habilitation;
      const granted = { habilitationId, scope, number, from, until, document, withdrawnOn: null, suspensions: [] };
      return { ...centre, habilitations: [...centre.habilitations, granted] };
    }
    case 'HabilitationSuspended':
      return changed(centre, habilitationId, ({ suspensions }) => ({ suspensions: [...suspensions, { from, until }] }));
    case 'HabilitationResumed':
      return changed(centre, habilitationId, ({ suspensions }) => ({
        suspensions: suspensions.map((one) =>
          one.until === null || one.until >= from ? { ...one, until: dayBefore(from) } : one,
        ),
      }));
    case 'HabilitationWithdrawn':
      return changed(centre, habilitationId, () => ({ withdrawnOn: effectiveOn }));
    default:
      return centre;
  }
}

function changed(
  centre: CentreHistory,
  id: string,
  change: (one: Habilitation) => Partial<Habilitation>,
): CentreHistory {
  const habilitations = centre.habilitations.map((one) =>
    one.habilitationId === id ? { ...one, ...change(one) } : one,
  );
  return { ...centre, habilitations };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/** «Was it entitled on that day?», as its events tell it. */
export function entitlementOf(
  { code, habilitations }: CentreHistory,
  { scope, number, day }: { readonly scope: 'prepare' | 'evaluate'; readonly number: string; readonly day: string },
): Entitlement {
  if (code === null && habilitations.length === 0) return { standing: 'unknown' };
  const covering = habilitations.filter(
    (one) =>
      one.scope.includes(scope) &&
      one.number === number &&
      covers(one, day) &&
      !(one.withdrawnOn !== null && day >= one.withdrawnOn),
  );
  const effective = covering.find(({ suspensions }) => !suspensions.some((one) => covers(one, day)));
  if (effective) {
    const { from, until, document } = effective;
    return { standing: 'entitled', from, until, document };
  }
  return { standing: covering.length > 0 ? 'suspended' : 'not-entitled' };
}

function covers({ from, until }: { readonly from: string; readonly until: string | null }, day: string): boolean {
  return from <= day && (until === null || day <= until);
}
