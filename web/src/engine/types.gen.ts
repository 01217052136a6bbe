// Written by npm run gen from the engine's catalogue; do not edit.
export interface Analyses {
  /** Score */
  "scoring/adsets": {
    params: {
      /** Decide as of week */
      as_of_week: string;
      /** Orders per attributed order (rate) */
      uplift: Record<string, number>;
      /** Spend gate: weeks (weeks) */
      spend_gate_weeks: number;
      /** Spend gate: least spend (money) */
      min_spend: number;
      /** Engagement gate: weeks (weeks) */
      engagement_gate_weeks: number;
      /** Engagement gate: least clicks (count) */
      min_clicks: number;
      /** Engagement gate: least orders (count) */
      min_ihc: number;
      /** Engagement gate: orders counted */
      gate_ihc: "raw" | "redistributed";
      /** Shortest window (weeks) */
      min_weeks: number;
      /** Longest window (weeks) */
      max_weeks: number;
      /** Clicks that suffice (count) */
      window_clicks: number;
      /** Orders that suffice (count) */
      window_ihc: number;
      /** Error level of intervals (share) */
      alpha: number;
      /** Orders counted for the bounds */
      binomial_count: "raw" | "redistributed";
      /** The interval starts from */
      interval_prior: "channel" | "jeffreys";
      /** Scores are relative to */
      scale: "max" | "p95";
      /** Dead zone (score) */
      dead_zone: number;
      /** Coverage for the target CAC (share) */
      target_coverage: number;
      /** Coverage: weeks (weeks) */
      coverage_weeks: number;
      /** Pause above this loss a week (money) */
      pause_stake: number;
    };
    scalars: {
      /** As of week */
      as_of_week: string | null;
      /** Compared with week */
      previous_week: string | null;
      /** Weeks in the data (weeks) */
      weeks_in_data: number | null;
      /** Adsets seen (count) */
      adsets_seen: number | null;
      /** Adsets kept (count) */
      adsets_scored: number | null;
      /** Adsets left out (count) */
      adsets_dropped: number | null;
      /** Scale (count) */
      scale_count: number | null;
      /** Hold (count) */
      hold_count: number | null;
      /** Reduce (count) */
      reduce_count: number | null;
      /** Of these, pause (count) */
      pause_count: number | null;
      /** Not yet clear (count) */
      undecided_count: number | null;
      /** Changed since last week (count) */
      changed_count: number | null;
      /** Cannot tell (count) */
      unscored_count: number | null;
      /** With enough data (count) */
      lb_count: number | null;
      /** Optimistic (count) */
      binomial_count: number | null;
      /** Spend this week (money) */
      weekly_spend: number | null;
      /** Spend this week, scale (money) */
      weekly_spend_scale: number | null;
      /** Spend this week, hold (money) */
      weekly_spend_hold: number | null;
      /** Spend this week, reduce (money) */
      weekly_spend_reduce: number | null;
      /** Spend this week above break-even (money) */
      weekly_spend_above_break_even: number | null;
      /** Spend this week, not yet clear (money) */
      weekly_spend_undecided: number | null;
      /** Lost this week (money) */
      weekly_loss: number | null;
      /** Spend covered (share) */
      spend_coverage: number | null;
      /** Target CAC (money) */
      target_cac: number | null;
    };
    tables: {
      adsets:
        | "campaign_name"
        | "campaign_id"
        | "adset_name"
        | "adset_id"
        | "channel"
        | "clicks_LB"
        | "impressions_LB"
        | "sessions_LB"
        | "spend_LB"
        | "redistributed_ihc_LB"
        | "influenced_trials_LB"
        | "avg_pltv_influ_LB"
        | "estimated_cac"
        | "cac_lower"
        | "cac_upper"
        | "binomial_lb_cvr"
        | "binomial_ub_cvr"
        | "weeks_used"
        | "selection_reason"
        | "ihc_final"
        | "hvc_male_influenced_LB"
        | "hvc_female_influenced_LB"
        | "share_hvc_male_LB"
        | "share_hvc_female_LB"
        | "signed_distance_from_y_eq_x"
        | "scaled_distance"
        | "score_bucket"
        | "p_profitable"
        | "action"
        | "notes"
        | "undecided"
        | "clicks_needed"
        | "money_at_stake"
        | "cac_spend"
        | "weekly_spend"
        | "fb_spend"
        | "fb_clicks"
        | "fb_ihc";
      dropped:
        | "campaign_name"
        | "campaign_id"
        | "adset_name"
        | "adset_id"
        | "channel"
        | "gate"
        | "recent_spend"
        | "recent_clicks"
        | "recent_ihc"
        | "weekly_spend";
      campaigns:
        | "campaign_name"
        | "campaign_id"
        | "channel"
        | "adsets"
        | "adsets_lb"
        | "adsets_binomial"
        | "spend_LB"
        | "clicks_LB"
        | "redistributed_ihc_LB"
        | "cac_spend"
        | "ihc_final"
        | "estimated_cac"
        | "avg_pltv_influ_LB"
        | "signed_distance_from_y_eq_x"
        | "scaled_distance"
        | "score_bucket"
        | "weekly_spend";
      channels:
        | "channel"
        | "adsets"
        | "adsets_lb"
        | "adsets_binomial"
        | "spend_LB"
        | "clicks_LB"
        | "redistributed_ihc_LB"
        | "cac_spend"
        | "ihc_final"
        | "estimated_cac"
        | "avg_pltv_influ_LB"
        | "signed_distance_from_y_eq_x"
        | "scaled_distance"
        | "score_bucket"
        | "weekly_spend"
        | "uplift"
        | "spend_coverage"
        | "target_cac"
        | "prior_rate"
        | "prior_clicks";
      coverage: "curve" | "rank" | "adset_id" | "adset_name" | "cum_spend" | "cum_ihc" | "coverage" | "cum_cac";
      changes:
        | "campaign_name"
        | "campaign_id"
        | "adset_name"
        | "adset_id"
        | "channel"
        | "bucket_before"
        | "bucket_after"
        | "why"
        | "score_before"
        | "score_after"
        | "by_cac"
        | "by_pltv"
        | "by_scale"
        | "cac_before"
        | "cac_after"
        | "pltv_before"
        | "pltv_after"
        | "weeks_before"
        | "weeks_after"
        | "weekly_spend";
      monitoring:
        | "channel"
        | "week_start"
        | "orders"
        | "attributed"
        | "factor"
        | "reference"
        | "change"
        | "bound"
        | "drifts";
    };
  };
}

export type AnalysisId = keyof Analyses;
export type ParamsOf<Id extends AnalysisId> = Analyses[Id]["params"];
export type ScalarsOf<Id extends AnalysisId> = Analyses[Id]["scalars"];
export type TablesOf<Id extends AnalysisId> = Analyses[Id]["tables"];
export type ColumnOf<Id extends AnalysisId, Table extends keyof TablesOf<Id>> = TablesOf<Id>[Table];
