/** A field (page number, reference, formula…) of which the beginning has been read. */
export interface Field {
  instruction: string;
  /** The instruction is over; what comes now is what is shown. */
  showing: boolean;
  ended: boolean;
}

/** Keeps the fields open at a place, which nest: the instruction of one may hold others. */
export class FieldStack {
  readonly #open: Field[] = [];

  begin(): void {
    this.#open.push({ instruction: '', showing: false, ended: false });
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.showing = true;
  }

  /** The field that ends here; null where none was open. */
  end(): Field | null {
    const field = this.#open.pop();
    if (field === undefined) return null;
    field.ended = true;
    return field;
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.instruction += text;
  }

  /**
   * The field in whose instruction the reader stands; null where text is shown.
   * Whether text here is left out is known only at the field's end: a field that never ends must not swallow the document.
   */
  get instructing(): Field | null {
    return this.#open.find((field) => !field.showing) ?? null;
  }
}
