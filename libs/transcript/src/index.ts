export * from './modality-result.js';
export * from './results.js';
export { type TranscriptPage, ShowTranscript } from './transcript-page/transcript-page.query.js';
export { type Pins, Transcripts } from './transcripts.js';
export { transcriptModule } from './transcript.module.js';
