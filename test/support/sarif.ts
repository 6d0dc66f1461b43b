import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/**
 * The schema of SARIF 2.1.0 (OASIS, edition rtm.5) as @microsoft/jest-sarif 1.0.0-beta.0 (MIT licence) carries it, unchanged.
 * Its patterns are no Unicode ones.
 */
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(
  JSON.parse(readFileSync(new URL('../fixtures/schemas/sarif-2.1.0.json', import.meta.url), 'utf8')),
);

export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly snippet: { readonly text: string };
}
export interface Location {
  readonly physicalLocation: { readonly artifactLocation: { uri: string; index: number }; region?: Region };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  readonly message?: { readonly text: string };
  readonly properties?: { readonly line: number; readonly column: number };
}
export interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: Location[];
  relatedLocations?: Location[];
  partialFingerprints: Record<string, string>;
}
export interface Run {
  readonly tool: { readonly driver: { readonly version: string; readonly rules: { id: string }[] } };
  readonly invocations: readonly { readonly toolExecutionNotifications: { descriptor: { id: string } }[] }[];
  readonly artifacts: readonly { readonly location: { uri: string }; readonly properties: object }[];
  readonly results: Result[];
}
export interface Log {
  readonly runs: readonly Run[];
}

/** What the schema has against a document; nothing where it is SARIF. */
export function sarifFaults(document: unknown): string[] {
  isSarif(document);
  return (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
