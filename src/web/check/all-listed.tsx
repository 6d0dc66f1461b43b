import { useState } from 'preact/hooks';
import type { FindingView } from '../worker/protocol.ts';
import { Reason } from './reason.tsx';

interface AllListedProps {
  /** The findings of one rule that are listed. */
  readonly findings: readonly FindingView[];
  readonly onDismiss: (numbers: readonly number[], reason: string | null) => void;
}

/** One word for a whole kind: what is a matter of the office's taste comes by the dozen, and none of it is a fault. */
export function AllListed({ findings, onDismiss }: AllListedProps) {
  const [asking, setAsking] = useState(false);
  const open = findings.filter(({ state }) => state === 'open');
  if (open.length < 2) return null;
  if (asking) {
    return (
      <Reason
        words="都不是问题"
        onGiven={(reason) => {
          setAsking(false);
          onDismiss(
            open.map(({ number }) => number),
            reason,
          );
        }}
        onCancel={() => setAsking(false)}
      />
    );
  }
  return (
    <button type="button" class="link" onClick={() => setAsking(true)}>
      这一类列出的{open.length}处都不是问题
    </button>
  );
}
