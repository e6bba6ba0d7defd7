import { type LedgerOptions, RunningLedger, type StoreKind } from './running-ledger.js';

const named = process.env.STORE as StoreKind | undefined;

/** The stores that this run tries: both, or the one that `STORE` names. */
export const STORES: readonly StoreKind[] = named ? [named] : ['sqlite', 'eventstoredb'];

/** Tells the same journey on every store, each time on a ledger of its own that is started before and ended after it. */
export function onEachStore(title: string, tell: (ledger: RunningLedger) => void, options?: LedgerOptions): void {
  describe.each(STORES)(`${title} (%s)`, (store) => {
    const ledger = new RunningLedger(store, options);
    beforeAll(() => ledger.start());
    afterAll(() => ledger.end());
    tell(ledger);
  });
}
