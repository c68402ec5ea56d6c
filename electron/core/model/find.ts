/** What is looked for in the page, and what of it is found; kept when the bar is put away. */
export interface FindState {
  readonly text: string;
  readonly matchCase: boolean;
  /** The one that is shown, from 1; 0 while there is none. */
  readonly at: number;
  readonly count: number;
}

export const nothingSought: FindState = { text: '', matchCase: false, at: 0, count: 0 };
