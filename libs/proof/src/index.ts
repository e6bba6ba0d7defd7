export { canonicalJson, NotCanonical, type CanonicalValue } from './canonical-json.js';
export { eventHash, sha256Hex, type HashedEvent } from './event-hash.js';
