// Brings in the scripts that a later click needs, so that after the page has settled it asks the host for nothing.
import { pageFor } from "./analyses";
import { warmSamples } from "./engine/load";
import { catalogue } from "./state/project";

export function warmUp(): void {
  const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  later(() => {
    const scripts = [...(catalogue.peek()?.analyses ?? []).map(({ id }) => pageFor(id)), warmSamples()];
    // What does not come now is asked for again when it is needed, and its failure told there.
    void Promise.allSettled(scripts);
  });
}
