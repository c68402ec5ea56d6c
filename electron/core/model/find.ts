/** What is looked for in the page, and what of it is found; kept when the bar is put away. */
export interface FindState {
  readonly text: string;
  readonly matchCase: boolean;
  /** The one that is shown, from 1; 0 while there is none. */
  readonly at: number;
  readonly count: number;
  /** False while the page has not said yet: count and place are then those of what was sought before. */
  readonly isAnswered: boolean;
}

export const nothingSought: FindState = { text: '', matchCase: false, at: 0, count: 0, isAnswered: true };
