// Brings in the scripts that a later click needs, so that after the page has settled it asks the host for nothing.
import { pageFor } from "./analyses";
import { warmSample } from "./engine/load";
import { catalogue } from "./state/project";

export function warmUp(): void {
  const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  later(() => {
    for (const { id } of catalogue.peek()?.analyses ?? []) void pageFor(id);
    void warmSample();
  });
}
