import { useEffect, useRef, type ReactNode } from 'react';

/** How far beyond the window entries are made ready, and how far they are kept, in px. */
const READY_PX = 1500;

interface NearProps {
  readonly onNear: () => void;
  readonly onFar?: (heightPx: number) => void;
  readonly children?: ReactNode;
}

/** Tells when something comes near to what is seen, and when it is far from it again. */
export function Near({ onNear, onFar, children }: NearProps): ReactNode {
  const element = useRef<HTMLDivElement>(null);
  const calls = useRef({ onNear, onFar });
  useEffect(() => {
    calls.current = { onNear, onFar };
  });
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        // On a busy machine it came and went, or went and came, before this ran: the last is how it stands.
        if (entries.at(-1)?.isIntersecting === true) calls.current.onNear();
        // What has the keyboard stays.
        else if (!current.contains(document.activeElement)) calls.current.onFar?.(current.offsetHeight);
      },
      { root: current.closest('.inbox'), rootMargin: `${READY_PX}px 0px` },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return <div ref={element}>{children}</div>;
}
