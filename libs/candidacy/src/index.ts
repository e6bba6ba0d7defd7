export * from './candidacy.events.js';
export * from './candidacy-ids.js';
export { candidacyModule } from './candidacy.module.js';
export * from './candidacy.state.js';
export { type CandidateFileRow, candidateFile } from './candidate-file/candidate-file.projection.js';
export { type Correction, evaluationList, type EvaluationRow } from './candidate-file/evaluation-list.projection.js';
export { EnrolCandidate } from './enrol-candidate/enrol-candidate.command.js';
