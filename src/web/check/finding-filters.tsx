import { SEVERITIES, SEVERITY_WORDS } from '../../write/told.ts';
import type { ReportView } from '../worker/protocol.ts';
import { type FindingFilter, filtered, rulesOf, STATE_WORDS } from './finding-filter.ts';

interface FindingFiltersProps {
  readonly report: ReportView;
  readonly filter: FindingFilter;
  readonly onChange: (filter: FindingFilter) => void;
}

/** What to list: severities as buttons with their numbers, the rest as choices. */
export function FindingFilters({ report, filter, onChange }: FindingFiltersProps) {
  const { findings, sections } = report;
  const count = (changed: Partial<FindingFilter>) => filtered(findings, { ...filter, ...changed }).length;
  // a severity that nothing is of has nothing to be filtered
  const present = SEVERITIES.filter((severity) => findings.some((finding) => finding.severity === severity));
  const severities = present.map((severity) => ({
    severity,
    off: filter.without.includes(severity),
    count: count({ without: SEVERITIES.filter((other) => other !== severity) }),
  }));
  return (
    <div class="filters">
      <div class="severities" role="group" aria-label="级别">
        {severities.map(({ severity, off, count }) => (
          <button
            key={severity}
            type="button"
            class={severity}
            aria-pressed={!off}
            title={off ? `列出${SEVERITY_WORDS[severity]}` : `不列${SEVERITY_WORDS[severity]}`}
            onClick={() =>
              onChange({
                ...filter,
                without: off ? filter.without.filter((one) => one !== severity) : [...filter.without, severity],
              })
            }
          >
            {SEVERITY_WORDS[severity]} <b>{count}</b>
          </button>
        ))}
      </div>
      <div class="choices">
        <Choice
          label="类型"
          value={filter.rule}
          options={[
            ['', '全部类型'],
            ...rulesOf(findings).map(({ id, title, count }) => [id, `${title}（${count}）`] as const),
          ]}
          onChange={(rule) => onChange({ ...filter, rule })}
        />
        {sections.length > 1 && (
          <Choice
            label="章节"
            value={filter.section}
            options={[['', '全部章节'], ...sections.map((section) => [section, section] as const)]}
            onChange={(section) => onChange({ ...filter, section })}
          />
        )}
        <Choice
          label="处理"
          value={filter.state}
          options={Object.entries(STATE_WORDS)}
          onChange={(state) => onChange({ ...filter, state: state as FindingFilter['state'] })}
        />
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select aria-label={label} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {options.map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  );
}
