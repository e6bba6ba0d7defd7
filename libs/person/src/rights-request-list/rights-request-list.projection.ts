import type { Reason } from '@minutier/framework';
import { defineProjection, splitStreamName } from '@minutier/ledger';

import { type DataRequestAnswered, type DataRequestReceived, type RightsEvent, rightsTypes } from '../rights.events.js';

/** A request under the data-protection law: by when it is to be answered, and how it was. */
export type RightsRequestRow = DataRequestReceived['data'] & {
  readonly personId: string;
  readonly extensions: readonly { readonly dueBy: string; readonly toldOn: string; readonly reason: Reason }[];
  readonly answer: Omit<DataRequestAnswered['data'], 'requestId'> | null;
};

/** One row per request; those that wait are found by their last day. */
export const rightsRequestList = defineProjection<RightsRequestRow>({
  name: 'rights_request_list',
  version: 1,
  reads: Object.keys(rightsTypes),
  columns: { personId: 'text', received: 'text', pending: 'text', due: 'text' },
  indexed: ({ personId, receivedOn, dueBy, answer }) => ({
    personId,
    received: receivedOn,
    pending: answer ? 'no' : 'yes',
    due: dueBy,
  }),
  keysOf: ({ data }) => [(data as { requestId: string }).requestId],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event) {
    const { type, data } = event as unknown as RightsEvent;
    if (type === 'DataRequestReceived') {
      return { ...data, personId: splitStreamName(event.stream).id, extensions: [], answer: null };
    }
    if (type === 'DataRequestExtended') {
      const { dueBy, toldOn, reason } = data;
      return { ...row!, dueBy, extensions: [...row!.extensions, { dueBy, toldOn, reason }] };
    }
    const { requestId: _requestId, ...answer } = data;
    return { ...row!, answer };
  },
});
