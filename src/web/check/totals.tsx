import { useEffect, useRef } from 'preact/hooks';
import type { ReportView } from '../worker/protocol.ts';

/** How much was read and tested: silence is no pass. */
export function Totals({ report }: { readonly report: ReportView }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => openOnPaper(details.current), []);
  const { figures, tested, holds, broken, review, unassessable } = report.totals;
  const numbers = [
    ['读出数字', figures, ''],
    ['核对关系', tested, ''],
    ['相符', holds, 'holds'],
    ['不符', broken, 'broken'],
    ['待核', review, 'review'],
    ['无法判断', unassessable, 'unassessable'],
  ] as const;
  return (
    <div class="totals">
      <dl>
        {numbers.map(([name, count, className]) => (
          <div key={name} class={count > 0 ? className : ''}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <details ref={details}>
        <summary>小结</summary>
        <ul>
          {[...report.summary, ...report.remarks.map((remark) => `读取说明：${remark}`)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** On paper nothing can be opened: it is open there. */
function openOnPaper(details: HTMLDetailsElement | null): (() => void) | undefined {
  if (details === null) return undefined;
  let before = details.open;
  const open = () => {
    before = details.open;
    details.open = true;
  };
  const close = () => {
    details.open = before;
  };
  addEventListener('beforeprint', open);
  addEventListener('afterprint', close);
  return () => {
    removeEventListener('beforeprint', open);
    removeEventListener('afterprint', close);
  };
}
