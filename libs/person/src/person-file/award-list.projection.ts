import type { Authority, Reason } from '@minutier/framework';
import { defineProjection, splitStreamName } from '@minutier/ledger';

import { type AwardEvent, awardTypes, type LegacyBlockRegistered } from '../award.events.js';

/** A block that a person holds, or held, as it was registered. */
export type AwardRow = LegacyBlockRegistered['data'] & {
  readonly personId: string;
  readonly origin: 'legacy';
  readonly annulled: boolean;
  readonly withdrawn: { readonly reason: Reason; readonly authority: Authority } | null;
};

/** One row per award; a person's are found by the id of whom the stream is. */
export const awardList = defineProjection<AwardRow>({
  name: 'award_list',
  version: 1,
  reads: Object.keys(awardTypes),
  columns: { personId: 'text', obtained: 'text' },
  indexed: ({ personId, obtainedOn, block }) => ({ personId, obtained: `${obtainedOn} ${block}` }),
  keysOf: ({ data }) => [(data as { awardId: string }).awardId],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event) {
    const { type, data } = event as unknown as AwardEvent;
    if (type === 'LegacyBlockRegistered') {
      const { id: personId } = splitStreamName(event.stream);
      return { ...data, personId, origin: 'legacy', annulled: false, withdrawn: null };
    }
    const { reason, authority } = data;
    return { ...row!, annulled: true, withdrawn: { reason, authority } };
  },
});
