// The places one can go: Data and one entry for each analysis that the engine offers.
import { computed } from "@preact/signals";
import { type Fit, missingLabels, wanted } from "../state/inputs";
import { catalogue, fits, tables } from "../state/project";
import { dataPage, href, route } from "../state/route";
import type { IconName } from "../ui/layout";

export interface Place {
  page: string;
  label: string;
  icon: IconName;
  href: string;
  /** Why it cannot be used yet; "" when it can. */
  needs: string;
}

const icons: Record<string, IconName> = {
  scoring: "score",
  budget: "reallocate",
  impact: "measure",
  attribution: "attribute",
  scenario: "scenarios",
};

function needs(fit: Fit | undefined): string {
  if (!fit || fit.enough) return "";
  if (tables.value.length > 0) return `needs ${missingLabels(fit).join(", ").toLowerCase()}`;
  const labels = wanted(fit.info).map((input) => input.label.toLowerCase());
  const joint = fit.info.inputs.some((input) => input.either) ? " or " : ", ";
  return `needs ${labels.join(joint) || "data"}`;
}

export const places = computed<Place[]>(() => {
  const analyses = catalogue.value?.analyses ?? [];
  return [
    { page: dataPage, label: "Data", icon: "data", href: href(dataPage), needs: "" },
    ...analyses.map((info, k): Place => {
      const icon = icons[info.id.split("/")[0] ?? ""] ?? "chart";
      return { page: info.id, label: info.title, icon, href: href(info.id), needs: needs(fits.value[k]) };
    }),
  ];
});

export const isHere = (place: Place) => route.value.page === place.page;
