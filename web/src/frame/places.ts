// The places one can go: Data and one entry for each analysis that the engine offers.
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

export const places = computed<Place[]>(() => {
  const analyses = catalogue.value?.analyses ?? [];
  return [
    { page: dataPage, label: "Data", icon: "data", href: href(dataPage), needs: "", brief: "" },
    ...analyses.map((info, k): Place => {
      return {
        page: info.id,
        label: info.title,
        icon: areaIcon(info.id),
        href: href(info.id),
        ...needs(fits.value[k]),
      };
    }),
  ];
});

export const isHere = (place: Place) => route.value.page === place.page;
