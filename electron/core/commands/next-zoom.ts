/** Sizes that zooming stops at, in percent, as browsers have them. */
const ZOOMS = [30, 50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const;

/** Gives the next size up or down; at the ends the same. */
export function nextZoom(step: 1 | -1): (percent: number) => number {
  return (percent) =>
    (step === 1 ? ZOOMS.find((one) => one > percent) : ZOOMS.findLast((one) => one < percent)) ?? percent;
}
