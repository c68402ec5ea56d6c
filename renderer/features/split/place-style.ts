import type { CSSProperties } from 'react';
import type { Rect } from '../../../electron/core/model/window';

/** Puts something exactly where main put the page that belongs to it. */
export const toPlaceStyle = ({ x, y, width, height }: Rect): CSSProperties => ({
  left: x,
  top: y,
  width,
  height,
});
