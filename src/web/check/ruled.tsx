import { useState } from 'preact/hooks';
import type { FindingView, RulingRequest } from '../worker/protocol.ts';
import { Reason } from './reason.tsx';

export type Ruling = RulingRequest['ruling'];

interface RuledProps {
  readonly finding: FindingView;
  readonly onRule: (ruling: Ruling, reason: string | null) => void;
  /** What was pressed or written in goes away: the keyboard needs another place. */
  readonly onDone: () => void;
}

/** What was decided, or the buttons to decide. */
export function Ruled({ finding: { number, state, reason, changed }, onRule, onDone }: RuledProps) {
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
