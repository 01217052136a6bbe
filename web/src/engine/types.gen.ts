// Written by npm run gen from the engine's catalogue; do not edit.
export interface Analyses {
  /** Attribute */
  "attribution/paths": {
    params: {
      /** Lookback window, days */
      lookback_days: number;
      /** One visit, minutes */
      session_minutes: number;
      /** Count repeats in a row once */
      collapse: boolean;
      /** Channel of a touch */
      channel_from: "best" | "column" | "rules";
      /** Own channel rules */
      channel_rules: string;
      /** Events that are conversions */
      conversion_event: string;
      /** Mark between touches of a path */
      separator: string;
      /** Models */
      models: string;
      /** Markov order */
      order: number;
      /** Markov counts lost journeys */
      use_nulls: boolean;
      /** Half-life of a touch, days */
      half_life_days: number;
      /** Half-life of a touch, steps */
      half_life_steps: number;
      /** Position: first touch (share) */
      position_first: number;
      /** Position: last touch (share) */
      position_last: number;
      /** Direct channels */
      direct: string;
      /** Own mix of models (rate) */
      mix: Record<string, number>;
      /** Caution of the rates, journeys */
      caution: number;
      /** Random orders for Shapley */
      permutations: number;
      /** Resamples */
      bootstrap: number;
      /** Confidence of the intervals (share) */
      confidence: number;
      /** Seed */
      seed: number;
      /** Conversions an experiment proved (count) */
      experiment: Record<string, number>;
      /** Paths listed */
      top_paths: number;
    };
    scalars: {
      /** Journeys (count) */
      journeys: number | null;
      /** Conversions attributed (count) */
      conversions: number | null;
      /** Conversion value (money) */
      value: number | null;
      /** Lost journeys (count) */
      nulls: number | null;
      /** Conversion rate (share) */
      conversion_rate: number | null;
      /** Touches (count) */
      touches: number | null;
      /** Users (count) */
      users: number | null;
      /** Channels (count) */
      channel_count: number | null;
      /** Different paths (count) */
      unique_paths: number | null;
      /** Markov order */
      order: number | null;
      /** Markov states (count) */
      states: number | null;
      /** Conversion probability of the chain (share) */
      conversion_probability: number | null;
      /** Expected value of a journey (money) */
      expected_value: number | null;
      /** AUC of the data-driven model (rate) */
      data_driven_auc: number | null;
      /** Has conversion values */
      has_value: boolean | null;
      /** Has times */
      has_times: boolean | null;
      /** Has spend */
      has_spend: boolean | null;
    };
    tables: {
      channels:
        | "channel"
        | "model"
        | "conversions"
        | "value"
        | "share"
        | "share_low"
        | "share_high"
        | "value_share"
        | "spend"
        | "cpa"
        | "roas"
        | "difference_to_last"
        | "value_difference_to_last"
        | "sampling_error";
      removal_effects: "channel" | "removal_effect" | "removal_effect_value" | "conversions" | "value";
      transitions: "from" | "to" | "journeys" | "conversions" | "probability";
      top_paths: "path" | "touches" | "conversions" | "value" | "nulls" | "conversion_rate";
      lengths: "touches" | "conversions" | "value" | "nulls" | "conversion_rate";
      lags: "days" | "conversions" | "value" | "cumulative_share";
      assists:
        | "channel"
        | "journeys"
        | "conversions"
        | "conversion_rate"
        | "first"
        | "last"
        | "assists"
        | "assist_ratio";
      synergy:
        | "channel_a"
        | "channel_b"
        | "journeys"
        | "conversions"
        | "rate"
        | "rate_low"
        | "rate_high"
        | "expected_rate"
        | "synergy";
      flows: "step" | "source" | "target" | "journeys" | "conversions" | "value";
      agreement: "model_a" | "model_b" | "agreement" | "rank_correlation";
      orders: "order" | "states" | "auc" | "penalised_auc" | "chosen";
      calibration: "tenth" | "predicted" | "observed" | "journeys";
      accuracy: "model" | "channels" | "mean_absolute_error" | "bias" | "relative_error";
      rules: "rank" | "channel" | "rule" | "touches";
    };
  };
  /** Sessions */
  "attribution/sessions": {
    params: {
      /** Channel of a session */
      channel_from: "best" | "column" | "rules";
      /** Own channel rules */
      channel_rules: string;
      /** Outlier fence */
      fence: number;
      /** Least sessions for a shape (count) */
      least_sessions: number;
      /** Groups shown */
      groups: number;
      /** Bars of the histogram */
      bins: number;
      /** Outliers listed */
      listed: number;
    };
    scalars: {
      /** Sessions (count) */
      sessions: number | null;
      /** Users (count) */
      users: number | null;
      /** Conversions (count) */
      conversions: number | null;
      /** Conversions per session (share) */
      conversion_rate: number | null;
      /** Sessions with a duration (count) */
      timed: number | null;
      /** Median seconds */
      median: number | null;
      /** Mean seconds */
      mean: number | null;
      /** 95th percentile, seconds */
      p95: number | null;
      /** Longest, seconds */
      longest: number | null;
      /** Lower fence, seconds */
      fence_low: number | null;
      /** Upper fence, seconds */
      fence_high: number | null;
      /** Outliers (count) */
      outliers: number | null;
      /** Outlier share (share) */
      outlier_share: number | null;
      /** Outliers across a change of clocks (count) */
      clock_changes: number | null;
      /** Source and referrer differ (count) */
      mismatches: number | null;
      /** Share that differ (share) */
      mismatch_share: number | null;
    };
    tables: {
      groups:
        | "dimension"
        | "group"
        | "sessions"
        | "users"
        | "conversions"
        | "conversion_rate"
        | "mean"
        | "minimum"
        | "whisker_low"
        | "q1"
        | "median"
        | "q3"
        | "whisker_high"
        | "maximum"
        | "outliers"
        | "outlier_share";
      violins: "dimension" | "group" | "seconds" | "density";
      histogram: "low" | "high" | "sessions" | "conversions";
      outliers:
        | "session"
        | "user"
        | "start"
        | "seconds"
        | "times_median"
        | "side"
        | "note"
        | "channel"
        | "source"
        | "medium"
        | "term"
        | "page"
        | "referrer"
        | "converted";
      mismatches: "source" | "referrer" | "kind" | "sessions" | "conversions" | "share";
      missing: "field" | "missing" | "blank_words" | "share";
    };
  };
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
      /** Error level of the rate's bounds (share) */
      alpha: number;
      /** Orders counted for the bounds */
      binomial_count: "raw" | "redistributed";
      /** Scores are relative to */
      scale: "max" | "p95";
      /** Dead zone (score) */
      dead_zone: number;
      /** Coverage for the target CAC (share) */
      target_coverage: number;
      /** Coverage: weeks (weeks) */
      coverage_weeks: number;
    };
    scalars: {
      /** As of week */
      as_of_week: string | null;
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
        | "notes"
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
        | "target_cac";
      coverage: "curve" | "rank" | "adset_id" | "adset_name" | "cum_spend" | "cum_ihc" | "coverage" | "cum_cac";
    };
  };
}

export type AnalysisId = keyof Analyses;
export type ParamsOf<Id extends AnalysisId> = Analyses[Id]["params"];
export type ScalarsOf<Id extends AnalysisId> = Analyses[Id]["scalars"];
export type TablesOf<Id extends AnalysisId> = Analyses[Id]["tables"];
export type ColumnOf<Id extends AnalysisId, Table extends keyof TablesOf<Id>> = TablesOf<Id>[Table];
