export { SqliteEventStore } from './sqlite/sqlite-event-store.js';
export { SqliteReadStore } from './views/sqlite-read-store.js';
