// Written by npm run gen from the engine's catalogue; do not edit.
export interface Analyses {
  /** Move the budget */
  "budget/reallocate": {
    params: {
      /** Method */
      method: "proportional" | "projected" | "linear" | "diminishing";
      /** Maximise */
      objective: "conversions" | "revenue" | "profit" | "pltv";
      /** Margin (share) */
      margin: number;
      /** Plan with rates */
      rates: "observed" | "shrunk";
      /** Total budget (money) */
      total_budget: number | null;
      /** Total: at least (money) */
      min_total: number | null;
      /** Total: at most (money) */
      max_total: number | null;
      /** Each campaign: smallest share (share) */
      min_share: number | null;
      /** Each campaign: largest share (share) */
      max_share: number | null;
      /** Each campaign: change at least (share) */
      min_change: number | null;
      /** Each campaign: change at most (share) */
      max_change: number | null;
      /** Least viable spend (money) */
      min_viable_spend: number | null;
      /** Groups */
      group_bounds: Record<string, { min?: number | null; max?: number | null }>;
      /** Campaigns set by hand */
      edits: Record<string, { budget?: number | null; min?: number | null; max?: number | null; locked?: boolean }>;
      /** Target CPA (money) */
      target_cpa: number | null;
      /** Target ROAS (rate) */
      target_roas: number | null;
      /** Round budgets to (money) */
      round_to: number;
      /** Response curves */
      curves: "automatic" | "elasticity";
      /** Elasticity (rate) */
      elasticity: number;
      /** Nearest by */
      distance: "squares" | "divergence";
      /** Rates are shrunk towards */
      pool: "all" | "group";
      /** Weeks that count as today (weeks) */
      recent_weeks: number;
      /** Points of the frontier (count) */
      frontier_points: number;
      /** Draws (count) */
      draws: number;
      /** Seed of the draws */
      seed: number;
    };
    scalars: {
      /** Campaigns (count) */
      campaigns: number | null;
      /** Without evidence (count) */
      no_evidence: number | null;
      /** Get more (count) */
      winners: number | null;
      /** Get less (count) */
      losers: number | null;
      /** Held by a limit (count) */
      at_bounds: number | null;
      /** Today's spend (money) */
      baseline_budget: number | null;
      /** Budget of the plan (money) */
      optimized_budget: number | null;
      /** Money moved (money) */
      moved: number | null;
      /** Conversions today (count) */
      baseline_conversions: number | null;
      /** Conversions expected (count) */
      optimized_conversions: number | null;
      /** Worth today (count) */
      baseline_value: number | null;
      /** Worth of the plan (count) */
      optimized_value: number | null;
      /** Lift at observed rates (count) */
      lift: number | null;
      /** Lift at observed rates (share) */
      lift_share: number | null;
      /** Verdict */
      verdict: string | null;
      /** Lift to be expected (count) */
      shrunk_lift: number | null;
      /** Lift to be expected (share) */
      shrunk_lift_share: number | null;
      /** Lift: low end (count) */
      lift_low: number | null;
      /** Lift: high end (count) */
      lift_high: number | null;
      /** Probability of a gain (share) */
      p_gain: number | null;
      /** Probability that all are equally good (share) */
      p_equal_rates: number | null;
      /** Left on the table (count) */
      left_on_table: number | null;
      /** Common marginal CPA (money) */
      marginal_cpa: number | null;
      /** Worth of the last dollar (rate) */
      price: number | null;
      /** No plan is worth more than (count) */
      bound: number | null;
      /** What a better plan could add at most (share) */
      gap: number | null;
      /** Steps of the search (count) */
      nodes: number | null;
      /** CPA of the plan (money) */
      average_cpa: number | null;
      /** ROAS of the plan (rate) */
      average_roas: number | null;
    };
    tables: {
      campaigns:
        | "campaign"
        | "group"
        | "cost"
        | "optimized_budget"
        | "budget_change"
        | "conversion_rate"
        | "cpc"
        | "conversions_per_dollar"
        | "spend_share"
        | "optimized_spend_share"
        | "expected_conversions"
        | "expected_conversions_optimized"
        | "conversion_efficiency_rank"
        | "marginal_cpa"
        | "marginal_value"
        | "min_budget"
        | "max_budget"
        | "at_bound"
        | "shrunk_rate"
        | "elasticity";
      groups:
        | "group"
        | "campaigns"
        | "cost"
        | "optimized_budget"
        | "budget_change"
        | "expected_conversions"
        | "expected_conversions_optimized"
        | "min_budget"
        | "max_budget"
        | "at_bound";
      frontier: "part_of_today" | "total_budget" | "conversions" | "value" | "bound" | "price" | "feasible";
      summary: "metric" | "count" | "mean" | "std" | "min" | "25%" | "50%" | "75%" | "max";
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
