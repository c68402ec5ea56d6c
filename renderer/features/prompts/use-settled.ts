import { useEffect, useState } from 'react';

/** How long a question must have been on screen before a click on it counts, in ms. */
export const SETTLE_MS = 500;

/** Gives true once a question has been there long enough to be read; a click meant for the page answers nothing. */
export function useSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}
