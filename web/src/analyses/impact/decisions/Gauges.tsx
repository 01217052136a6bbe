// How far two rates are from their aims.
import { percent } from "../../../ui/format";

interface GaugeProps {
  label: string;
  value: number;
  aim: number;
  least: number;
  most: number;
  help: string;
  locale?: string;
}

/** All in percent. The aim is marked on the bar and said in words. */
function Gauge({ label, value, aim, least, most, help, locale }: GaugeProps) {
  const place = (of: number) => `${(100 * (Math.min(most, Math.max(least, of)) - least)) / (most - least)}%`;
  const known = Number.isFinite(value);
  const reached = value >= aim;
  const goal = percent(aim / 100, locale, 0);
  const shown = known ? percent(value / 100, locale, 1) : "Not known";
  const words = known ? `${shown}, ${reached ? "at or above" : "below"} the aim of ${goal}` : shown;
  const [from, to] = value < 0 ? [place(value), place(0)] : [place(0), place(value)];
  return (
    <div class="gauge" title={help}>
      <div class="row spread">
        <span class="gauge-label">{label}</span>
        <span class="gauge-value">{shown}</span>
      </div>
      <div class="gauge-bar" role="img" aria-label={`${label}: ${words}`}>
        {known && (
          <span
            class={reached ? "gauge-fill gauge-good" : "gauge-fill"}
            style={{ left: from, right: `calc(100% - ${to})` }}
          />
        )}
        <span class="gauge-aim" style={{ left: place(aim) }} />
      </div>
      <span class="muted small">{`Aim ${goal} or more${known ? `: ${reached ? "reached" : "not reached"}` : ""}`}</span>
    </div>
  );
}

export function Gauges({ roi, efficiency, locale }: { roi: number; efficiency: number; locale?: string }) {
  return (
    <section class="gauges" aria-label="Gauges">
      <Gauge
        label="Decision ROI"
        value={roi}
        aim={5}
        least={-10}
        most={20}
        help="Net impact by the decision formula per managed spend."
        locale={locale}
      />
      <Gauge
        label="Spend efficiency"
        value={efficiency}
        aim={50}
        least={0}
        most={100}
        help="Share of the spend in ad groups whose ROAS reaches the efficient one."
        locale={locale}
      />
    </section>
  );
}
