// The sample files by analysis: made here by small seeded scripts, the same that make them for the command line.
type Steps = Generator<void, Record<string, string>>;

/** Files that one script makes, and the script. */
interface Sample {
  files: string[];
  script: () => Promise<{ sample: () => Steps }>;
}

const touches = () => import("../../../scripts/samples/touches.mjs");
const scoring: Sample = {
  files: ["adset_weeks.csv"],
  script: () => import("../../../scripts/samples/adset-weeks.mjs"),
};

/** By analysis or by area. */
const samples: Record<string, Sample> = {
  scoring,
  impact: {
    files: ["impact_performance.csv", "impact_actions.csv"],
    script: () => import("../../../scripts/samples/impact.mjs"),
  },
  budget: { files: ["budget_campaigns.csv"], script: () => import("../../../scripts/samples/budget.mjs") },
  attribution: { files: ["sessions.csv", "channel_spend.csv"], script: touches },
  "attribution/sessions": { files: ["sessions.csv"], script: touches },
};

/** The sample for an analysis: its own, else that of its area, else the first. */
const sampleOf = (analysis: string) => samples[analysis] ?? samples[analysis.split("/")[0] ?? ""] ?? scoring;

/** In the page a sample is told apart from a person's file of the same kind. */
const shownName = (file: string) => file.replace(".csv", "_sample.csv");

export const sampleNames = (analysis: string): string[] => sampleOf(analysis).files.map(shownName);

const allNames = new Set(Object.keys(samples).flatMap(sampleNames));
export const isSample = (name: string) => allNames.has(name);

/** One's own tables, and those of samples. */
export const byOrigin = <T extends { part: string }>(tables: T[]) => ({
  own: tables.filter(({ part }) => !isSample(part)),
  sample: tables.filter(({ part }) => isSample(part)),
});

/** Fetches the scripts that make the samples, without making them. */
export const warmSamples = () => Promise.all(Object.values(samples).map(({ script }) => script()));

const sliceMs = 8;

/** Does the work in slices of a few milliseconds: the page must go on answering. */
export async function inSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const end = performance.now() + sliceMs;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

export async function sampleFiles(analysis: string): Promise<File[]> {
  const { files, script } = sampleOf(analysis);
  const texts = await inSlices((await script()).sample());
  return files.map((file) => new File([texts[file] ?? ""], shownName(file), { type: "text/csv" }));
}
