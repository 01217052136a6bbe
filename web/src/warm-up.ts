// Brings in the scripts that a later click needs, so that after the page has settled it asks the host for nothing.
import { pageFor } from "./analyses";
import { warmSample } from "./engine/load";
import { areas, loadMethod } from "./methods/load";
import { catalogue } from "./state/project";

export function warmUp(): void {
  const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  later(() => {
    const pages = (catalogue.peek()?.analyses ?? []).map(({ id }) => pageFor(id));
    const scripts = [...pages, warmSample(), ...areas.map(loadMethod)];
    // What does not come now is asked for again when it is needed, and its failure told there.
    void Promise.allSettled(scripts);
  });
}
