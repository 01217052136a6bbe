// The places one can go: Data, each analysis that the engine offers under the first of its area, and the scenarios.
import { computed } from "@preact/signals";
import { type Fit, missingLabels, wanted } from "../state/inputs";
import { catalogue, fits, tables } from "../state/project";
import { dataPage, href, route } from "../state/route";
import { areaIcon, type IconName } from "../ui/layout";

export interface Place {
  page: string;
  label: string;
  icon: IconName;
  href: string;
  /** Answers a further question of the area whose first analysis stands above it. */
  isFurther: boolean;
  /** The part of the page that is meant; "" for its top. */
  at: string;
  /** Why it cannot be used yet; "" when it can. */
  needs: string;
  /** The same in a few words. */
  brief: string;
}

/** What is missing, in words: all of it, and as much as a narrow rail has room for. */
function needs(fit: Fit | undefined): Pick<Place, "needs" | "brief"> {
  if (!fit || fit.enough) return { needs: "", brief: "" };
  const isOther = tables.value.length > 0;
  const labels = isOther ? missingLabels(fit) : wanted(fit.info).map((input) => input.label);
  const joint = !isOther && fit.info.inputs.some((input) => input.either) ? " or " : ", ";
  const say = (some: string[]) => `needs ${some.join(joint).toLowerCase() || "data"}`;
  const more = labels.length > 2 ? ` and ${labels.length - 1} more` : "";
  return { needs: say(labels), brief: say(more ? labels.slice(0, 1) : labels) + more };
}

const planned = "budget/reallocate";
const areaOf = (id: string) => id.split("/")[0];

export const places = computed<Place[]>(() => {
  const analyses = catalogue.value?.analyses ?? [];
  const top = { at: "", isFurther: false };
  const all = analyses.map((info, k): Place => {
    const { id, title } = info;
    const isFurther = areaOf(id) === areaOf(analyses[k - 1]?.id ?? "");
    return { page: id, label: title, icon: areaIcon(id), href: href(id), at: "", isFurther, ...needs(fits.value[k]) };
  });
  const plan = all.find((place) => place.page === planned);
  const at = "scenarios";
  if (plan) all.push({ ...plan, label: "Scenarios", icon: "scenarios", href: href(planned, { at }), at });
  return [{ page: dataPage, label: "Data", icon: "data", href: href(dataPage), needs: "", brief: "", ...top }, ...all];
});

export const isHere = ({ page, at }: Place) => route.value.page === page && at === "";
