import { useRef, useState } from 'preact/hooks';
import { SEVERITY_WORDS } from '../../write/told.ts';
import { FINDING_ID } from '../worker/ids.ts';
import type { FindingView, RulingRequest } from '../worker/protocol.ts';

type Ruling = RulingRequest['ruling'];

export interface FindingCardActions {
  /** Shows a place of the finding in the report. */
  readonly onGoTo: (number: number, place?: number) => void;
  /** Lights up figures in the report; none to stop. */
  readonly onPoint: (figures: readonly string[]) => void;
  readonly onRule: (number: number, ruling: Ruling, reason: string | null) => Promise<void>;
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
          onRule={(ruling, reason) => void onRule(number, ruling, reason)}
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

interface RuledProps {
  readonly finding: FindingView;
  readonly onRule: (ruling: Ruling, reason: string | null) => void;
  /** What was pressed or written in goes away: the keyboard needs another place. */
  readonly onDone: () => void;
}

/** What was decided, or the buttons to decide. */
function Ruled({ finding: { number, state, reason, changed }, onRule, onDone }: RuledProps) {
  const [asking, setAsking] = useState<Exclude<Ruling, null> | null>(null);
  if (asking !== null) {
    return (
      <Reason
        words={asking === 'accepted' ? '属实' : '不是问题'}
        onGiven={(given) => {
          onDone();
          setAsking(null);
          onRule(asking, given);
        }}
        onCancel={() => {
          onDone();
          setAsking(null);
        }}
      />
    );
  }
  if (state === 'open') {
    return (
      <p class="rule" role="group" aria-label={`第${number}条的处理`}>
        <button type="button" onClick={() => setAsking('accepted')}>
          属实
        </button>
        <button type="button" onClick={() => setAsking('dismissed')}>
          不是问题
        </button>
      </p>
    );
  }
  return (
    <p class="ruled">
      {state === 'accepted' ? '已确认属实' : '已判定不是问题'}
      {reason === null ? '' : `：${reason}`}
      {changed && <span class="changed">（数字后来有变动，请再看一眼）</span>}
      <button
        type="button"
        class="link"
        onClick={() => {
          onDone();
          onRule(null, null);
        }}
      >
        撤销
      </button>
    </p>
  );
}

interface ReasonProps {
  readonly words: string;
  readonly onGiven: (reason: string | null) => void;
  readonly onCancel: () => void;
}

function Reason({ words, onGiven, onCancel }: ReasonProps) {
  const [reason, setReason] = useState('');
  return (
    <form
      class="reason"
      onSubmit={(event) => {
        event.preventDefault();
        onGiven(reason.trim() || null);
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      <input
        // the person has just asked to write here
        ref={(input) => input?.focus()}
        type="text"
        value={reason}
        maxLength={200}
        aria-label={`${words}的理由`}
        placeholder="理由，可以不填"
        onInput={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <button type="submit" class="main">
        {words}
      </button>
      <button type="button" onClick={onCancel}>
        取消
      </button>
    </form>
  );
}
