import type { Page } from '@playwright/test';

/** Gives the texts and controls in the page that cannot be seen whole, however it is scrolled, and that nothing else says. */
export const findCut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    type Side = 'x' | 'y';
    const isHidden = (element: Element): boolean =>
      !element.checkVisibility({
        contentVisibilityAuto: true,
        opacityProperty: true,
        visibilityProperty: true,
      }) || element.closest('.visually-hidden') !== null;
    /** True when part of the box is outside of what can be brought to the screen. */
    const isCut = (from: Element, box: DOMRect): boolean => {
      const free: Record<Side, boolean> = { x: false, y: false };
      const sticksOut = (side: Side, frame: { left: number; right: number; top: number; bottom: number }) =>
        !free[side] &&
        (side === 'x'
          ? box.left < frame.left - 1 || box.right > frame.right + 1
          : box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
      for (let one: Element | null = from; one !== null; one = one.parentElement) {
        const style = getComputedStyle(one);
        // Hidden from the eye and nothing else.
        if (style.clipPath !== 'none') return false;
        for (const side of ['x', 'y'] as const) {
          const flow = side === 'x' ? style.overflowX : style.overflowY;
          if (flow === 'auto' || flow === 'scroll') free[side] = true;
          else if (flow !== 'visible' && sticksOut(side, one.getBoundingClientRect())) return true;
        }
        if (style.position === 'fixed') break;
      }
      const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      return sticksOut('x', screen) || sticksOut('y', screen);
    };
    const isSaid = (element: Element): boolean => element.closest('[title], option') !== null;

    const cut: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (parent === null || (text.textContent ?? '').trim() === '' || isHidden(parent) || isSaid(parent))
        continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width > 0 && isCut(parent, box)) cut.push(`${parent.className}: ${text.textContent ?? ''}`);
    }
    for (const control of document.querySelectorAll('button, input:not(.visually-hidden), select, summary')) {
      if (!isHidden(control) && isCut(control, control.getBoundingClientRect()))
        cut.push(`${control.tagName} ${control.className}: ${control.textContent}`);
    }
    return [...new Set(cut)];
  });
