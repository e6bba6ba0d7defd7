export { type EventStoreDbServer, eventStoreDbServer, freshPrefix } from './eventstoredb/event-store-db-server.js';
export { type AppendFault, EventStoreDbStandIn, type ReadFault } from './eventstoredb/stand-in-server.js';
export { faultsOnDemand } from './eventstoredb/faults-on-demand.js';
