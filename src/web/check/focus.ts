/** Whether the keyboard stands nowhere: what it stood on is gone, or is not shown any more. */
export function focusIsLost(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at.getClientRects().length === 0;
}
