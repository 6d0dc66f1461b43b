import { useRef } from 'preact/hooks';
import { SEVERITY_WORDS } from '../../write/told.ts';
import { FINDING_ID } from '../worker/ids.ts';
import type { FindingView } from '../worker/protocol.ts';
import { Ruled, type Ruling } from './ruled.tsx';

export interface FindingCardActions {
  /** Shows a place of the finding in the report. */
  readonly onGoTo: (number: number, place?: number) => void;
  /** Lights up figures in the report; none to stop. */
  readonly onPoint: (figures: readonly string[]) => void;
  readonly onRule: (numbers: readonly number[], ruling: Ruling, reason: string | null) => Promise<void>;
}

interface FindingCardProps extends FindingCardActions {
  readonly finding: FindingView;
  readonly selected: boolean;
}

/** One finding: where, what, the arithmetic, and what the person makes of it. */
export function FindingCard({ finding, selected, onGoTo, onPoint, onRule }: FindingCardProps) {
  const { number, severity, rule, line, path, message, evidence, suggestion, others, state } = finding;
  const card = useRef<HTMLLIElement>(null);
  const classes = ['finding', severity, state, selected ? 'selected' : ''].filter(Boolean).join(' ');
  return (
    <li
      ref={card}
      tabIndex={-1}
      id={FINDING_ID(number)}
      class={classes}
      aria-current={selected ? 'true' : undefined}
      onPointerEnter={() => onPoint(finding.figures)}
      onPointerLeave={() => onPoint([])}
    >
      <p class="where">
        <b class="severity">{SEVERITY_WORDS[severity]}</b>
        <span class="number">{number}</span>
        {finding.places > 0 ? (
          <button type="button" class="link" onClick={() => onGoTo(number)} title="看原文">
            {line}
            {path !== '' && <span class="path">　{path}</span>}
          </button>
        ) : (
          line
        )}
      </p>
      <p class="message">{message}</p>
      {evidence !== null && <p class="sum">{evidence}</p>}
      {suggestion !== null && <p class="suggestion">建议：{suggestion || '删去'}</p>}
      {others.length > 0 && (
        <p class="others">
          另见
          {others.map(({ text, place }) =>
            place === null ? (
              <span key={text}>{text}</span>
            ) : (
              <button key={text} type="button" class="link" onClick={() => onGoTo(number, place)}>
                {text}
              </button>
            ),
          )}
        </p>
      )}
      <div class="foot">
        <Ruled
          finding={finding}
          onRule={(ruling, reason) => void onRule([number], ruling, reason)}
          onDone={() => card.current?.focus({ preventScroll: true })}
        />
        <details class="why">
          <summary>{rule.title}</summary>
          <p>{rule.why}</p>
        </details>
      </div>
    </li>
  );
}
