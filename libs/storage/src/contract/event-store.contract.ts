import { type EventStore } from '@minutier/ledger';

import { appendContract } from './append.contract.js';
import { contentContract } from './content.contract.js';
import { logContract } from './log.contract.js';

/** A new, empty ledger of the store under test. */
export interface OpenedLedger {
  readonly store: EventStore;
  /** Closes the store and opens the same ledger again, as a process that starts anew. */
  reopen(): Promise<EventStore>;
  close(): Promise<void>;
}

export type OpenLedger = () => Promise<OpenedLedger>;

/** What every event store MUST do, whatever it is made of. */
export function eventStoreContract(name: string, open: OpenLedger): void {
  describe(`the event store contract, on ${name}`, () => {
    const opened: OpenedLedger[] = [];
    const openOne: OpenLedger = async () => {
      const ledger = await open();
      opened.push(ledger);
      return ledger;
    };
    afterEach(async () => {
      for (const { close } of opened.splice(0)) await close();
    });
    appendContract(openOne);
    contentContract(openOne);
    logContract(openOne);
  });
}
