import { InputError } from '../model/manuscript.ts';

/** A fault of a template, a kind.yaml or the settings, told with its place; line and column from 1. */
export interface RecordedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A line each, one of a kind, files in their order and within them by place. */
export function problemLines(problems: readonly RecordedProblem[]): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  const sorted = [...problems].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
  const lines = sorted.map(
    ({ file, line, column, message }) =>
      `${file}：第${line}行第${column}列：${message}${/[。？]$/u.test(message) ? '' : '。'}`,
  );
  return [...new Set(lines)].join('\n');
}

/** @throws InputError `template-invalid` with all problems, where there are some */
export function throwProblems(problems: readonly RecordedProblem[]): void {
  if (problems.length > 0) throw new InputError('template-invalid', problemLines(problems));
}
