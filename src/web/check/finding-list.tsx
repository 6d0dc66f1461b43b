import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReportView } from '../worker/protocol.ts';
import { FINDING_ID } from '../worker/ids.ts';
import { AllListed } from './all-listed.tsx';
import { focusIsLost } from './focus.ts';
import { FindingCard, type FindingCardActions } from './finding-card.tsx';
import { filtered, NO_FILTER } from './finding-filter.ts';
import { FindingFilters } from './finding-filters.tsx';

interface FindingListProps extends FindingCardActions {
  readonly report: ReportView;
  /** The finding that the report or the list leads to; a new object whenever it does. */
  readonly selected: { readonly number: number } | null;
}

/** The findings, in the order of the report. */
export function FindingList({ report, selected, onRule, ...actions }: FindingListProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const list = useRef<HTMLOListElement>(null);
  const ruled = useRef<number | null>(null);
  const { findings } = report;
  const shown = filtered(findings, filter);
  const dismissed = findings.filter(({ state }) => state === 'dismissed').length;

  useEffect(() => {
    if (selected === null) return;
    // led to from the report, it is shown whatever the filter says
    if (!shown.some(({ number }) => number === selected.number)) {
      const state = findings[selected.number - 1]?.state === 'dismissed' ? 'dismissed' : 'not-dismissed';
      setFilter({ ...NO_FILTER, state });
    }
  }, [selected]);
  useEffect(() => {
    if (selected === null) return;
    const card = list.current?.querySelector<HTMLElement>(`#${FINDING_ID(selected.number)}`);
    const show = () => card?.scrollIntoView({ block: 'nearest' });
    show();
    if (focusIsLost()) card?.focus({ preventScroll: true });
    // those that come into sight with it are laid out with the next frame, and may push it out again
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(show);
    });
    return () => cancelAnimationFrame(frame);
  }, [selected, filter]);
  useEffect(() => {
    // the card at which something was decided has left the list: its neighbour is the next to be looked at
    if (ruled.current === null || !focusIsLost()) return;
    const next = shown.find(({ number }) => number > (ruled.current ?? 0)) ?? shown.at(-1);
    const card = next && list.current?.querySelector<HTMLElement>(`#${FINDING_ID(next.number)}`);
    (card ?? list.current)?.focus();
    ruled.current = null;
  }, [findings]);

  const rule: FindingCardActions['onRule'] = (numbers, ruling, reason) => {
    ruled.current = numbers.at(-1) ?? null;
    return onRule(numbers, ruling, reason);
  };
  if (findings.length === 0) {
    const { tested } = report.totals;
    return (
      <div class="none">
        <p>
          <b>没有发现问题。</b>
        </p>
        <p>
          {tested === 0
            ? '没有找到可以核对的数量关系，所以这不等于没有差错。'
            : `核对了${tested}条关系。没有发现问题不等于没有差错：没有写明关系的数字无从核对。`}
        </p>
        <ul>
          {report.summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <>
      <FindingFilters report={report} filter={filter} onChange={setFilter} />
      <p class="listed" role="status">
        {shown.length === findings.length ? `共${shown.length}处` : `列出${shown.length}处，共${findings.length}处`}
        {dismissed > 0 && `，已排除${dismissed}处`}
      </p>
      {filter.rule !== '' && (
        <div class="all-listed">
          <AllListed
            key={filter.rule}
            findings={shown}
            onDismiss={(numbers, why) => void rule(numbers, 'dismissed', why)}
          />
        </div>
      )}
      <ol ref={list} class="findings" tabIndex={-1}>
        {shown.map((finding) => (
          <FindingCard
            key={finding.number}
            finding={finding}
            selected={finding.number === selected?.number}
            onRule={rule}
            {...actions}
          />
        ))}
      </ol>
    </>
  );
}
