// Brings in the scripts that a later click needs, so that after the page has settled it asks the host for nothing.
import { pageFor } from "./analyses";
import { takeAwayOf } from "./analyses/summaries";
import { warmSamples } from "./engine/samples";
import { areas, loadMethod } from "./methods/load";
import { warmPages } from "./pages";
import { warmReports } from "./report/take";
import { warmSending } from "./share/sending";
import { warmSharing } from "./share/sharing";
import { warmOneFile } from "./state/one-file";
import { catalogue, engine } from "./state/project";

const idle = () =>
  new Promise<void>((resolve) => {
    const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    later(() => resolve());
  });

/** Resolves when all of it that could come has come. */
export async function warmUp(): Promise<void> {
  await idle();
  // First what every analysis waits for.
  await engine.becomeWhole().catch(() => undefined);
  const ids = (catalogue.peek()?.analyses ?? []).map(({ id }) => id);
  const pages = [...ids.map(pageFor), ...ids.map(takeAwayOf), ...areas.map(loadMethod)];
  const scripts = [...pages, warmPages(), warmReports(), warmSending(), warmSharing(), warmSamples(), warmOneFile()];
  // What does not come now is asked for again when it is needed, and its failure told there.
  await Promise.allSettled(scripts);
}
