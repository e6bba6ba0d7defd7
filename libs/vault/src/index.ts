export * from './actors.js';
export * from './faults.js';
export * from './identities.js';
export { createMasterKey, MasterKey } from './master-key.js';
export { type Erased, isErased } from './seals.js';
export { type DestroyedKey } from './key-ring.js';
export * from './sealed-files.js';
export * from './vault.js';
export { opened } from './opened.js';
