import { focusIsLost } from './focus.ts';

type Light = 'pointed' | 'near' | 'kin' | 'chosen';

/** The marked places of a report on the page: lit up, selected, shown and walked through without drawing the report anew. */
export class PaperMarks {
  readonly #paper: HTMLElement;
  /** A figure that a mark cuts has several pieces. */
  readonly #figures = new Map<string, HTMLElement[]>();
  readonly #order: readonly string[];
  readonly #lit = new Map<Light, readonly HTMLElement[]>();
  #selected: readonly Element[] = [];
  #at = -1;

  constructor(paper: HTMLElement) {
    this.#paper = paper;
    for (const element of paper.querySelectorAll<HTMLElement>('[data-figure]')) {
      const id = element.dataset['figure'] ?? '';
      const pieces = this.#figures.get(id);
      if (pieces === undefined) this.#figures.set(id, [element]);
      else pieces.push(element);
    }
    this.#order = [...this.#figures.keys()];
  }

  /** Lights up figures in one of the ways; those lit up so before go out. */
  light(how: Light, figures: readonly string[]): void {
    for (const element of this.#lit.get(how) ?? []) element.classList.remove(how);
    const elements = figures.flatMap((id) => this.#figures.get(id) ?? []);
    for (const element of elements) element.classList.add(how);
    this.#lit.set(how, elements);
  }

  /** Marks the places of one finding as the selected ones. */
  select(finding: number | null): void {
    for (const element of this.#selected) element.classList.remove('selected');
    this.#selected = finding === null ? [] : this.#placesOf(finding);
    for (const element of this.#selected) element.classList.add('selected');
  }

  /** Takes the colour off the places of findings that are no fault. */
  dismiss(findings: readonly number[]): void {
    for (const element of this.#paper.querySelectorAll('.dismissed')) element.classList.remove('dismissed');
    for (const element of findings.flatMap((finding) => this.#placesOf(finding))) element.classList.add('dismissed');
  }

  /** Brings a place into view; the keyboard goes there, too, where what led here is not shown beside it. */
  showPlace(element: HTMLElement | null): void {
    if (element === null) return;
    element.scrollIntoView({ block: 'center', behavior: calm() ? 'auto' : 'smooth' });
    if (!focusIsLost()) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  showFigure(id: string): void {
    this.#at = this.#order.indexOf(id);
    this.showPlace(this.#figures.get(id)?.[0] ?? null);
  }

  /** Moves the keyboard to the next or the last figure; its id. */
  step(by: -1 | 1): string | null {
    const next = Math.min(Math.max(this.#at + by, 0), this.#order.length - 1);
    const id = this.#order[next];
    if (id === undefined) return null;
    this.focusFigure(id);
    return id;
  }

  /** Puts the keyboard on a figure. */
  focusFigure(id: string): void {
    const [element] = this.#figures.get(id) ?? [];
    if (element === undefined) return;
    this.#at = this.#order.indexOf(id);
    element.tabIndex = -1;
    element.setAttribute('role', 'button');
    element.focus();
  }

  #placesOf(finding: number): Element[] {
    return [...this.#paper.querySelectorAll(`[data-finding="${finding}"]`)];
  }
}

/** Whether the person has asked the system for less motion. */
function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
