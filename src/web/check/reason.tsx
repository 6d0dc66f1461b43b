import { useState } from 'preact/hooks';

interface ReasonProps {
  readonly words: string;
  readonly onGiven: (reason: string | null) => void;
  readonly onCancel: () => void;
}

/** Asks for the reason of a decision; none need be given. */
export function Reason({ words, onGiven, onCancel }: ReasonProps) {
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
