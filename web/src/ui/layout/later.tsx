// A component whose script comes when it is first drawn; nothing is shown until then.
import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

export interface Later<P> {
  Shown: ComponentType<P>;
  /** Brings the script in ahead of time. */
  warm: () => Promise<unknown>;
}

export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let arrived: ComponentType<P> | null = null;
  const bring = async () => {
    arrived ??= await load();
    return arrived;
  };
  function Shown(props: P) {
    const [, draw] = useState(0);
    const Part = arrived;
    useEffect(() => {
      if (!Part) void bring().then(() => draw(1));
    }, [Part]);
    return Part && <Part {...props} />;
  }
  return { Shown, warm: bring };
}
