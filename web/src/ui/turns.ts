// Long work in turns, each in a task of its own, so that none holds up what the person does.
import { useEffect, useRef, useState } from "preact/hooks";

const waiting = new Set<() => void>();

function takeTurn(): void {
  const [work] = waiting;
  if (!work) return;
  waiting.delete(work);
  try {
    work();
  } finally {
    if (waiting.size > 0) setTimeout(takeTurn);
  }
}

/** Does the work when its turn comes; the answer takes it out of the queue again. */
export function inTurn(work: () => void): () => void {
  waiting.add(work);
  if (waiting.size === 1) setTimeout(takeTurn);
  return () => waiting.delete(work);
}

/** The value, or the one before it until its turn has come: nothing at first. What is small comes at once. */
export function useInTurn<T>(value: T, isSmall: boolean): T | undefined {
  const [shown, setShown] = useState<T | undefined>(isSmall ? value : undefined);
  const latest = useRef(value);
  latest.current = value;
  useEffect(() => (isSmall ? undefined : inTurn(() => setShown(() => latest.current))), [value, isSmall]);
  return isSmall ? value : shown;
}
