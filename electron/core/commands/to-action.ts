import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';

/** Gives what a command does as things are; undefined where there is nothing to do. */
export type ToAction = (state: AppState) => Action | undefined;
