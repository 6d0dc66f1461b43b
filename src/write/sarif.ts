import { findingKey } from '../check/index.ts';
import type { Finding, Severity } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import type { CheckedReport } from './checked-report.ts';
import { DESCRIBED_RULES, RULE_INDEX } from './described-rules.ts';
import { fileUri } from './file-uri.ts';
import { oneLine } from './places.ts';
import { type ArtifactReference, locationElsewhere, locationOf, MIME_TYPES, plainMessage } from './sarif-locations.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * The result of `check` in the form that code hosts, editors and dashboards exchange findings in: SARIF 2.1.0, one run.
 *
 * @param version of the program
 */
export function sarif(checked: readonly CheckedReport[], version: string): string {
  const artifacts = artifactsOf(checked);
  const indices = new Map([...artifacts.keys()].map((uri, index) => [uri, index]));
  const referenceTo = ({ file }: CheckedReport): ArtifactReference => {
    const uri = fileUri(file);
    return { uri, index: indices.get(uri) ?? -1 };
  };
  const run = {
    tool: { driver: driver(version) },
    language: 'zh-CN',
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: checked.flatMap((one) => notifications(one, referenceTo(one))),
      },
    ],
    artifacts: [...artifacts.values()],
    results: checked.flatMap((one) => {
      const artifact = referenceTo(one);
      return one.result.findings.map((finding) => resultOf(one.report, finding, artifact));
    }),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function driver(version: string): object {
  return {
    name: 'junheng',
    version,
    language: 'zh-CN',
    shortDescription: { text: '均衡：义务教育均衡发展报告的撰写与核对' },
    rules: DESCRIBED_RULES.map(({ id, title, why, severity }) => ({
      id,
      shortDescription: { text: plainMessage(title) },
      fullDescription: { text: plainMessage(why) },
      defaultConfiguration: { level: LEVELS[severity] },
    })),
  };
}

/** The files by URI, each once. How much of them could be tested goes with them: no result is no proof that all is right. */
function artifactsOf(checked: readonly CheckedReport[]): Map<string, object> {
  return new Map(
    checked.map(({ file, report, result, standards }) => {
      const uri = fileUri(file);
      return [
        uri,
        {
          location: { uri },
          roles: ['analysisTarget'],
          mimeType: MIME_TYPES[report.manuscript.format],
          properties: {
            ...result.summary,
            standards,
            dismissed: result.dismissed.length,
            silenced: result.silenced,
            known: result.known,
          },
        },
      ];
    }),
  );
}

/** What the reader noticed; its lines are those of the text form, which is why they are no regions. */
function notifications({ messages }: CheckedReport, artifact: ArtifactReference): object[] {
  return messages.map(({ code, message, line }) => ({
    descriptor: { id: code },
    level: 'note',
    message: { text: plainMessage(message) },
    locations: [
      { physicalLocation: { artifactLocation: artifact }, ...(line === null ? {} : { properties: { line } }) },
    ],
  }));
}

function resultOf(report: Report, finding: Finding, artifact: ArtifactReference): object {
  const [place, ...others] = finding.spans;
  const index = RULE_INDEX.get(finding.rule);
  // none twice, which the format forbids
  const spans = new Map(others.map((span) => [`${span.start}-${span.end}`, span]));
  const related = [
    ...[...spans.values()].map((span) => locationOf(report, artifact, span)),
    ...(finding.elsewhere ?? []).map(locationElsewhere),
  ];
  return {
    ruleId: finding.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: LEVELS[finding.severity],
    message: { text: plainMessage(messageOf(finding)) },
    locations: [locationOf(report, artifact, place)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: fingerprints(report, finding),
  };
}

function messageOf({ message, evidence, suggestion }: Finding): string {
  const lines = [message];
  if (evidence !== null) lines.push(`算式：${evidence}`);
  if (suggestion !== null) lines.push(`建议：${suggestion || '删去'}`);
  return lines.map(oneLine).join('\n');
}

/** Neither line nor value is part of them, so that a finding is known again after the text around it has changed. */
function fingerprints(report: Report, finding: Finding): Readonly<Record<string, string>> {
  const { rule, names, words } = findingKey(report, finding);
  return { 'figureNames/v1': [rule, ...names].join('|'), ...(words === '' ? {} : { 'sentence/v1': words }) };
}
